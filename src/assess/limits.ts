/**
 * Every weight and threshold of the assessment, with its origin. "Ours" marks a first value chosen by reasoning and by the
 * demo's scenario; the assessment issue tunes it against recorded nights.
 */

/** How far ahead a straight path is followed, s. Ours: at 35 m/s about 10 km, a coastal radar's reach against a small wing. */
export const LOOK_AHEAD_S = 300
/** Slower than this nothing is said to approach, m/s: below it a course is noise. Ours. */
export const APPROACH_MIN_MPS = 1.5
/** Height above the sea below which an object is low, m. EASA open category ends at 120 m above ground; 30 m for the datum and the sensor. */
export const LOW_AMSL_M = 150
/** Height above the sea above which a height says "flies" and not "drives", m. Ours: Doha lies below 40 m nearly everywhere, boats below 15 m. */
export const AIRBORNE_AMSL_M = 15
/** Fastest speed of small drones, m/s: jet-powered one-way drones excepted. Ours, after published cruise figures of 25 to 60 m/s; airliners begin above. */
export const DRONE_MAX_MPS = 60
/** A height with a greater error than this, m, one sigma, says nothing of low or high. Ours. */
export const HEIGHT_USELESS_M = 100
/** Fixed wings of drone size stall below about this speed, m/s. Ours, after published figures. */
export const WING_MIN_MPS = 17
/** An airliner on final approach flies 65 to 80 m/s over ground, m/s; light aircraft 30 to 60 and are told by their height. Published type data. */
export const AIRLINER_MIN_MPS = 60
/** A manned aircraft away from an aerodrome keeps above this, m. ICAO Annex 2 §4.6: 300 m over congested areas. */
export const MANNED_MIN_AMSL_M = 300
/** Most birds fly 8 to 20 m/s. Bruderer and Boldt 2001, flight speeds of 139 western Palaearctic species. */
export const BIRD_MAX_MPS = 22
/** A bird that flies straight for so long is still taken for one, s; a drone's class, radio or Remote ID ends that at once. Ours: gulls glide for some seconds. */
export const BIRD_HOLD_S = 8
/** Mean turn rate of an erratic flight, rad/s (8.6 degrees a second). Ours: straight flight as a tracker smooths it stays below 3 degrees a second. */
export const ERRATIC_RADPS = 0.15
/** Weight of a new turn rate against the memory of a second. Ours. */
export const TURN_MEMORY_S = 8
/** Probability from which a class reported by sensors is believed. Ours. */
export const CLASS_BELIEVED = 0.5

/** A body counts as agreeing with a claim while it was seen within this, or within three update intervals, s. Ours. */
export const BODY_AGREES_S = 10
/** A cleared flight stays known for so long after a body last agreed, s: a hovering drone fades from a radar's Doppler filter. Ours. */
export const CLEARED_MEMORY_S = 60
/** An aircraft told by ADS-B and its path for the first time, s, stays one for the second, s: it slows on the runway, and receivers lose it there. Ours. */
export const AIRCRAFT_PROVEN_S = 5
export const AIRCRAFT_MEMORY_S = 60
/**
 * So many looks of body sensors within so many seconds show that there is a body: one may be clutter, or a neighbour's plot. Where radars ought to
 * see it, they themselves must have looked so, and for at least this share of the looks that they owe. Ours.
 */
export const BODY_LOOKS = 3
export const BODY_LOOKS_S = 20
export const BODY_LOOKS_SHARE = 0.4
/** Looks of sensors from which none was owed are believed against the silence of the others once there are so many in so many seconds. Ours. */
export const STUBBORN_LOOKS = 12
export const STUBBORN_LOOKS_S = 60
/** A claim this near to a confirmed track and this alike in velocity has no body of its own yet. Ours: a radar's error at 5 km. */
export const SHADOW_M = 150
export const SHADOW_MPS = 4
/** A claim counts as heard for this long, s: ASTM F3411 broadcasts a message at least every 3 s; gaps of 10 s were measured. */
export const CLAIM_HEARD_S = 15
/** A track younger than this is pending, s: three looks of a one-second radar. Ours. */
export const PENDING_S = 3
/** Silence by which an object without radio or claim is judged, s: five Remote ID periods lost in a row. Ours, with the loss measured in formats/sensors.md. */
export const NO_RADIO_S = 6
/** Seconds that a low, fast, straight flight must last before it makes a suspect. Ours: two updates more than a birth. */
export const LOW_FAST_S = 3
/** An unknown body without any sign of a drone must last this long inside a zone before it asks for anybody, s. Ours: radar clutter dies sooner. */
export const BARE_BODY_S = 15
/** Existence from which a bare body may ask for anybody. Ours. */
export const BARE_BODY_EXISTENCE = 0.9
/** A changed identity must hold for this long before it is said, s; up to suspect it is said at once. Ours. */
export const IDENTITY_HOLD_S = 2

