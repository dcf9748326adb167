import { compound, expansion, extended, fixed, octal, sub, unsigned, value } from '../table.ts'

/**
 * The reserved expansion field of category 021, edition 1.5 of its own.
 *
 * Not in the table: the surface ground vector, whose first part has two octets; a field with it is kept as bytes.
 *
 * Source: EUROCONTROL CAT021 Reserved Expansion Field ed. 1.5.
 */
export const CAT021_EXPANSION = expansion([
  sub(
    1,
    'bps',
    'Barometric Pressure Setting',
    fixed(2, [
      unsigned('bpsHpa', 12, 1, 1, 10), // Barometric Pressure Setting
    ]),
  ),
  sub(
    2,
    'sh',
    'Selected Heading',
    fixed(2, [
      unsigned('hdr', 12, 12), // Horizontal Reference Direction
      unsigned('stat', 11, 11), // Selected Heading Status
      unsigned('shDeg', 10, 1, 45, 64), // Selected Heading
    ]),
  ),
  sub(
    3,
    'nav',
    'Navigation Mode',
    fixed(1, [
      unsigned('ap', 8, 8), // Autopilot
      unsigned('vn', 7, 7), // Vertical Navigation
      unsigned('ah', 6, 6), // Altitude Hold
      unsigned('am', 5, 5), // Approach Mode
      unsigned('mfmEp', 4, 4), // Element Populated Bit
      unsigned('mfmVal', 3, 3), // Value
    ]),
  ),
  sub(4, 'gao', 'GPS Antenna Offset', value(1, unsigned('', 8, 1))),
  sub(
    6,
    'sta',
    'Aircraft Status',
    extended([
      [
        unsigned('es', 8, 8), // ES IN Capability
        unsigned('uat', 7, 7), // UAT IN Capability
        unsigned('rceEp', 6, 6), // Element Populated Bit
        unsigned('rceVal', 5, 4), // Value
        unsigned('rrlEp', 3, 3), // Element Populated Bit
        unsigned('rrlVal', 2, 2), // Value
      ],
      [
        unsigned('ps3Ep', 8, 8), // Element Populated Bit
        unsigned('ps3Val', 7, 5), // Value
        unsigned('tpwEp', 4, 4), // Element Populated Bit
        unsigned('tpwVal', 3, 2), // Value
      ],
      [
        unsigned('tsiEp', 8, 8), // Element Populated Bit
        unsigned('tsiVal', 7, 6), // Value
        unsigned('muoEp', 5, 5), // Element Populated Bit
        unsigned('muoVal', 4, 4), // Value
        unsigned('rwcEp', 3, 3), // Element Populated Bit
        unsigned('rwcVal', 2, 2), // Value
      ],
      [
        unsigned('daaEp', 8, 8), // Element Populated Bit
        unsigned('daaVal', 7, 6), // Value
        unsigned('df17caEp', 5, 5), // Element Populated Bit
        unsigned('df17caVal', 4, 2), // Value
      ],
      [
        unsigned('svhEp', 8, 8), // Element Populated Bit
        unsigned('svhVal', 7, 6), // Value
        unsigned('catcEp', 5, 5), // Element Population Bit
        unsigned('catcVal', 4, 2), // Value
      ],
      [
        unsigned('taoEp', 8, 8), // Element Populated Bit
        unsigned('taoVal', 7, 3), // Value
      ],
    ]),
  ),
  sub(7, 'tnhDeg', 'True North Heading', value(2, unsigned('', 16, 1, 360, 65536))),
  sub(
    8,
    'mes',
    'Military Extended Squitter',
    compound([
      sub(
        1,
        'sum',
        'Mode 5 Summary',
        fixed(1, [
          unsigned('m5', 8, 8),
          unsigned('id', 7, 7),
          unsigned('da', 6, 6),
          unsigned('m1', 5, 5),
          unsigned('m2', 4, 4),
          unsigned('m3', 3, 3),
          unsigned('mc', 2, 2),
          unsigned('po', 1, 1),
        ]),
      ),
      sub(
        2,
        'pno',
        'Mode 5 PIN / National Origin',
        fixed(4, [
          unsigned('pin', 30, 17), // PIN Code
          unsigned('no', 11, 1), // National Origin Code
        ]),
      ),
      sub(
        3,
        'em1',
        'Extended Mode 1 Code in Octal Representation',
        fixed(2, [
          unsigned('v', 16, 16),
          unsigned('l', 14, 14),
          octal('em1', 12, 1), // Extended Mode 1 Code in Octal Representation
        ]),
      ),
      sub(
        4,
        'xp',
        'X Pulse Presence',
        fixed(1, [
          unsigned('xp', 6, 6), // X-pulse from Mode 5 PIN Reply/report
          unsigned('x5', 5, 5), // X-pulse from Mode 5 Data Reply or Report
          unsigned('xc', 4, 4), // X-pulse from Mode C Reply
          unsigned('x3', 3, 3), // X-pulse from Mode 3/A Reply
          unsigned('x2', 2, 2), // X-pulse from Mode 2 Reply
          unsigned('x1', 1, 1), // X-pulse from Mode 1 Reply
        ]),
      ),
      sub(
        5,
        'fom',
        'Figure of Merit',
        fixed(1, [
          unsigned('fom', 5, 1), // Figure of Merit
        ]),
      ),
      sub(
        6,
        'm2',
        'Mode 2 Code in Octal Representation',
        fixed(2, [
          unsigned('v', 16, 16),
          unsigned('l', 14, 14),
          octal('mode2', 12, 1), // Mode 2 Code in Octal Representation
        ]),
      ),
    ]),
  ),
])
