import type { CommandAnswer } from '../../src/model/api.ts'
import type { CommandPayload } from '../../src/model/command.ts'
import type { Output } from '../../src/model/picture.ts'
import { createPictureStore, type PictureStore } from '../../src/serve/picture-store.ts'
import type { IngestAnswer, RoomPort } from '../../src/serve/room-port.ts'
import { standingItems, START_MS } from './sample-items.ts'

/** A room without journal or engine: tests and `scripts/fake-room.ts` say what its picture is. */
export type FakeRoom = RoomPort & {
  readonly commands: CommandPayload[]
  readonly ingested: { feed: string; text: string; peer: string }[]
  put(outputs: readonly Output[]): void
  answer: (payload: CommandPayload) => CommandAnswer
  ingestAnswer: IngestAnswer | undefined
  setNow(ms: number): void
  setMode(mode: RoomPort['mode']): void
}

export function createFakeRoom({ standing = true, maxTombstones }: { standing?: boolean; maxTombstones?: number } = {}): FakeRoom {
  let epoch = 1
  let position = 0
  let nowMs = START_MS
  let mode: RoomPort['mode'] = 'demo'
  let picture: PictureStore = createPictureStore(maxTombstones)
  const restarted = new Set<() => void>()
  const begin = () => {
    if (standing)
      picture.apply(
        standingItems().map((item) => ({ out: 'put', item })),
        nowMs,
        ++position,
      )
  }
  begin()
  const room: FakeRoom = {
    commands: [],
    ingested: [],
    ingestAnswer: undefined,
    get epoch() {
      return `fake-${epoch}`
    },
    get mode() {
      return mode
    },
    get picture() {
      return picture
    },
    clock: () => ({
      nowMs,
      segments: [
        { wallMs: 0, eventMs: START_MS - 75_000, rate: 20 },
        { wallMs: 3750, eventMs: START_MS, rate: 1 },
      ],
    }),
    nowMs: () => nowMs,
    committedPosition: () => position,
    health: () => ({
      ready: standing,
      trouble: undefined,
      assigned: position,
      committed: position,
      applied: position,
      shedFrames: 0,
      poisoned: 0,
    }),
    answer: () => ({ position: ++position, outcome: { result: 'done' } }),
    async command(payload) {
      room.commands.push(payload)
      return room.answer(payload)
    },
    ingest(feed, bytes, peer) {
      room.ingested.push({ feed, text: Buffer.from(bytes).toString(), peer })
      return room.ingestAnswer ?? { accepted: true, position: ++position }
    },
    async restart() {
      epoch += 1
      position = 0
      picture = createPictureStore(maxTombstones)
      begin()
      for (const each of restarted) each()
    },
    onRestart(listener) {
      restarted.add(listener)
      return () => restarted.delete(listener)
    },
    async stop() {},
    put: (outputs) => picture.apply(outputs, nowMs, ++position),
    setNow: (ms) => (nowMs = ms),
    setMode: (next) => (mode = next),
  }
  return room
}