/** Seconds to a critical ring from which an unknown object is top priority. Ours: time for one decision and one order. */
export const PRIORITY_1_CRITICAL_S = 45
/** Seconds to a critical or warning ring from which an unknown object is of middle priority. Ours. */
export const PRIORITY_2_WARNING_S = 120
/** An object with ADS-B and a body keeps quiet, unless its path meets a critical ring this low and this soon. Ours. */
export const AIRLINER_UNQUIET_AMSL_M = 250
export const AIRLINER_UNQUIET_S = 25

/** A condition must hold this long before its alert is raised, s: EEMUA 191 on-delay for flow and pressure is 2 to 15 s. Top priority: none. */
export const RAISE_DELAY_S: Readonly<Record<1 | 2 | 3, number>> = { 1: 0, 2: 1, 3: 2 }
/** A condition must be gone this long before its alert returns to normal, s. EEMUA 191 off-delays; ours within its range. */
export const CLEAR_DELAY_S = 15
/** A lower priority must hold this long before an alert falls to it, s. Ours. */
export const LOWER_DELAY_S = 10
/** A suspect's speed is known to this share of itself, one sigma; a track that jumps about is none. Ours. */
export const SPEED_SHARE = 0.3
/** Within a warning or critical ring, a graver one ahead is named only if it is this near in time, s. Ours. */
export const NEXT_RING_S = 60
/** A site stays listed with an alert for so long after its zones were last in the way, ms: a wavering course must not make the list flicker. Ours. */
export const SITE_HOLD_MS = 15_000
/** How much farther than its closest an object must be from a zone's centre to have turned away, m. Ours: beyond a hovering drone's drift. */
export const TURNED_AWAY_M = 150
/** Metres beyond a ring's edge that still count as inside for an alert that stands: the dead band. Ours: twice a small radar's error. */
export const DEAD_BAND_M = 100
/** After a loss the alert waits this long for the object to be found again under a new track, s. Ours. */
export const LOST_HOLD_S = 12
/** How far from its predicted place a lost object may be found again, m, plus so many m for each second lost. Ours. */
export const REFIND_RADIUS_M = 300
export const REFIND_GROWTH_MPS = 25
/** An alert that returned unacknowledged is cleared by rule after this, s; a top-priority one later, for somebody must have seen it. Ours. */
export const RETURNED_HOLD_S: Readonly<Record<1 | 2 | 3, number>> = { 1: 300, 2: 30, 3: 30 }
/** At most so many sites are listed with one alert. Ours: EVENT has 64. */
export const MAX_SITES = 64
/** Standing tracks without news are judged again so often, ms: silence, hours and delays run on without them. Ours. */
export const REVIEW_MS = 1000
/** A cleared alert leaves the picture after this, s; the record keeps it. Ours. */
export const CLEARED_KEEP_S = 30
/** Time and distance on a standing alert are renewed at most so often, ms. Ours: a reader cannot use more. */
export const ALERT_REFRESH_MS = 1000
/** The age of a returned alert's reason is renewed so often, ms. Ours. */
export const RETURNED_REFRESH_MS = 5000
/** An alert keeps the zone that it names at least this long, unless a graver one comes, ms. Ours. */
export const ZONE_HOLD_MS = 3000

/** A claim that a working sensor should have confirmed waits at least this long for a body, s. Ours: four scans and a birth. */
export const FAIR_CHANCE_MIN_S = 12
/** ... and until the sensors that cover it would have missed a real body with less than this probability. Ours. */
export const FAIR_CHANCE_MISS = 0.001
/** Longest fair chance, s: slow or weak sensors fold nothing rather than wait for ever. */
export const FAIR_CHANCE_MAX_S = 60
/** Share of a sensor's range within which it is held to see what is there: small drones are seen less far than the table says. Ours. */
export const COVERAGE_SHARE = 0.8
/** No radar is held to see a small drone farther than this, m, whatever its table says of airliners. Ours, after the trial figures in formats/sensors.md. */
export const DRONE_REACH_M = 5000
/** A claim below this elevation hides behind houses, rad (half a degree). Ours. */
export const COVERAGE_MIN_ELEVATION_RAD = 0.0087
/** So many claims without a body close together make one folded line. Ours: real swarms of five in Remote ID were reported nowhere in EVENT. */
export const FOLD_MIN = 5
/** Among a flood, a claim that no radar could confirm waits this long for another sensor before it is counted with the rest, s. Ours. */
export const UNSEEABLE_CHANCE_S = 30
/** Side of the squares by which claims are close together, m. Ours: a claim joins with those in its own and the eight squares round it. */
export const FOLD_CELL_M = 2500
/** A fold ends when fewer than this remain. The dead band below FOLD_MIN. Ours. */
export const FOLD_KEEP = 3

/** A silent node's alert waits this long: a restart is not worth a call, s. Ours. */
export const NODE_SILENT_DELAY_S = 5

/** A clearance's volume counts this much wider for what was inside, m: GNSS and radar differ. Ours. */
export const CLEARANCE_MARGIN_M = 60
/** The breach must last this long, s. Ours. */
export const CLEARANCE_BREACH_S = 5

/** Bounds of the stage's memory. Tracks are bounded by the tracker; alerts beyond this are counted, the least urgent first. */
export const MAX_ALERTS = 2000
export const MAX_REASONS = 8
