import {
  category,
  compound,
  explicit,
  extended,
  fixed,
  hex,
  ia5,
  item,
  octal,
  repeated,
  signed,
  sub,
  unsigned,
  value,
  when,
} from '../table.ts'

/**
 * Category 021 ed. 0.26: ADS-B target reports in the layout before edition 1.0, which shares little with the present one.
 *
 * Each item with its bit table in the standard's numbering.
 * Source: EUROCONTROL CAT021 ed. 0.26.
 */
export const CAT021_V0_26 = category(21, '0.26', [
  item(
    1,
    'i010',
    'Data Source Identification',
    fixed(2, [
      unsigned('sac', 16, 9), // System Area Code
      unsigned('sic', 8, 1), // System Identification Code
    ]),
  ),
  item(
    2,
    'i040',
    'Target Report Descriptor',
    fixed(2, [
      unsigned('dcr', 16, 16), // Differential Correction
      unsigned('gbs', 15, 15), // Ground Bit Setting
      unsigned('sim', 14, 14), // Simulated Target
      unsigned('tst', 13, 13), // Test Target
      unsigned('rab', 12, 12), // Report Type
      unsigned('saa', 11, 11), // Selected Altitude Available
      unsigned('spi', 10, 10), // Special Position Identification
      unsigned('atp', 8, 6), // Address Type
      unsigned('arc', 5, 4), // Altitude Reporting Capability
    ]),
  ),
  item(3, 'i030S', 'Time of Day', value(3, unsigned('', 24, 1, 1, 128))),
  item(
    4,
    'i130',
    'Position in WGS-84 Co-ordinates',
    fixed(8, [
      signed('latDeg', 64, 33, 180, 33554432), // Latitude
      signed('lonDeg', 32, 1, 180, 33554432), // Longitude
    ]),
  ),
  item(5, 'i080', 'Target Address', value(3, hex('', 24, 1))),
  item(6, 'i140Ft', 'Geometric Altitude', value(2, signed('', 16, 1, 25, 4))),
  item(
    7,
    'i090',
    'Figure of Merit',
    fixed(2, [
      unsigned('ac', 16, 15), // ACAS Capabilities
      unsigned('mn', 14, 13), // Multiple Navigation Aids
      unsigned('dc', 12, 11), // Differential Correction
      signed('pa', 4, 1), // Position Accuracy
    ]),
  ),
  item(
    8,
    'i210',
    'Link Technology Indicator',
    fixed(1, [
      unsigned('dti', 5, 5), // Cockpit Display of Traffic Information
      unsigned('mds', 4, 4), // Mode-S Extended Squitter
      unsigned('uat', 3, 3), // UAT
      unsigned('vdl', 2, 2), // VDL Mode 4
      unsigned('otr', 1, 1), // Other Technology
    ]),
  ),
  item(9, 'i230Deg', 'Roll Angle', value(2, signed('', 16, 1, 1, 100))),
  item(10, 'i145Fl', 'Flight Level', value(2, signed('', 16, 1, 1, 4))),
  item(
    11,
    'i150',
    'Air Speed',
    fixed(2, [
      unsigned('im', 16, 16),
      when('im', 0, unsigned('asNmPerS', 15, 1, 1, 16384)), // Air Speed (IAS or Mach)
      when('im', 1, unsigned('asMach', 15, 1, 1, 1000)), // Air Speed (IAS or Mach)
    ]),
  ),
  item(12, 'i151Kt', 'True Airspeed', value(2, unsigned('', 16, 1))),
  item(13, 'i152Deg', 'Magnetic Heading', value(2, unsigned('', 16, 1, 360, 65536))),
  item(14, 'i155FtPerMin', 'Barometric Vertical Rate', value(2, signed('', 16, 1, 25, 4))),
  item(15, 'i157FtPerMin', 'Geometric Vertical Rate', value(2, signed('', 16, 1, 25, 4))),
  item(
    16,
    'i160',
    'Ground Vector',
    fixed(4, [
      signed('gsNmPerS', 32, 17, 1, 16384), // Ground Speed in Two's Complement Form Referenced to WGS84
      unsigned('taDeg', 16, 1, 360, 65536), // Track Angle
    ]),
  ),
  item(
    17,
    'i165',
    'Rate Of Turn',
    extended([
      [
        unsigned('ti', 8, 7), // Turn Indicator
      ],
      [
        signed('rotDegPerS', 8, 2, 1, 4), // Rate of Turn
      ],
    ]),
  ),
  item(18, 'i170', 'Target Identification', value(6, ia5('', 48, 1))),
  item(19, 'i095', 'Velocity Accuracy', value(1, unsigned('', 8, 1))),
  item(20, 'i032S', 'Time of Day Accuracy', value(1, unsigned('', 8, 1, 1, 256))),
  item(21, 'i200', 'Target Status', value(1, unsigned('', 8, 1))),
  item(22, 'i020', 'Emitter Category', value(1, unsigned('', 8, 1))),
  item(
    23,
    'i220',
    'Met Information',
    compound([
      sub(1, 'wsKt', 'Wind Speed', value(2, unsigned('', 16, 1))),
      sub(2, 'wdDeg', 'Wind Direction', value(2, unsigned('', 16, 1))),
      sub(3, 'tmpDegC', 'Temperature', value(2, signed('', 16, 1, 1, 4))),
      sub(4, 'trb', 'Turbulence', value(1, unsigned('', 8, 1))),
    ]),
  ),
  item(
    24,
    'i146',
    'Intermediate State Selected Altitude',
    fixed(2, [
      unsigned('sas', 16, 16), // Source Availability
      unsigned('src', 15, 14), // Source
      signed('altFt', 13, 1, 25), // Altitude
    ]),
  ),
  item(
    25,
    'i148',
    'Final State Selected Altitude',
    fixed(2, [
      unsigned('mv', 16, 16), // Manage Vertical Mode
      unsigned('ah', 15, 15), // Altitude Hold Mode
      unsigned('am', 14, 14), // Approach Mode
      signed('altFt', 13, 1, 25), // Altitude
    ]),
  ),
  item(
    26,
    'i110',
    'Trajectory Intent',
    compound([
      sub(1, 'tis', 'Trajectory Intent Status', extended([[unsigned('nav', 8, 8), unsigned('nvb', 7, 7)]])),
      sub(
        2,
        'tid',
        'Trajectory Intent Data',
        repeated(
          fixed(15, [
            unsigned('tca', 120, 120),
            unsigned('nc', 119, 119),
            unsigned('tcpn', 118, 113),
            signed('altFt', 112, 97, 10), // Altitude in Two's Complement Form
            signed('latDeg', 96, 73, 180, 8388608), // In WGS.84 in Two's Complement
            signed('lonDeg', 72, 49, 180, 8388608), // In WGS.84 in Two's Complement
            unsigned('pt', 48, 45), // Point Type
            unsigned('td', 44, 43),
            unsigned('tra', 42, 42),
            unsigned('toa', 41, 41),
            unsigned('tovS', 40, 17), // Time Over Point
            unsigned('ttrNm', 16, 1, 1, 100), // TCP Turn Radius
          ]),
        ),
      ),
    ]),
  ),
  item(
    27,
    'i070',
    'Mode 3/A Code in Octal Representation',
    fixed(2, [
      unsigned('v', 16, 16),
      unsigned('g', 15, 15),
      unsigned('l', 14, 14),
      octal('mode3a', 12, 1), // Mode-3/A Reply in Octal Representation
    ]),
  ),
  item(28, 'i131', 'Signal Amplitude', value(1, unsigned('', 8, 1))),
  item(34, 're', 'Reserved Expansion Field', explicit()),
  item(35, 'sp', 'Special Purpose Field', explicit()),
])
