/**
 * Marginal association probabilities by loopy belief propagation (Williams and Lau, IEEE T-AES 50(4), 2014): every track
 * takes at most one detection, every detection at most one track.
 *
 * Candidate pairs are sorted by track: those of track t are pairStart[t] .. pairStart[t + 1] - 1.
 *
 * ratio       weight of each pair against "the track is not seen and the detection is something else", dimensionless
 * detection   index of each pair's detection
 * marginal    receives each pair's probability
 * missed      receives each track's probability of having no detection
 * explained   receives, by detection, the summed weight of the tracks that may explain it: a new object explains it with
 *             probability 1 / (1 + explained)
 * Returns the rounds used. Rounds end when no message moves by more than `tolerance`.
 */
export function associateByBelief(work: BeliefWork, trackCount: number, detectionCount: number, pairCount: number, maxRounds: number, tolerance: number): number {
  const { pairStart, ratio, detection, toTrack, toDetection, explained, missed, marginal } = work
  for (let p = 0; p < pairCount; p++) toTrack[p] = 1
  let round = 0
  while (round < maxRounds) {
    round++
    explained.fill(0, 0, detectionCount)
    for (let t = 0; t < trackCount; t++) {
      const from = pairStart[t]
      const to = pairStart[t + 1]
      if (from === to) continue
      let sum = 1
      for (let p = from; p < to; p++) sum += ratio[p] * toTrack[p]
      for (let p = from; p < to; p++) {
        const message = ratio[p] / (sum - ratio[p] * toTrack[p])
        toDetection[p] = message
        explained[detection[p]] += message
      }
    }
    let change = 0
    for (let p = 0; p < pairCount; p++) {
      // Rounding may leave a hair less than nothing where one message is all there is.
      const others = explained[detection[p]] - toDetection[p]
      const message = 1 / (1 + (others > 0 ? others : 0))
      const moved = Math.abs(message - toTrack[p])
      if (moved > change) change = moved
      toTrack[p] = message
    }
    if (change < tolerance) break
  }
  for (let t = 0; t < trackCount; t++) {
    let sum = 1
    for (let p = pairStart[t]; p < pairStart[t + 1]; p++) sum += ratio[p] * toTrack[p]
    missed[t] = 1 / sum
    for (let p = pairStart[t]; p < pairStart[t + 1]; p++) marginal[p] = (ratio[p] * toTrack[p]) / sum
  }
  return round
}

/** The arrays of one association; the caller fills `pairStart`, `ratio` and `detection`. */
export type BeliefWork = {
  pairStart: Int32Array
  ratio: Float64Array
  detection: Int32Array
  toTrack: Float64Array
  toDetection: Float64Array
  explained: Float64Array
  missed: Float64Array
  marginal: Float64Array
}
