import { ascii, compound, fixed, octal, repeated, sub, unsigned, value } from '../table.ts'

/**
 * I062/390 Flight Plan Related Data: the compound item of category 062 ed. 1.21, each subfield with its bit table.
 * Source: EUROCONTROL CAT062 ed. 1.21, I062/390.
 */
export const FLIGHT_PLAN_DATA = compound([
  sub(
    1,
    'tag',
    'FPPS Identification Tag',
    fixed(2, [
      unsigned('sac', 16, 9), // System Area Code
      unsigned('sic', 8, 1), // System Identification Code
    ]),
  ),
  sub(2, 'cs', 'Callsign', value(7, ascii('', 56, 1))),
  sub(
    3,
    'ifi',
    'IFPS_FLIGHT_ID',
    fixed(4, [
      unsigned('typ', 32, 31),
      unsigned('nbr', 27, 1), // Number from 0 to 99 999 999
    ]),
  ),
  sub(
    4,
    'fct',
    'Flight Category',
    fixed(1, [unsigned('gatoat', 8, 7), unsigned('fr1fr2', 6, 5), unsigned('rvsm', 4, 3), unsigned('hpr', 2, 2)]),
  ),
  sub(5, 'tac', 'Type of Aircraft', value(4, ascii('', 32, 1))),
  sub(6, 'wtc', 'Wake Turbulence Category', value(1, ascii('', 8, 1))),
  sub(7, 'dep', 'Departure Airport', value(4, ascii('', 32, 1))),
  sub(8, 'dst', 'Destination Airport', value(4, ascii('', 32, 1))),
  sub(
    9,
    'rds',
    'Runway Designation',
    fixed(3, [
      ascii('nu1', 24, 17), // First Number
      ascii('nu2', 16, 9), // Second Number
      ascii('ltr', 8, 1), // Letter
    ]),
  ),
  sub(10, 'cflFl', 'Current Cleared Flight Level', value(2, unsigned('', 16, 1, 1, 4))),
  sub(
    11,
    'ctl',
    'Current Control Position',
    fixed(2, [
      unsigned('centre', 16, 9), // 8-bit Group Identification Code
      unsigned('position', 8, 1), // 8-bit Control Position Identification Code
    ]),
  ),
  sub(
    12,
    'tod',
    'Time of Departure / Arrival',
    repeated(
      fixed(4, [
        unsigned('typ', 32, 28),
        unsigned('day', 27, 26),
        unsigned('hor', 21, 17), // Hours
        unsigned('min', 14, 9), // Minutes
        unsigned('avs', 8, 8), // Seconds Available Flag
        unsigned('sec', 6, 1), // Seconds
      ]),
    ),
  ),
  sub(13, 'ast', 'Aircraft Stand', value(6, ascii('', 48, 1))),
  sub(14, 'sts', 'Stand Status', fixed(1, [unsigned('emp', 8, 7), unsigned('avl', 6, 5)])),
  sub(15, 'std', 'Standard Instrument Departure', value(7, ascii('', 56, 1))),
  sub(16, 'sta', 'Standard Instrument Arrival', value(7, ascii('', 56, 1))),
  sub(
    17,
    'pem',
    'Pre-Emergency Mode 3/A',
    fixed(2, [
      unsigned('va', 13, 13),
      octal('mode3a', 12, 1), // Mode-3/A Reply in Octal Representation
    ]),
  ),
  sub(18, 'pec', 'Pre-Emergency Callsign', value(7, ascii('', 56, 1))),
])
