/** Types of the kit's scorer, which is kept as it came. */
export type Score = {
  gospa: {
    mean: number
    rms: number
    localisation: number
    missed: number
    false: number
    mean_truths: number
    mean_missed: number
    mean_false: number
    mean_error_m: number | null
  }
  siap: { completeness: number; ambiguity: number; spuriousness: number; position_accuracy_m: number | null; longest_track_segment: number }
  identity: { id_switches: number; fragmentations: number; mostly_tracked: number }
}
export type Second = { t: number; truths: number; tracks: number; gospa: number; loc: number; miss: number; fals: number }
/** c: cut-off of GOSPA and, unless `gate` says otherwise, of SIAP and identity, m. */
export function score(
  truthFile: string,
  tracksFile: string,
  options?: { c?: number; gate?: number; from?: number; to?: number },
): { result: Score; per: Second[] }
