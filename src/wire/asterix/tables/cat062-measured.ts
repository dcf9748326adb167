import { compound, fixed, octal, signed, sub, unsigned, value } from '../table.ts'

/**
 * I062/340 Measured Information: the compound item of category 062 ed. 1.21, each subfield with its bit table.
 * Source: EUROCONTROL CAT062 ed. 1.21, I062/340.
 */
export const MEASURED_INFORMATION = compound([
  sub(
    1,
    'sid',
    'Sensor Identification',
    fixed(2, [
      unsigned('sac', 16, 9), // System Area Code
      unsigned('sic', 8, 1), // System Identification Code
    ]),
  ),
  sub(
    2,
    'pos',
    'Measured Position',
    fixed(4, [
      unsigned('rhoNm', 32, 17, 1, 256), // Measured Distance
      unsigned('thetaDeg', 16, 1, 360, 65536), // Measured Azimuth
    ]),
  ),
  sub(3, 'heightFt', 'Measured 3-D Height', value(2, signed('', 16, 1, 25))),
  sub(
    4,
    'mdc',
    '',
    fixed(2, [
      unsigned('v', 16, 16), // Validated
      unsigned('g', 15, 15), // Garbled
      signed('lmcFl', 14, 1, 1, 4), // Last Measured Mode C Code
    ]),
  ),
  sub(
    5,
    'mda',
    '',
    fixed(2, [
      unsigned('v', 16, 16), // Validated
      unsigned('g', 15, 15), // Garbled
      unsigned('l', 14, 14),
      octal('mode3a', 12, 1), // Mode-3/A Reply in Octal Representation
    ]),
  ),
  sub(
    6,
    'typ',
    '',
    fixed(1, [
      unsigned('typ', 8, 6), // Report Type
      unsigned('sim', 5, 5),
      unsigned('rab', 4, 4),
      unsigned('tst', 3, 3),
    ]),
  ),
])
