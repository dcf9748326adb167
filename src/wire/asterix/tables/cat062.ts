import { category, chained, compound, explicit, extended, fixed, ia5, item, octal, signed, sub, unsigned, value } from '../table.ts'
import { AIRCRAFT_DERIVED_DATA } from './cat062-aircraft-derived.ts'
import { TRACK_DATA_AGES } from './cat062-data-ages.ts'
import { FLIGHT_PLAN_DATA } from './cat062-flight-plan.ts'
import { MEASURED_INFORMATION } from './cat062-measured.ts'
import { CAT062_EXPANSION } from './cat062-expansion.ts'

/**
 * Category 062 ed. 1.21: system tracks; the layout of editions 1.16 and later.
 *
 * Each item with its bit table in the standard's numbering.
 * Source: EUROCONTROL CAT062 ed. 1.21.
 */
export const CAT062 = category(62, '1.21', [
  item(
    1,
    'i010',
    'Data Source Identifier',
    fixed(2, [
      unsigned('sac', 16, 9), // System Area Code
      unsigned('sic', 8, 1), // System Identification Code
    ]),
  ),
  item(3, 'i015', 'Service Identification', value(1, unsigned('', 8, 1))),
  item(4, 'i070S', 'Time Of Track Information', value(3, unsigned('', 24, 1, 1, 128))),
  item(
    5,
    'i105',
    'Calculated Position In WGS-84 Co-ordinates',
    fixed(8, [
      signed('latDeg', 64, 33, 180, 33554432), // Latitude
      signed('lonDeg', 32, 1, 180, 33554432), // Longitude
    ]),
  ),
  item(
    6,
    'i100',
    'Calculated Track Position (Cartesian)',
    fixed(6, [
      signed('xM', 48, 25, 1, 2), // X Coordinate
      signed('yM', 24, 1, 1, 2), // Y Coordinate
    ]),
  ),
  item(
    7,
    'i185',
    'Calculated Track Velocity (Cartesian)',
    fixed(4, [
      signed('vxMps', 32, 17, 1, 4), // Velocity (X-component)
      signed('vyMps', 16, 1, 1, 4), // Velocity (Y-component)
    ]),
  ),
  item(8, 'i210', 'Calculated Acceleration (Cartesian)', fixed(2, [signed('axMps2', 16, 9, 1, 4), signed('ayMps2', 8, 1, 1, 4)])),
  item(
    9,
    'i060',
    'Track Mode 3/A Code',
    fixed(2, [
      unsigned('v', 16, 16), // Validated
      unsigned('g', 15, 15), // Garbled
      unsigned('ch', 14, 14), // Change in Mode 3/A
      octal('mode3a', 12, 1), // Mode-3/A Reply in Octal Representation
    ]),
  ),
  item(
    10,
    'i245',
    'Target Identification',
    fixed(7, [
      unsigned('sti', 56, 55),
      ia5('chr', 48, 1), // Characters 1-8 (Coded on 6 Bits Each) Defining Target Identification
    ]),
  ),
  item(11, 'i380', 'Aircraft Derived Data', AIRCRAFT_DERIVED_DATA),
  item(12, 'i040', 'Track Number', value(2, unsigned('', 16, 1))),
  item(
    13,
    'i080',
    'Track Status',
    extended([
      [
        unsigned('mon', 8, 8),
        unsigned('spi', 7, 7),
        unsigned('mrh', 6, 6), // Most Reliable Height
        unsigned('src', 5, 3), // Source of Calculated Track Altitude for I062/130
        unsigned('cnf', 2, 2),
      ],
      [
        unsigned('sim', 8, 8),
        unsigned('tse', 7, 7),
        unsigned('tsb', 6, 6),
        unsigned('fpc', 5, 5),
        unsigned('aff', 4, 4),
        unsigned('stp', 3, 3),
        unsigned('kos', 2, 2),
      ],
      [unsigned('ama', 8, 8), unsigned('md4', 7, 6), unsigned('me', 5, 5), unsigned('mi', 4, 4), unsigned('md5', 3, 2)],
      [
        unsigned('cst', 8, 8),
        unsigned('psr', 7, 7),
        unsigned('ssr', 6, 6),
        unsigned('mds', 5, 5),
        unsigned('ads', 4, 4),
        unsigned('suc', 3, 3),
        unsigned('aac', 2, 2),
      ],
      [unsigned('sds', 8, 7), unsigned('ems', 6, 4), unsigned('pft', 3, 3), unsigned('fplt', 2, 2)],
      [
        unsigned('dupt', 8, 8),
        unsigned('dupf', 7, 7),
        unsigned('dupm', 6, 6),
        unsigned('sfc', 5, 5),
        unsigned('idd', 4, 4),
        unsigned('iec', 3, 3),
        unsigned('mlat', 2, 2),
      ],
      [unsigned('m5i', 8, 8)],
    ]),
  ),
  item(
    14,
    'i290',
    'System Track Update Ages',
    compound([
      sub(1, 'trkS', 'Track Age', value(1, unsigned('', 8, 1, 1, 4))),
      sub(2, 'psrS', 'PSR Age', value(1, unsigned('', 8, 1, 1, 4))),
      sub(3, 'ssrS', 'SSR Age', value(1, unsigned('', 8, 1, 1, 4))),
      sub(4, 'mdsS', 'Mode S Age', value(1, unsigned('', 8, 1, 1, 4))),
      sub(5, 'adsS', 'ADS-C Age', value(2, unsigned('', 16, 1, 1, 4))),
      sub(6, 'esS', 'ADS-B Extended Squitter Age', value(1, unsigned('', 8, 1, 1, 4))),
      sub(7, 'vdlS', 'ADS-B VDL Mode 4 Age', value(1, unsigned('', 8, 1, 1, 4))),
      sub(8, 'uatS', 'ADS-B UAT Age', value(1, unsigned('', 8, 1, 1, 4))),
      sub(9, 'lopS', 'Loop Age', value(1, unsigned('', 8, 1, 1, 4))),
      sub(10, 'mltS', 'Multilateration Age', value(1, unsigned('', 8, 1, 1, 4))),
    ]),
  ),
  item(
    15,
    'i200',
    'Mode of Movement',
    fixed(1, [
      unsigned('trans', 8, 7), // Transversal Acceleration
      unsigned('long', 6, 5), // Longitudinal Acceleration
      unsigned('vert', 4, 3), // Vertical Rate
      unsigned('adf', 2, 2), // Altitude Discrepancy Flag
    ]),
  ),
  item(16, 'i295', 'Track Data Ages', TRACK_DATA_AGES),
  item(17, 'i136Fl', 'Measured Flight Level', value(2, signed('', 16, 1, 1, 4))),
  item(18, 'i130Ft', 'Calculated Track Geometric Altitude', value(2, signed('', 16, 1, 25, 4))),
  item(
    19,
    'i135',
    'Calculated Track Barometric Altitude',
    fixed(2, [
      unsigned('qnh', 16, 16),
      signed('ctbFl', 15, 1, 1, 4), // Calculated Track Barometric Altitude
    ]),
  ),
  item(20, 'i220FtPerMin', 'Calculated Rate of Climb/Descent', value(2, signed('', 16, 1, 25, 4))),
  item(21, 'i390', 'Flight Plan Related Data', FLIGHT_PLAN_DATA),
  item(
    22,
    'i270',
    'Target Size and Orientation',
    extended([
      [
        unsigned('lengthM', 8, 2), // Length
      ],
      [
        unsigned('orientationDeg', 8, 2, 360, 128), // Orientation
      ],
      [
        unsigned('widthM', 8, 2), // Width
      ],
    ]),
  ),
  item(23, 'i300', 'Vehicle Fleet Identification', value(1, unsigned('', 8, 1))),
  item(
    24,
    'i110',
    'Mode 5 Data Reports and Extended Mode 1 Code',
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
          unsigned('x', 1, 1), // X-pulse from Mode 5 Data Reply or Report
        ]),
      ),
      sub(
        2,
        'pmn',
        'Mode 5 PIN/ National Origin/Mission Code',
        fixed(4, [
          unsigned('pin', 30, 17), // PIN Code
          unsigned('nat', 13, 9), // National Origin
          unsigned('mis', 6, 1), // Mission Code
        ]),
      ),
      sub(
        3,
        'pos',
        'Mode 5 Reported Position',
        fixed(6, [
          signed('latDeg', 48, 25, 180, 8388608), // Latitude
          signed('lonDeg', 24, 1, 180, 8388608), // Longitude
        ]),
      ),
      sub(
        4,
        'ga',
        'Mode 5 GNSS-derived Altitude',
        fixed(2, [
          unsigned('res', 15, 15), // Resolution with which the GNSS-derived Altitude (GA) is Reported
          signed('gaFt', 14, 1, 25),
        ]),
      ),
      sub(
        5,
        'em1',
        'Extended Mode 1 Code in Octal Representation',
        fixed(2, [
          octal('em1', 12, 1), // Extended Mode 1 Reply in Octal Representation
        ]),
      ),
      sub(6, 'tosS', 'Time Offset for POS and GA', value(1, signed('', 8, 1, 1, 128))),
      sub(
        7,
        'xp',
        'X Pulse Presence',
        fixed(1, [
          unsigned('x5', 5, 5), // X-pulse from Mode 5 Data Reply or Report
          unsigned('xc', 4, 4), // X-pulse from Mode C Reply
          unsigned('x3', 3, 3), // X-pulse from Mode 3/A Reply
          unsigned('x2', 2, 2), // X-pulse from Mode 2 Reply
          unsigned('x1', 1, 1), // X-pulse from Mode 1 Reply
        ]),
      ),
    ]),
  ),
  item(
    25,
    'i120',
    'Track Mode 2 Code',
    fixed(2, [
      octal('mode2', 12, 1), // Mode-2 Code in Octal Representation
    ]),
  ),
  item(
    26,
    'i510',
    'Composed Track Number',
    chained(3, [
      unsigned('ident', 24, 17), // System Unit Identification
      unsigned('track', 16, 2), // System Track Number
    ]),
  ),
  item(
    27,
    'i500',
    'Estimated Accuracies',
    compound([
      sub(
        1,
        'apc',
        'Estimated Accuracy Of Track Position (Cartesian)',
        fixed(4, [
          unsigned('xM', 32, 17, 1, 2), // APC (X-Component)
          unsigned('yM', 16, 1, 1, 2), // APC (Y-Component)
        ]),
      ),
      sub(2, 'covM', 'XY Covariance Component', value(2, signed('', 16, 1, 1, 2))),
      sub(
        3,
        'apw',
        'Estimated Accuracy Of Track Position (WGS-84)',
        fixed(4, [
          unsigned('latDeg', 32, 17, 180, 33554432), // APW (Latitude Component)
          unsigned('lonDeg', 16, 1, 180, 33554432), // APW (Longitude Component)
        ]),
      ),
      sub(4, 'agaFt', 'Estimated Accuracy Of Calculated Track Geometric Altitude', value(1, unsigned('', 8, 1, 25, 4))),
      sub(5, 'abaFl', 'Estimated Accuracy Of Calculated Track Barometric Altitude', value(1, unsigned('', 8, 1, 1, 4))),
      sub(
        6,
        'atv',
        'Estimated Accuracy Of Track Velocity (Cartesian)',
        fixed(2, [
          unsigned('xMps', 16, 9, 1, 4), // ATV (X-Component)
          unsigned('yMps', 8, 1, 1, 4), // ATV (Y-Component)
        ]),
      ),
      sub(
        7,
        'aa',
        'Estimated Accuracy Of Acceleration (Cartesian)',
        fixed(2, [
          unsigned('xMps2', 16, 9, 1, 4), // AA (X-Component)
          unsigned('yMps2', 8, 1, 1, 4), // AA (Y-Component)
        ]),
      ),
      sub(8, 'arcFtPerMin', 'Estimated Accuracy Of Rate Of Climb/Descent', value(1, unsigned('', 8, 1, 25, 4))),
    ]),
  ),
  item(28, 'i340', 'Measured Information', MEASURED_INFORMATION),
  item(34, 're', 'Reserved Expansion Field', CAT062_EXPANSION),
  item(35, 'sp', 'Special Purpose Field', explicit()),
])
