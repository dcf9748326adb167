import type { NodeView } from '../../../src/model/api.ts'

/** Since when a node is as it is. A silent one since it was last heard, not since that was noticed: one time for one silence. */
export function sinceMs(node: NodeView): number {
  return node.state === 'silent' && node.blindSinceMs !== null ? node.blindSinceMs : node.stateSinceMs
}

/** A bias within this many of its own sigmas may be nothing at all. */
const SURE_SIGMAS = 3
/** Below this nobody acts on it, however sure, degrees. Ours: a tenth of a radar's beam. */
const LEAST_BIAS_DEG = 0.2

/** True where a bias is worth a person's look. */
export function isBiased(bias: NonNullable<NodeView['bias']>): boolean {
  const size = Math.abs(bias.azimuthDeg)
  return size >= LEAST_BIAS_DEG && size >= SURE_SIGMAS * bias.sigmaDeg
}
