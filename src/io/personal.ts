import type { IngestRequest, JsonDetection } from '../model/api.ts'
import type { SealedRef } from '../model/detection.ts'
import type { Vault } from './vault.ts'

/**
 * Cuts the personal fields out of a JSON ingest document before it becomes an entry: the serial turns into a keyed token and a sealed box,
 * the remote pilot's position into a sealed box. What remains is what the journal may hold.
 */
export type SealedRemoteId = {
  readonly token: string
  readonly sealedSerial?: SealedRef
  readonly sealedPilot?: SealedRef
  readonly selfId?: string
  readonly status?: NonNullable<JsonDetection['remoteId']>['status']
}
export type SealedIngest = Omit<IngestRequest, 'detections'> & {
  readonly detections: readonly (Omit<JsonDetection, 'remoteId'> & { readonly remoteId?: SealedRemoteId })[]
}

/** atMs  event clock at the door; it, not the sender's word, chooses the period whose key seals. */
export function sealPersonal(vault: Vault, atMs: number, request: IngestRequest): SealedIngest {
  return {
    ...request,
    detections: request.detections.map(({ remoteId, ...rest }) =>
      remoteId === undefined ? rest : { ...rest, remoteId: sealRemoteId(vault, atMs, remoteId) },
    ),
  }
}

function sealRemoteId(
  vault: Vault,
  atMs: number,
  { serial, pilot, selfId, status }: NonNullable<JsonDetection['remoteId']>,
): SealedRemoteId {
  return {
    token: vault.token(serial),
    sealedSerial: vault.seal('serial', atMs, Buffer.from(serial)),
    ...(pilot && { sealedPilot: vault.seal('pilot', atMs, Buffer.from(JSON.stringify([pilot.latDeg, pilot.lonDeg]))) }),
    ...(selfId !== undefined && { selfId }),
    ...(status !== undefined && { status }),
  }
}

/** What a reveal opens, for the one who asked. undefined where the key is gone. */
export function openPilot(vault: Vault, ref: SealedRef): { readonly latDeg: number; readonly lonDeg: number } | undefined {
  const plain = vault.open(ref)
  if (!plain) return undefined
  const [latDeg, lonDeg] = JSON.parse(Buffer.from(plain).toString()) as [number, number]
  return { latDeg, lonDeg }
}

export function openSerial(vault: Vault, ref: SealedRef): string | undefined {
  const plain = vault.open(ref)
  return plain && Buffer.from(plain).toString()
}
