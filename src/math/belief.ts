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
export function associateByBelief(
  work: BeliefWork,
  trackCount: number,
  detectionCount: number,
  pairCount: number,
  maxRounds: number,
  tolerance: number,
): number {
  const { pairStart, ratio, detection, toTrack, toDetection, explained, missed, marginal } = work
  for (let p = 0; p < pairCount; p++) toTrack[p] = 1
  explained.fill(0, 0, detectionCount)
  for (let t = 0; t < trackCount; t++) sendToDetections(work, t)
  const contested = contestedTracks(work, trackCount, detectionCount)
  let round = 0
  while (contested > 0 && round < maxRounds) {
    round++
    let change = 0
    for (let c = 0; c < contested; c++) {
      const t = contestedTrack[c]
      for (let p = pairStart[t]; p < pairStart[t + 1]; p++) {
        // Rounding may leave a hair less than nothing where one message is all there is.
        const others = explained[detection[p]] - toDetection[p]
        const message = 1 / (1 + (others > 0 ? others : 0))
        const moved = Math.abs(message - toTrack[p])
        if (moved > change) change = moved
        toTrack[p] = message
      }
    }
    if (change < tolerance) break
    for (let c = 0; c < contested; c++) {
      const t = contestedTrack[c]
      for (let p = pairStart[t]; p < pairStart[t + 1]; p++) explained[detection[p]] = 0
    }
    for (let c = 0; c < contested; c++) sendToDetections(work, contestedTrack[c])
  }
  for (let t = 0; t < trackCount; t++) {
    const from = pairStart[t]
    const to = pairStart[t + 1]
    let sum = 1
    for (let p = from; p < to; p++) sum += ratio[p] * toTrack[p]
    missed[t] = 1 / sum
    for (let p = from; p < to; p++) marginal[p] = (ratio[p] * toTrack[p]) / sum
  }
  return round
}

/** Messages of one track to its detections. */
function sendToDetections(work: BeliefWork, t: number): void {
  const { pairStart, ratio, detection, toTrack, toDetection, explained } = work
  const from = pairStart[t]
  const to = pairStart[t + 1]
  let sum = 1
  for (let p = from; p < to; p++) sum += ratio[p] * toTrack[p]
  for (let p = from; p < to; p++) {
    const message = ratio[p] / (sum - ratio[p] * toTrack[p])
    toDetection[p] = message
    explained[detection[p]] += message
  }
}

/** Working room: rivals by detection, and the tracks that share a detection with another. */
let rivals = new Int32Array(0)
let contestedTrack = new Int32Array(0)

/**
 * Finds the tracks whose messages can change at all, and all tracks that share a detection with one of them; returns their number. A track alone
 * with its detections is settled by its first message, which is most of them.
 */
function contestedTracks(work: BeliefWork, trackCount: number, detectionCount: number): number {
  const { pairStart, detection } = work
  if (rivals.length < detectionCount) rivals = new Int32Array(detectionCount * 2)
  if (contestedTrack.length < trackCount) contestedTrack = new Int32Array(trackCount * 2)
  rivals.fill(0, 0, detectionCount)
  for (let p = pairStart[0]; p < pairStart[trackCount]; p++) rivals[detection[p]]++
  let count = 0
  for (let t = 0; t < trackCount; t++) {
    for (let p = pairStart[t]; p < pairStart[t + 1]; p++) {
      if (rivals[detection[p]] < 2) continue
      contestedTrack[count++] = t
      break
    }
  }
  return count
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
