import { category, chained, compound, explicit, extended, fixed, hex, item, repeated, signed, sub, unsigned, value } from '../table.ts'

/**
 * Category 015 ed. 1.2: independent non-cooperative surveillance: plots and tracks of sensors that need no answer, drone radars among them.
 *
 * Each item with its bit table in the standard's numbering.
 * Source: EUROCONTROL CAT015 ed. 1.2.
 */
export const CAT015 = category(15, '1.2', [
  item(
    1,
    'i010',
    'Data Source Identifier',
    fixed(2, [
      unsigned('sac', 16, 9), // System Area Code
      unsigned('sic', 8, 1), // System Identification Code
    ]),
  ),
  item(
    2,
    'i000',
    'Message Type',
    fixed(1, [
      unsigned('mt', 8, 2), // Message Type
      unsigned('rg', 1, 1), // Report Generation
    ]),
  ),
  item(3, 'i015', 'Service Identification', value(1, unsigned('', 8, 1))),
  item(
    4,
    'i020',
    'Target Report Descriptor',
    extended([
      [
        unsigned('momu', 8, 7), // Mono-Static Target Report or Multi-Static Target Report
        unsigned('ttax', 6, 5), // Target Taxonomy
        unsigned('scd', 4, 3), // Scanning Direction
      ],
    ]),
  ),
  item(5, 'i030', 'Warning/Error Conditions', chained(1, [unsigned('', 8, 2)])),
  item(6, 'i145S', 'Time of Applicability', value(3, unsigned('', 24, 1, 1, 128))),
  item(7, 'i161', 'Track/Plot Number', value(2, unsigned('', 16, 1))),
  item(
    8,
    'i170',
    'Track/Plot Status',
    extended([
      [
        unsigned('biz', 8, 8),
        unsigned('baz', 7, 7),
        unsigned('tur', 6, 6),
        unsigned('cstp', 4, 4), // Coasted - Position
        unsigned('csth', 3, 3), // Coasted – Height
        unsigned('cnf', 2, 2), // Confirmed vs. Tentative Track
      ],
    ]),
  ),
  item(
    9,
    'i050',
    'Update Period',
    fixed(2, [
      unsigned('updS', 14, 1, 1, 128), // Update Period
    ]),
  ),
  item(
    10,
    'i270',
    'Target Size & Orientation',
    compound([
      sub(1, 'lenM', 'Target Length', value(2, unsigned('', 16, 1, 1, 100))),
      sub(2, 'wdtM', 'Target Width', value(2, unsigned('', 16, 1, 1, 100))),
      sub(3, 'hgtM', 'Target Height', value(2, unsigned('', 16, 1, 1, 100))),
      sub(4, 'ortDeg', 'Target Orientation', value(2, unsigned('', 16, 1, 360, 65536))),
    ]),
  ),
  item(
    11,
    'i300',
    'Object Classification',
    repeated(
      fixed(2, [
        unsigned('cls', 16, 8), // Classification
        unsigned('prb', 7, 1), // Probability
      ]),
    ),
  ),
  item(
    12,
    'i400',
    'Measurement Identifier',
    fixed(5, [
      unsigned('pid', 40, 25), // Pair Identifier
      unsigned('on', 24, 1), // Observation Number
    ]),
  ),
  item(
    13,
    'i600',
    'Horizontal Position Information',
    compound([
      sub(
        1,
        'p84',
        'Horizontal Position in WGS-84 Coordinates',
        fixed(8, [signed('latDeg', 64, 33, 180, 2147483648), signed('lonDeg', 32, 1, 180, 2147483648)]),
      ),
      sub(
        2,
        'hpr',
        'Horizontal Position Resolution',
        fixed(5, [unsigned('rshpxM', 40, 25, 1, 2), unsigned('rshpyM', 24, 9, 1, 2), signed('corshpxy', 8, 1, 1, 128)]),
      ),
      sub(
        3,
        'hpp',
        'Horizontal Position Precision',
        fixed(5, [unsigned('sdhpxM', 40, 25, 1, 4), unsigned('sdhpyM', 24, 9, 1, 4), signed('cosdhpxy', 8, 1, 1, 128)]),
      ),
    ]),
  ),
  item(
    14,
    'i601',
    'Geometric Height Information',
    compound([
      sub(1, 'ghM', 'Geometric Height (WGS-84)', value(3, signed('', 24, 1, 1, 100))),
      sub(2, 'rsghM', 'Geometric Height Resolution', value(3, unsigned('', 24, 1, 1, 100))),
      sub(3, 'sdghM', 'Geometric Height Precision', value(3, unsigned('', 24, 1, 1, 100))),
      sub(
        4,
        'ci6',
        'Confidence Interval for Geometric Height (67%)',
        fixed(3, [unsigned('uci6M', 24, 13, 16), unsigned('lci6M', 12, 1, 16)]),
      ),
      sub(
        5,
        'ci9',
        'Confidence Interval for Geometric Height (95%)',
        fixed(3, [unsigned('uci9M', 24, 13, 16), unsigned('lci9M', 12, 1, 16)]),
      ),
      sub(
        6,
        'coghhp',
        'Correlation of Geometric Height and Horizontal Position',
        fixed(2, [signed('x', 16, 9, 1, 128), signed('y', 8, 1, 1, 128)]),
      ),
      sub(
        7,
        'coghhv',
        'Correlation of Geometric Height and Horizontal Velocity',
        fixed(2, [signed('x', 16, 9, 1, 128), signed('y', 8, 1, 1, 128)]),
      ),
      sub(
        8,
        'coghha',
        'Correlation of Geometric Height and Horizontal Acceleration',
        fixed(2, [signed('x', 16, 9, 1, 128), signed('y', 8, 1, 1, 128)]),
      ),
    ]),
  ),
  item(
    15,
    'i602',
    'Horizontal Velocity Information',
    compound([
      sub(1, 'hv', 'Horizontal Velocity Vector', fixed(5, [signed('xMps', 40, 21, 1, 100), signed('yMps', 20, 1, 1, 100)])),
      sub(
        2,
        'rshv',
        'Horizontal Velocity Resolution',
        fixed(5, [unsigned('xMps', 40, 25, 1, 100), unsigned('yMps', 24, 9, 1, 100), signed('corshvxy', 8, 1, 1, 128)]),
      ),
      sub(
        3,
        'sdhv',
        'Horizontal Velocity Precision',
        fixed(5, [unsigned('xMps', 40, 25, 1, 100), unsigned('yMps', 24, 9, 1, 100), signed('cohvxy', 8, 1, 1, 128)]),
      ),
      sub(
        4,
        'cohvhp',
        'Correlation of Horizontal Velocity and Horizontal Position',
        fixed(4, [
          signed('cohvxhpx', 32, 25, 1, 128),
          signed('cohvxhpy', 24, 17, 1, 128),
          signed('cohvyhpx', 16, 9, 1, 128),
          signed('cohvyhpy', 8, 1, 1, 128),
        ]),
      ),
    ]),
  ),
  item(
    16,
    'i603',
    'Horizontal Acceleration Information',
    compound([
      sub(1, 'ha', 'Horizontal Acceleration Vector', fixed(3, [signed('xMps2', 24, 13, 1, 16), signed('yMps2', 12, 1, 1, 16)])),
      sub(
        2,
        'sdha',
        'Horizontal Acceleration Precision',
        fixed(4, [unsigned('xMps2', 32, 21, 1, 16), unsigned('yMps2', 20, 9, 1, 16), signed('cohaxy', 8, 1, 1, 128)]),
      ),
      sub(
        3,
        'cohahp',
        'Correlation of Horizontal Acceleration and Horizontal Position',
        fixed(4, [
          signed('cohaxhpx', 32, 25, 1, 128),
          signed('cohaxhpy', 24, 17, 1, 128),
          signed('cohayhpx', 16, 9, 1, 128),
          signed('coayhpy', 8, 1, 1, 128),
        ]),
      ),
      sub(
        4,
        'cohahv',
        'Correlation of Horizontal Acceleration and Horizontal Velocity',
        fixed(4, [
          signed('cohaxhvx', 32, 25, 1, 128),
          signed('cohaxhvy', 24, 17, 1, 128),
          signed('cohayhvx', 16, 9, 1, 128),
          signed('cohayhvy', 8, 1, 1, 128),
        ]),
      ),
    ]),
  ),
  item(
    17,
    'i604',
    'Vertical Velocity Information',
    compound([
      sub(1, 'vvMps', 'Vertical Velocity', value(3, signed('', 24, 1, 1, 100))),
      sub(2, 'rsvvMps', 'Vertical Velocity Resolution', value(2, unsigned('', 16, 1, 1, 100))),
      sub(3, 'sdvv', 'Vertical Velocity Precision', fixed(3, [unsigned('sdvvMps', 24, 9, 1, 100), signed('covvgh', 8, 1, 1, 128)])),
      sub(
        4,
        'covvhp',
        'Correlation of Vertical Velocity and Horizontal Position',
        fixed(2, [signed('x', 16, 9, 1, 128), signed('y', 8, 1, 1, 128)]),
      ),
      sub(
        5,
        'covvhv',
        'Correlation of Vertical Velocity and Horizontal Velocity',
        fixed(2, [signed('x', 16, 9, 1, 128), signed('y', 8, 1, 1, 128)]),
      ),
      sub(
        6,
        'covvha',
        'Correlation of Vertical Velocity and Horizontal Acceleration',
        fixed(2, [signed('x', 16, 9, 1, 128), signed('y', 8, 1, 1, 128)]),
      ),
    ]),
  ),
  item(
    18,
    'i605',
    'Vertical Velocity Information',
    compound([
      sub(1, 'vaMps2', 'Vertical Acceleration', value(2, signed('', 16, 1, 1, 100))),
      sub(
        2,
        'rsva',
        'Vertical Acceleration Precision',
        fixed(4, [unsigned('sdvaMps2', 32, 17, 1, 100), signed('covagh', 16, 9, 1, 128), signed('covavv', 8, 1, 1, 128)]),
      ),
      sub(
        3,
        'covahp',
        'Correlation of Vertical Acceleration and Horizontal Position',
        fixed(2, [signed('x', 16, 9, 1, 128), signed('y', 8, 1, 1, 128)]),
      ),
      sub(
        4,
        'covahv',
        'Correlation of Vertical Acceleration and Horizontal Velocity',
        fixed(2, [signed('x', 16, 9, 1, 128), signed('y', 8, 1, 1, 128)]),
      ),
      sub(
        5,
        'covaha',
        'Correlation of Vertical Acceleration and Horizontal Acceleration',
        fixed(2, [signed('x', 16, 9, 1, 128), signed('y', 8, 1, 1, 128)]),
      ),
    ]),
  ),
  item(19, 'i480', 'Associations', repeated(value(5, hex('', 40, 1)))),
  item(
    20,
    'i625',
    'Range Information',
    compound([
      sub(1, 'rM', 'Range', value(3, signed('', 24, 1, 1, 10))),
      sub(2, 'rsrM', 'Range Resolution', value(3, unsigned('', 24, 1, 1, 10))),
      sub(3, 'sdrM', 'Range Precision', value(3, unsigned('', 24, 1, 1, 10))),
      sub(4, 'rrMps', 'Range Rate', value(3, signed('', 24, 1, 1, 10))),
      sub(5, 'rsrrMps', 'Range Rate Resolution', value(3, unsigned('', 24, 1, 1, 10))),
      sub(6, 'sdrr', 'Range Rate Precision', fixed(4, [unsigned('sdrrMps', 32, 9, 1, 10), signed('corrr', 8, 1, 1, 128)])),
      sub(7, 'raMps2', 'Range Acceleration', value(2, signed('', 16, 1, 1, 64))),
      sub(
        8,
        'sdra',
        'Range Acceleration Precision',
        fixed(4, [unsigned('sdraMps2', 32, 17, 1, 128), signed('corar', 16, 9, 1, 128), signed('corarr', 8, 1, 1, 128)]),
      ),
    ]),
  ),
  item(
    21,
    'i626',
    'Doppler Information',
    compound([
      sub(1, 'dvMps', 'Doppler Velocity', value(3, signed('', 24, 1, 1, 100))),
      sub(2, 'sddvMps', 'Precision of Doppler Velocity', value(2, unsigned('', 16, 1, 1, 64))),
      sub(3, 'daMps2', 'Doppler Acceleration', value(2, signed('', 16, 1, 1, 64))),
      sub(4, 'sdda', 'Precision of Doppler Acceleration', fixed(3, [unsigned('sddaMps2', 24, 9, 1, 64), signed('codadv', 8, 1, 1, 128)])),
      sub(5, 'codvr', 'Correlation of Doppler Velocity and Range', value(1, signed('', 8, 1, 1, 128))),
      sub(6, 'codvrr', 'Correlation of Doppler Velocity and Range Rate', value(1, signed('', 8, 1, 1, 128))),
      sub(7, 'codvra', 'Correlation of Doppler Velocity and Range Acceleration', value(1, signed('', 8, 1, 1, 128))),
      sub(8, 'codar', 'Correlation of Doppler Acceleration and Range', value(1, signed('', 8, 1, 1, 128))),
      sub(9, 'codarr', 'Correlation of Doppler Acceleration and Range Rate', value(1, signed('', 8, 1, 1, 128))),
      sub(10, 'codara', 'Correlation of Doppler Acceleration and Range Acceleration', value(1, signed('', 8, 1, 1, 128))),
    ]),
  ),
  item(
    22,
    'i627',
    'Azimuth Information',
    compound([
      sub(1, 'azDeg', 'Azimuth', value(2, unsigned('', 16, 1, 360, 65536))),
      sub(2, 'rsazDeg', 'Azimuth Resolution', value(2, unsigned('', 16, 1, 45, 65536))),
      sub(3, 'sdazDeg', 'Standard Deviation of Azimuth', value(2, unsigned('', 16, 1, 45, 65536))),
      sub(4, 'azrDegPerS', 'Azimuth Rate', value(2, signed('', 16, 1, 180, 65536))),
      sub(
        5,
        'sdazr',
        'Standard Deviation of Azimuth Rate',
        fixed(3, [unsigned('sdazrDegPerS', 24, 9, 45, 65536), signed('coazraz', 8, 1, 1, 128)]),
      ),
      sub(6, 'azex', 'Azimuth Extent', fixed(4, [unsigned('sDeg', 32, 17, 360, 65536), unsigned('eDeg', 16, 1, 360, 65536)])),
    ]),
  ),
  item(
    23,
    'i628',
    'Elevation Information',
    compound([
      sub(1, 'elDeg', 'Elevation', value(2, signed('', 16, 1, 180, 65536))),
      sub(2, 'rselDeg', 'Elevation Resolution', value(2, unsigned('', 16, 1, 45, 65536))),
      sub(3, 'sdelDeg', 'Standard Deviation of Elevation', value(2, unsigned('', 16, 1, 45, 65536))),
      sub(4, 'erDegPerS', 'Elevation Rate', value(2, signed('', 16, 1, 180, 65536))),
      sub(
        5,
        'sder',
        'Standard Deviation of Elevation Rate',
        fixed(3, [unsigned('sdelrDegPerS', 24, 9, 45, 65536), signed('coelrel', 8, 1, 1, 128)]),
      ),
      sub(6, 'elex', 'Elevation Extent', fixed(4, [signed('sDeg', 32, 17, 180, 65536), signed('eDeg', 16, 1, 180, 65536)])),
    ]),
  ),
  item(
    24,
    'i630',
    'Path Quality',
    compound([
      sub(1, 'dppDb', 'Direct Path - Power', value(1, signed('', 8, 1))),
      sub(2, 'dpsDb', 'Direct Path - Signal to Noise Ratio (SNR)', value(1, signed('', 8, 1))),
      sub(3, 'rpp', 'Reflected Path - Power', fixed(2, [signed('rppDb', 9, 1)])),
      sub(4, 'rpsDb', 'Reflected Path - Signal to Noise Ratio (SNR)', value(1, signed('', 8, 1))),
    ]),
  ),
  item(
    25,
    'i631',
    'Contour (Azimuth, Elevation Angle, Range Extent)',
    repeated(
      fixed(8, [
        unsigned('azconDeg', 64, 49, 360, 65536),
        signed('elconDeg', 48, 33, 180, 65536),
        unsigned('rgconstopM', 32, 17, 10000, 65536),
        unsigned('rgconstartM', 16, 1, 10000, 65536),
      ]),
    ),
  ),
  item(26, 'sp', 'Special Purpose Field', explicit()),
])
