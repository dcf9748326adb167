import { compound, extended, fixed, hex, ia5, repeated, signed, sub, unsigned, value, when } from '../table.ts'

/**
 * I062/380 Aircraft Derived Data: the compound item of category 062 ed. 1.21, each subfield with its bit table.
 * Source: EUROCONTROL CAT062 ed. 1.21, I062/380.
 */
export const AIRCRAFT_DERIVED_DATA = compound([
  sub(1, 'adr', 'Target Address', value(3, hex('', 24, 1))),
  sub(2, 'id', 'Target Identification', value(6, ia5('', 48, 1))),
  sub(3, 'mhgDeg', 'Magnetic Heading', value(2, unsigned('', 16, 1, 360, 65536))),
  sub(
    4,
    'ias',
    'Indicated Airspeed/Mach No',
    fixed(2, [
      unsigned('im', 16, 16),
      when('im', 0, unsigned('iasNmPerS', 15, 1, 1, 16384)),
      when('im', 1, unsigned('iasMach', 15, 1, 1, 1000)),
    ]),
  ),
  sub(5, 'tasKt', 'True Airspeed', value(2, unsigned('', 16, 1))),
  sub(
    6,
    'sal',
    'Selected Altitude',
    fixed(2, [
      unsigned('sas', 16, 16),
      unsigned('src', 15, 14),
      signed('altFt', 13, 1, 25), // Altitude in Two's Complement Form
    ]),
  ),
  sub(
    7,
    'fss',
    'Final State Selected Altitude',
    fixed(2, [
      unsigned('mv', 16, 16), // Manage Vertical Mode
      unsigned('ah', 15, 15), // Altitude Hold
      unsigned('am', 14, 14), // Approach Mode
      signed('altFt', 13, 1, 25), // Altitude in Two's Complement Form
    ]),
  ),
  sub(
    8,
    'tis',
    'Trajectory Intent Status',
    extended([
      [
        unsigned('nav', 8, 8), // TID Available
        unsigned('nvb', 7, 7), // TID Valid
      ],
    ]),
  ),
  sub(
    9,
    'tid',
    'Trajectory Intent Data',
    repeated(
      fixed(15, [
        unsigned('tca', 120, 120), // TCP Number Availability
        unsigned('nc', 119, 119), // TCP Compliance
        unsigned('tcpn', 118, 113), // Trajectory Change Point Number
        signed('altFt', 112, 97, 10), // Altitude in Two's Complement Form
        signed('latDeg', 96, 73, 180, 8388608), // Latitude in WGS.84 in Two's Complement
        signed('lonDeg', 72, 49, 180, 8388608), // Longitude in WGS.84 in Two's Complement
        unsigned('pt', 48, 45), // Point Type
        unsigned('td', 44, 43), // Turn Direction
        unsigned('tra', 42, 42), // Turn Radius Availability
        unsigned('toa', 41, 41), // TOV Available
        unsigned('tovS', 40, 17), // Time Over Point
        unsigned('ttrNm', 16, 1, 1, 100), // TCP Turn Radius
      ]),
    ),
  ),
  sub(
    10,
    'com',
    'Communications/ACAS Capability and Flight Status',
    fixed(2, [
      unsigned('com', 16, 14), // Communications Capability of the Transponder
      unsigned('stat', 13, 11), // Flight Status
      unsigned('ssc', 8, 8), // Specific Service Capability
      unsigned('arc', 7, 7), // Altitude Reporting Capability
      unsigned('aic', 6, 6), // Aircraft Identification Capability
      unsigned('b1a', 5, 5), // BDS 1,0 Bit 16
      unsigned('b1b', 4, 1), // BDS BDS 1,0 Bits 37/40
    ]),
  ),
  sub(
    11,
    'sab',
    'Status Reported by ADS-B',
    fixed(2, [
      unsigned('ac', 16, 15), // ACAS Status
      unsigned('mn', 14, 13), // Multiple Navigational Aids Status
      unsigned('dc', 12, 11), // Differential Correction Status
      unsigned('gbs', 10, 10), // Ground Bit Set
      unsigned('stat', 3, 1), // Flight Status
    ]),
  ),
  sub(12, 'acs', 'ACAS Resolution Advisory Report', value(7, hex('', 56, 1))),
  sub(13, 'bvrFtPerMin', 'Barometric Vertical Rate', value(2, signed('', 16, 1, 25, 4))),
  sub(14, 'gvrFtPerMin', 'Geometric Vertical Rate', value(2, signed('', 16, 1, 25, 4))),
  sub(15, 'ranDeg', 'Roll Angle', value(2, signed('', 16, 1, 1, 100))),
  sub(
    16,
    'tar',
    'Track Angle Rate',
    fixed(2, [
      unsigned('ti', 16, 15), // Turn Indicator
      signed('rotDegPerS', 8, 2, 1, 4), // Rate of Turn in Two's Complement Form
    ]),
  ),
  sub(17, 'tanDeg', 'Track Angle', value(2, unsigned('', 16, 1, 360, 65536))),
  sub(18, 'gsNmPerS', 'Ground Speed', value(2, signed('', 16, 1, 1, 16384))),
  sub(19, 'vun', 'Velocity Uncertainty', value(1, unsigned('', 8, 1))),
  sub(
    20,
    'met',
    'Meteorological Data',
    fixed(8, [
      unsigned('ws', 64, 64), // Wind Speed Valid Flag
      unsigned('wd', 63, 63), // Wind Direction Valid Flag
      unsigned('tmp', 62, 62), // Temperature Valid Flag
      unsigned('trb', 61, 61), // Turbulence Valid Flag
      unsigned('wsdKt', 56, 41), // Wind Speed
      unsigned('wddDeg', 40, 25), // Wind Direction
      signed('tmpdDegC', 24, 9, 1, 4), // Temperature in Degrees Celsius
      unsigned('trbd', 8, 1), // Turbulence
    ]),
  ),
  sub(21, 'emc', 'Emitter Category', value(1, unsigned('', 8, 1))),
  sub(
    22,
    'pos',
    'Position',
    fixed(6, [
      signed('latDeg', 48, 25, 180, 8388608), // Latitude in WGS.84 in Two's Complement Form
      signed('lonDeg', 24, 1, 180, 8388608), // Longitude in WGS.84 in Two's Complement Form
    ]),
  ),
  sub(23, 'galFt', 'Geometric Altitude', value(2, signed('', 16, 1, 25, 4))),
  sub(
    24,
    'pun',
    'Position Uncertainty',
    fixed(1, [
      unsigned('pun', 4, 1), // Position Uncertainty
    ]),
  ),
  sub(
    25,
    'bdsdata',
    'BDS Register DATA',
    repeated(
      fixed(8, [
        hex('mb', 64, 9), // Mode S Comm-B message
        unsigned('bds1', 8, 5),
        unsigned('bds2', 4, 1),
      ]),
    ),
  ),
  sub(26, 'iarKt', 'Indicated Airspeed', value(2, unsigned('', 16, 1))),
  sub(27, 'macMach', 'Mach Number', value(2, unsigned('', 16, 1, 1, 125))),
  sub(28, 'bps', 'Barometric Pressure Setting', fixed(2, [unsigned('bpsHpa', 12, 1, 1, 10)])),
])
