/** Types of the kit's scorer, which is kept as it came. */
export type Score = {
  gospa: { mean: number; rms: number; localisation: number; missed: number; false: number; mean_truths: number; mean_missed: number; mean_false: number; mean_error_m: number | null }
  siap: { completeness: number; ambiguity: number; spuriousness: number; position_accuracy_m: number | null; longest_track_segment: number }
  identity: { id_switches: number; fragmentations: number; mostly_tracked: number }
}
export type Second = { t: number; truths: number; tracks: number; gospa: number; loc: number; miss: number; fals: number }
export function score(truthFile: string, tracksFile: string): { result: Score; per: Second[] }
