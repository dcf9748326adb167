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
import { CAT021_EXPANSION } from './cat021-expansion.ts'

/**
 * Category 021 ed. 2.7: ADS-B target reports; the layout of editions 2.1 to 2.7, whose later items are only additions.
 *
 * Each item with its bit table in the standard's numbering.
 * Source: EUROCONTROL CAT021 ed. 2.7.
 */
export const CAT021 = category(21, '2.7', [
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
    extended([
      [
        unsigned('atp', 8, 6), // Address Type
        unsigned('arc', 5, 4), // Altitude Reporting Capability
        unsigned('rc', 3, 3), // Range Check
        unsigned('rab', 2, 2), // Report Type
      ],
      [
        unsigned('dcr', 8, 8), // Differential Correction
        unsigned('gbs', 7, 7), // Ground Bit Setting
        unsigned('sim', 6, 6), // Simulated Target
        unsigned('tst', 5, 5), // Test Target
        unsigned('saa', 4, 4), // Selected Altitude Available
        unsigned('cl', 3, 2), // Confidence Level
      ],
      [
        unsigned('llc', 7, 7), // List Lookup Check
        unsigned('ipc', 6, 6), // Independent Position Check
        unsigned('nogo', 5, 5), // No-go Bit Status
        unsigned('cpr', 4, 4), // Compact Position Reporting
        unsigned('ldpj', 3, 3), // Local Decoding Position Jump
        unsigned('rcf', 2, 2), // Range Check
      ],
      [
        unsigned('tbcEp', 8, 8), // Element Populated Bit
        unsigned('tbcVal', 7, 2), // Value
      ],
      [
        unsigned('mbcEp', 8, 8), // Element Populated Bit
        unsigned('mbcVal', 7, 2), // Value
      ],
    ]),
  ),
  item(
    3,
    'i161',
    'Track Number',
    fixed(2, [
      unsigned('trnum', 12, 1), // Track Number
    ]),
  ),
  item(4, 'i015', 'Service Identification', value(1, unsigned('', 8, 1))),
  item(5, 'i071S', 'Time of Applicability for Position', value(3, unsigned('', 24, 1, 1, 128))),
  item(
    6,
    'i130',
    'Position in WGS-84 Co-ordinates',
    fixed(6, [
      signed('latDeg', 48, 25, 180, 8388608), // Latitude
      signed('lonDeg', 24, 1, 180, 8388608), // Longitude
    ]),
  ),
  item(
    7,
    'i131',
    'High-Resolution Position in WGS-84 Co-ordinates',
    fixed(8, [
      signed('latDeg', 64, 33, 180, 1073741824), // Latitude
      signed('lonDeg', 32, 1, 180, 1073741824), // Longitude
    ]),
  ),
  item(8, 'i072S', 'Time of Applicability for Velocity', value(3, unsigned('', 24, 1, 1, 128))),
  item(
    9,
    'i150',
    'Air Speed',
    fixed(2, [
      unsigned('im', 16, 16),
      when('im', 0, unsigned('asNmPerS', 15, 1, 1, 16384)), // Air Speed (IAS or Mach)
      when('im', 1, unsigned('asMach', 15, 1, 1, 1000)), // Air Speed (IAS or Mach)
    ]),
  ),
  item(
    10,
    'i151',
    'True Airspeed',
    fixed(2, [
      unsigned('re', 16, 16), // Range Exceeded Indicator
      unsigned('tasKt', 15, 1), // True Air Speed
    ]),
  ),
  item(11, 'i080', 'Target Address', value(3, hex('', 24, 1))),
  item(12, 'i073S', 'Time of Message Reception for Position', value(3, unsigned('', 24, 1, 1, 128))),
  item(
    13,
    'i074',
    'Time of Message Reception of Position-High Precision',
    fixed(4, [
      unsigned('fsi', 32, 31), // Full Second Indication
      unsigned('tomrpS', 30, 1, 1, 1073741824),
    ]),
  ),
  item(14, 'i075S', 'Time of Message Reception for Velocity', value(3, unsigned('', 24, 1, 1, 128))),
  item(
    15,
    'i076',
    'Time of Message Reception of Velocity-High Precision',
    fixed(4, [
      unsigned('fsi', 32, 31), // Full Second Indication
      unsigned('tomrpS', 30, 1, 1, 1073741824),
    ]),
  ),
  item(16, 'i140Ft', 'Geometric Height', value(2, signed('', 16, 1, 25, 4))),
  item(
    17,
    'i090',
    'Quality Indicators',
    extended([
      [unsigned('nucrnacv', 8, 6), unsigned('nucpnic', 5, 2)],
      [
        unsigned('nicbaro', 8, 8), // Navigation Integrity Category for Barometric Altitude
        unsigned('sil', 7, 6), // Surveillance (version 1) or Source (version 2) Integrity Level
        unsigned('nacp', 5, 2), // Navigation Accuracy Category for Position
      ],
      [
        unsigned('sils', 6, 6), // SIL-Supplement
        unsigned('sda', 5, 4),
        unsigned('gva', 3, 2), // Geometric Altitude Accuracy
      ],
      [
        unsigned('pic', 8, 5), // Position Integrity Category
        unsigned('src', 4, 4), // Source of the PIC
      ],
      [
        unsigned('valstateEp', 6, 6), // VAL_STATE Element Populated Bit
        unsigned('valstateVal', 5, 4), // VAL_STATE Value
        unsigned('vd', 3, 3), // Validation Distance Availability
        unsigned('vq', 2, 2), // Validation Distance Quality Availability
      ],
      [
        unsigned('valdistp1M', 8, 2, 128), // Position Validation Distance P1
      ],
      [
        unsigned('valdistp2M', 8, 2), // Position Validation Distance P2
      ],
      [
        unsigned('valdistqualp1M', 8, 2, 128), // Position Validation Distance Quality P1
      ],
      [
        unsigned('valdistqualp2M', 8, 2), // Position Validation Distance Quality P2
      ],
    ]),
  ),
  item(
    18,
    'i210',
    'MOPS Version',
    fixed(1, [
      unsigned('vns', 7, 7), // Version Not Supported
      unsigned('vn', 6, 4), // Version Number
      unsigned('ltt', 3, 1), // Link Technology Type
    ]),
  ),
  item(
    19,
    'i070',
    'Mode 3/A Code in Octal Representation',
    fixed(2, [
      octal('mode3a', 12, 1), // Mode-3/A Reply in Octal Representation
    ]),
  ),
  item(20, 'i230Deg', 'Roll Angle', value(2, signed('', 16, 1, 1, 100))),
  item(21, 'i145Fl', 'Flight Level', value(2, signed('', 16, 1, 1, 4))),
  item(22, 'i152Deg', 'Magnetic Heading', value(2, unsigned('', 16, 1, 360, 65536))),
  item(
    23,
    'i200',
    'Target Status',
    fixed(1, [
      unsigned('icf', 8, 8), // Intent Change Flag (see Note)
      unsigned('lnav', 7, 7), // LNAV Mode
      unsigned('me', 6, 6), // Military Emergency
      unsigned('ps', 5, 3), // Priority Status
      unsigned('ss', 2, 1), // Surveillance Status
    ]),
  ),
  item(
    24,
    'i155',
    'Barometric Vertical Rate',
    fixed(2, [
      unsigned('re', 16, 16), // Range Exceeded Indicator
      signed('bvrFtPerMin', 15, 1, 25, 4), // Barometric Vertical Rate
    ]),
  ),
  item(
    25,
    'i157',
    'Geometric Vertical Rate',
    fixed(2, [
      unsigned('re', 16, 16), // Range Exceeded Indicator
      signed('gvrFtPerMin', 15, 1, 25, 4), // Geometric Vertical Rate
    ]),
  ),
  item(
    26,
    'i160',
    'Airborne Ground Vector',
    fixed(4, [
      unsigned('re', 32, 32), // Range Exceeded Indicator
      unsigned('gsNmPerS', 31, 17, 1, 16384), // Ground Speed Referenced to WGS-84
      unsigned('taDeg', 16, 1, 360, 65536), // Track Angle Clockwise Reference to True North
    ]),
  ),
  item(
    27,
    'i165',
    'Track Angle Rate',
    fixed(2, [
      signed('tarDegPerS', 10, 1, 1, 32), // Track Angle Rate
    ]),
  ),
  item(28, 'i077S', 'Time of ASTERIX Report Transmission', value(3, unsigned('', 24, 1, 1, 128))),
  item(29, 'i170', 'Target Identification', value(6, ia5('', 48, 1))),
  item(30, 'i020', 'Emitter Category', value(1, unsigned('', 8, 1))),
  item(
    31,
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
    32,
    'i146',
    'Selected Altitude',
    fixed(2, [
      unsigned('sas', 16, 16), // Source Availability
      unsigned('s', 15, 14), // Source
      signed('altFt', 13, 1, 25), // Altitude
    ]),
  ),
  item(
    33,
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
    34,
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
  item(35, 'i016S', 'Service Management', value(1, unsigned('', 8, 1, 1, 2))),
  item(
    36,
    'i008',
    'Aircraft Operational Status',
    fixed(1, [
      unsigned('ra', 8, 8), // TCAS Resolution Advisory Active
      unsigned('tc', 7, 6), // Target Trajectory Change Report Capability
      unsigned('ts', 5, 5), // Target State Report Capability
      unsigned('arv', 4, 4), // Air-Referenced Velocity Report Capability
      unsigned('cdtia', 3, 3), // Cockpit Display of Traffic Information Airborne
      unsigned('nottcas', 2, 2), // TCAS System Status
      unsigned('sa', 1, 1), // Single Antenna
    ]),
  ),
  item(
    37,
    'i271',
    'Surface Capabilities and Characteristics',
    extended([
      [
        unsigned('poa', 6, 6), // Position Offset Applied
        unsigned('cdtis', 5, 5), // Cockpit Display of Traffic Information Surface
        unsigned('b2low', 4, 4), // Class B2 Transmit Power Less Than 70 Watts
        unsigned('ras', 3, 3), // Receiving ATC Services
        unsigned('ident', 2, 2), // Setting of IDENT Switch
      ],
      [
        unsigned('lw', 8, 5), // Length and Width of the Aircraft
      ],
    ]),
  ),
  item(38, 'i132Dbm', 'Message Amplitude', value(1, signed('', 8, 1))),
  item(
    39,
    'i250',
    'Mode S MB Data',
    repeated(
      fixed(8, [
        hex('mb', 64, 9), // Mode S Comm-B message
        unsigned('bds1', 8, 5),
        unsigned('bds2', 4, 1),
      ]),
    ),
  ),
  item(
    40,
    'i260',
    'ACAS Resolution Advisory Report',
    fixed(7, [
      unsigned('typ', 56, 52), // Message Type (= 28 for 1090 ES, Version 2)
      unsigned('styp', 51, 49), // Message Sub-type (= 2 for 1090 ES, Version 2)
      unsigned('ara', 48, 35), // Active Resolution Advisories
      unsigned('rac', 34, 31), // RAC (RA Complement) Record
      unsigned('rat', 30, 30), // RA Terminated
      unsigned('mte', 29, 29), // Multiple Threat Encounter
      unsigned('tti', 28, 27), // Threat Type Indicator
      unsigned('tid', 26, 1), // Threat Identity Data
    ]),
  ),
  item(41, 'i400', 'Receiver ID', value(1, unsigned('', 8, 1))),
  item(
    42,
    'i295',
    'Data Ages',
    compound([
      sub(1, 'aosS', 'Aircraft Operational Status Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(2, 'trdS', 'Target Report Descriptor Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(3, 'm3aS', 'Mode 3/A Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(4, 'qiS', 'Quality Indicators Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(5, 'ti1S', 'Trajectory Intent Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(6, 'mamS', 'Message Amplitude Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(7, 'ghS', 'Geometric Height Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(8, 'flS', 'Flight Level Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(9, 'salS', 'Selected Altitude Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(10, 'fsaS', 'Final State Selected Altitude Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(11, 'asS', 'Air Speed Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(12, 'tasS', 'True Air Speed Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(13, 'mhS', 'Magnetic Heading Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(14, 'bvrS', 'Barometric Vertical Rate Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(15, 'gvrS', 'Geometric Vertical Rate Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(16, 'gvS', 'Ground Vector Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(17, 'tarS', 'Track Angle Rate Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(18, 'ti2S', 'Target Identification Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(19, 'tsS', 'Target Status Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(20, 'metS', 'Met Information Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(21, 'roaS', 'Roll Angle Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(22, 'araS', 'ACAS Resolution Advisory Age', value(1, unsigned('', 8, 1, 1, 10))),
      sub(23, 'sccS', 'Surface Capabilities and Characteristics Age', value(1, unsigned('', 8, 1, 1, 10))),
    ]),
  ),
  item(48, 're', 'Reserved Expansion Field', CAT021_EXPANSION),
  item(49, 'sp', 'Special Purpose Field', explicit()),
])
