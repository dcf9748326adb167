import { compound, sub, unsigned, value } from '../table.ts'

/**
 * I062/295 Track Data Ages: the compound item of category 062 ed. 1.21, each subfield with its bit table.
 * Source: EUROCONTROL CAT062 ed. 1.21, I062/295.
 */
export const TRACK_DATA_AGES = compound([
  sub(1, 'mflS', 'Measured Flight Level Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(2, 'md1S', 'Mode 1 Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(3, 'md2S', 'Mode 2 Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(4, 'mdaS', 'Mode 3/A Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(5, 'md4S', 'Mode 4 Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(6, 'md5S', 'Mode 5 Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(7, 'mhgS', 'Magnetic Heading Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(8, 'iasS', 'Indicated Airspeed / Mach Nb Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(9, 'tasS', 'True Airspeed Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(10, 'salS', 'Selected Altitude Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(11, 'fssS', 'Final State Selected Altitude Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(12, 'tidS', 'Trajectory Intent Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(13, 'comS', 'Communication/ACAS Capability and Flight Status Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(14, 'sabS', 'Status Reported by ADS-B Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(15, 'acsS', 'ACAS Resolution Advisory Report Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(16, 'bvrS', 'Barometric Vertical Rate Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(17, 'gvrS', 'Geometrical Vertical Rate Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(18, 'ranS', 'Roll Angle Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(19, 'tarS', 'Track Angle Rate Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(20, 'tanS', 'Track Angle Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(21, 'gspS', 'Ground Speed Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(22, 'vunS', 'Velocity Uncertainty Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(23, 'metS', 'Meteorological Data Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(24, 'emcS', 'Emitter Category Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(25, 'posS', 'Position Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(26, 'galS', 'Geometric Altitude Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(27, 'punS', 'Position Uncertainty Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(28, 'mbS', 'BDS Register Data Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(29, 'iarS', 'Indicated Airspeed Data Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(30, 'macS', 'Mach Number Data Age', value(1, unsigned('', 8, 1, 1, 4))),
  sub(31, 'bpsS', 'Barometric Pressure Setting Data Age', value(1, unsigned('', 8, 1, 1, 4))),
])
