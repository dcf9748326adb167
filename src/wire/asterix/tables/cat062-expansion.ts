import { compound, expansion, extended, fixed, repeated, signed, sub, unsigned } from '../table.ts'

/**
 * The reserved expansion field of category 062, edition 1.3 of its own.
 *
 * Source: EUROCONTROL CAT062 Reserved Expansion Field ed. 1.3.
 */
export const CAT062_EXPANSION = expansion([
  sub(
    1,
    'cst',
    'Contributing Sensors With Local Tracknumbers',
    repeated(
      fixed(5, [
        unsigned('sac', 40, 33), // System Area Code
        unsigned('sic', 32, 25), // System Identification Code
        unsigned('typ', 20, 17),
        unsigned('ltn', 16, 1), // Local Track Number
      ]),
    ),
  ),
  sub(
    2,
    'csn',
    'Contributing Sensors No Local Tracknumbers',
    repeated(
      fixed(3, [
        unsigned('sac', 24, 17), // System Area Code
        unsigned('sic', 16, 9), // System Identification Code
        unsigned('typ', 4, 1),
      ]),
    ),
  ),
  sub(
    3,
    'tvs',
    'Calculated Track Velocity Relative to System Reference Point',
    fixed(4, [signed('vxMps', 32, 17, 1, 4), signed('vyMps', 16, 1, 1, 4)]),
  ),
  sub(
    4,
    'sts',
    'Supplementary Track Status',
    extended([
      [
        unsigned('fdr', 8, 8), // Flight Data Retained
        unsigned('lnavEp', 7, 7), // LNAV Element Populated
        unsigned('lnavVal', 6, 6), // LNAV Mode
      ],
    ]),
  ),
  sub(
    5,
    'v3',
    'ADS-B Version 3 Data',
    compound([
      sub(
        1,
        'ps3',
        'Priority Status for Version 3 ADS-B Systems',
        fixed(1, [
          unsigned('ep', 8, 8), // Priority Status for Version 3 ADS-B Systems Populated
          unsigned('val', 7, 5), // Priority Status for Version 3 ADS-B Systems
        ]),
      ),
      sub(
        2,
        'as',
        'Aircraft Status',
        fixed(3, [
          unsigned('rceEp', 24, 24), // Element Populated Bit
          unsigned('rceVal', 23, 22), // Value
          unsigned('rrlEp', 21, 21), // Element Populated Bit
          unsigned('rrlVal', 20, 20), // Value
          unsigned('tpwEp', 19, 19), // Element Populated Bit
          unsigned('tpwVal', 18, 17), // Value
          unsigned('tsiEp', 16, 16), // Element Populated Bit
          unsigned('tsiVal', 15, 14), // Value
          unsigned('taoEp', 13, 13), // Element Populated Bit
          unsigned('taoRe', 12, 12), // Range Exceeded
          unsigned('taoVal', 11, 6), // Value
        ]),
      ),
      sub(
        3,
        'uas',
        'UAS/RPAS Status',
        fixed(1, [
          unsigned('muoEp', 8, 8), // Element Populated Bit
          unsigned('muoVal', 7, 7), // Value
          unsigned('daaEp', 6, 6), // Element Populated Bit
          unsigned('daaVal', 5, 4), // Value
          unsigned('rwcEp', 3, 3), // Element Populated Bit
          unsigned('rwcVal', 2, 2), // Value
        ]),
      ),
      sub(
        4,
        'cass',
        'Collision Avoidance System Status',
        fixed(1, [
          unsigned('svhEp', 8, 8), // Element Populated Bit
          unsigned('svhVal', 7, 6), // Value
          unsigned('catcEp', 5, 5), // Element Populated Bit
          unsigned('catcVal', 4, 2), // Value
        ]),
      ),
    ]),
  ),
])
