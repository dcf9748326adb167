import {
  category,
  chained,
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
} from '../table.ts'

/**
 * Category 048 ed. 1.32: monoradar target reports.
 *
 * Each item with its bit table in the standard's numbering.
 * Source: EUROCONTROL CAT048 ed. 1.32.
 */
export const CAT048 = category(48, '1.32', [
  item(
    1,
    'i010',
    'Data Source Identifier',
    fixed(2, [
      unsigned('sac', 16, 9), // System Area Code
      unsigned('sic', 8, 1), // System Identification Code
    ]),
  ),
  item(2, 'i140S', 'Time of Day', value(3, unsigned('', 24, 1, 1, 128))),
  item(
    3,
    'i020',
    'Target Report Descriptor',
    extended([
      [unsigned('typ', 8, 6), unsigned('sim', 5, 5), unsigned('rdp', 4, 4), unsigned('spi', 3, 3), unsigned('rab', 2, 2)],
      [
        unsigned('tst', 8, 8),
        unsigned('err', 7, 7),
        unsigned('xpp', 6, 6),
        unsigned('me', 5, 5),
        unsigned('mi', 4, 4),
        unsigned('foefri', 3, 2),
      ],
      [
        unsigned('adsbEp', 8, 8), // ADSB Element Populated Bit
        unsigned('adsbVal', 7, 7), // On-Site ADS-B Information
        unsigned('scnEp', 6, 6), // SCN Element Populated Bit
        unsigned('scnVal', 5, 5), // Surveillance Cluster Network Information
        unsigned('paiEp', 4, 4), // PAI Element Populated Bit
        unsigned('paiVal', 3, 3), // Passive Acquisition Interface Information
      ],
      [
        unsigned('acasxvEp', 8, 8), // ACASXV Element Populated Bit
        unsigned('acasxvVal', 7, 4), // ACAS Extended Version Value
        unsigned('poxprEp', 3, 3), // POXPR Element Populated Bit
        unsigned('poxprVal', 2, 2), // PO Transponder Capability
      ],
      [
        unsigned('poactEp', 8, 8), // POACT Element Populated Bit
        unsigned('poactVal', 7, 7), // POACT Active for Current Plot
        unsigned('dtfxprEp', 6, 6), // DTFXPR Element Populated Bit
        unsigned('dtfxprVal', 5, 5), // Basic Dataflash Transponder Capability
        unsigned('dtfactEp', 4, 4), // DTFACT Element Populated Bit
        unsigned('dtfactVal', 3, 3), // Basic Dataflash in Current Plot
      ],
      [
        unsigned('irmxprEp', 8, 8), // IRMXPR Element Populated Bit
        unsigned('irmxprVal', 7, 7), // Transponder IRM Capability
        unsigned('irmactEp', 6, 6), // IRM Element Populated Bit
        unsigned('irmactVal', 5, 5), // IRM Active for Current Plot
      ],
    ]),
  ),
  item(
    4,
    'i040',
    'Measured Position in Polar Co-ordinates',
    fixed(4, [unsigned('rhoNm', 32, 17, 1, 256), unsigned('thetaDeg', 16, 1, 360, 65536)]),
  ),
  item(
    5,
    'i070',
    'Mode-3/A Code in Octal Representation',
    fixed(2, [
      unsigned('v', 16, 16),
      unsigned('g', 15, 15),
      unsigned('l', 14, 14),
      octal('mode3a', 12, 1), // Mode-3/A Reply in Octal Representation
    ]),
  ),
  item(
    6,
    'i090',
    'Flight Level in Binary Representation',
    fixed(2, [unsigned('v', 16, 16), unsigned('g', 15, 15), signed('fl', 14, 1, 1, 4)]),
  ),
  item(
    7,
    'i130',
    'Radar Plot Characteristics',
    compound([
      sub(1, 'srlDeg', 'SSR Plot Runlength', value(1, unsigned('', 8, 1, 360, 8192))),
      sub(2, 'srr', 'Number of Received Replies for (M)SSR', value(1, unsigned('', 8, 1))),
      sub(3, 'samDbm', 'Amplitude of (M)SSR Reply', value(1, signed('', 8, 1))),
      sub(4, 'prlDeg', 'Primary Plot Runlength', value(1, unsigned('', 8, 1, 360, 8192))),
      sub(5, 'pamDbm', 'Amplitude of Primary Plot', value(1, signed('', 8, 1))),
      sub(6, 'rpdNm', 'Difference in Range Between PSR and SSR Plot', value(1, signed('', 8, 1, 1, 256))),
      sub(7, 'apdDeg', 'Difference in Azimuth Between PSR and SSR Plot', value(1, signed('', 8, 1, 360, 16384))),
    ]),
  ),
  item(8, 'i220', 'Aircraft Address', value(3, hex('', 24, 1))),
  item(9, 'i240', 'Aircraft Identification', value(6, ia5('', 48, 1))),
  item(
    10,
    'i250',
    'BDS Register Data',
    repeated(
      fixed(8, [
        hex('mbdata', 64, 9), // Mode S Comm B Message Data
        unsigned('bds1', 8, 5), // Comm B Data Buffer Store 1 Address
        unsigned('bds2', 4, 1), // Comm B Data Buffer Store 2 Address
      ]),
    ),
  ),
  item(
    11,
    'i161',
    'Track Number',
    fixed(2, [
      unsigned('trn', 12, 1), // Track Number
    ]),
  ),
  item(
    12,
    'i042',
    'Calculated Position in Cartesian Co-ordinates',
    fixed(4, [
      signed('xNm', 32, 17, 1, 128), // X-Component
      signed('yNm', 16, 1, 1, 128), // X-Component
    ]),
  ),
  item(
    13,
    'i200',
    'Calculated Track Velocity in Polar Co-ordinates',
    fixed(4, [
      unsigned('gspNmPerS', 32, 17, 1, 16384), // Calculated Groundspeed
      unsigned('hdgDeg', 16, 1, 360, 65536), // Calculated Heading
    ]),
  ),
  item(
    14,
    'i170',
    'Track Status',
    extended([
      [
        unsigned('cnf', 8, 8), // Confirmed Vs. Tentative Track
        unsigned('rad', 7, 6), // Type of Sensor(s) Maintaining Track
        unsigned('dou', 5, 5), // Signals Level of Confidence in Plot to Track Association Process
        unsigned('mah', 4, 4), // Manoeuvre Detection in Horizontal Sense
        unsigned('cdm', 3, 2), // Climbing / Descending Mode
      ],
      [
        unsigned('tre', 8, 8), // Signal for End_of_Track
        unsigned('gho', 7, 7), // Ghost Vs. True Target
        unsigned('sup', 6, 6),
        unsigned('tcc', 5, 5), // Type of Plot Coordinate Transformation Mechanism:
      ],
    ]),
  ),
  item(
    15,
    'i210',
    'Track Quality',
    fixed(4, [
      unsigned('sigxNm', 32, 25, 1, 128),
      unsigned('sigyNm', 24, 17, 1, 128),
      unsigned('sigvNmPerS', 16, 9, 1, 16384),
      unsigned('sighDeg', 8, 1, 360, 4096),
    ]),
  ),
  item(16, 'i030', 'Warning/Error Conditions and Target Classification', chained(1, [unsigned('', 8, 2)])),
  item(
    17,
    'i080',
    'Mode-3/A Code Confidence Indicator',
    fixed(2, [
      unsigned('qa4', 12, 12),
      unsigned('qa2', 11, 11),
      unsigned('qa1', 10, 10),
      unsigned('qb4', 9, 9),
      unsigned('qb2', 8, 8),
      unsigned('qb1', 7, 7),
      unsigned('qc4', 6, 6),
      unsigned('qc2', 5, 5),
      unsigned('qc1', 4, 4),
      unsigned('qd4', 3, 3),
      unsigned('qd2', 2, 2),
      unsigned('qd1', 1, 1),
    ]),
  ),
  item(
    18,
    'i100',
    'Mode-C Code and Code Confidence Indicator',
    fixed(4, [
      unsigned('v', 32, 32),
      unsigned('g', 31, 31),
      unsigned('modec', 28, 17), // Mode-C Reply in Gray Notation
      unsigned('qc1', 12, 12),
      unsigned('qa1', 11, 11),
      unsigned('qc2', 10, 10),
      unsigned('qa2', 9, 9),
      unsigned('qc4', 8, 8),
      unsigned('qa4', 7, 7),
      unsigned('qb1', 6, 6),
      unsigned('qd1', 5, 5),
      unsigned('qb2', 4, 4),
      unsigned('qd2', 3, 3),
      unsigned('qb4', 2, 2),
      unsigned('qd4', 1, 1),
    ]),
  ),
  item(19, 'i110', 'Height Measured by a 3D Radar', fixed(2, [signed('heightFt', 14, 1, 25)])),
  item(
    20,
    'i120',
    'Radial Doppler Speed',
    compound([
      sub(
        1,
        'cal',
        'Calculated Doppler Speed',
        fixed(2, [
          unsigned('d', 16, 16),
          signed('calMps', 10, 1), // Calculated Doppler Speed, Coded in Two's Complement
        ]),
      ),
      sub(
        2,
        'rds',
        'Raw Doppler Speed',
        repeated(
          fixed(6, [
            unsigned('dopMps', 48, 33), // Doppler Speed
            unsigned('ambMps', 32, 17), // Ambiguity Range
            unsigned('frqMhz', 16, 1), // Transmitter Frequency
          ]),
        ),
      ),
    ]),
  ),
  item(
    21,
    'i230',
    'Communications/ACAS Capability and Flight Status',
    fixed(2, [
      unsigned('com', 16, 14), // Communications Capability of the Transponder
      unsigned('stat', 13, 11), // Flight Status
      unsigned('si', 10, 10), // SI/II Transponder Capability
      unsigned('mssc', 8, 8), // Mode-S Specific Service Capability
      unsigned('arc', 7, 7), // Altitude Reporting Capability
      unsigned('aic', 6, 6), // Aircraft Identification Capability
      unsigned('b1a', 5, 5), // BDS 1,0 Bit 16
      unsigned('b1b', 4, 1), // BDS 1,0 Bits 37/40
    ]),
  ),
  item(22, 'i260', 'ACAS Resolution Advisory Report', value(7, hex('', 56, 1))),
  item(
    23,
    'i055',
    'Mode-1 Code in Octal Representation',
    fixed(1, [
      unsigned('v', 8, 8),
      unsigned('g', 7, 7),
      unsigned('l', 6, 6),
      unsigned('mode1', 5, 1), // Mode-1 Code
    ]),
  ),
  item(
    24,
    'i050',
    'Mode-2 Code in Octal Representation',
    fixed(2, [
      unsigned('v', 16, 16),
      unsigned('g', 15, 15),
      unsigned('l', 14, 14),
      octal('mode2', 12, 1), // Mode-2 Code in Octal Representation
    ]),
  ),
  item(
    25,
    'i065',
    'Mode-1 Code Confidence Indicator',
    fixed(1, [unsigned('qa4', 5, 5), unsigned('qa2', 4, 4), unsigned('qa1', 3, 3), unsigned('qb2', 2, 2), unsigned('qb1', 1, 1)]),
  ),
  item(
    26,
    'i060',
    'Mode-2 Code Confidence Indicator',
    fixed(2, [
      unsigned('qa4', 12, 12),
      unsigned('qa2', 11, 11),
      unsigned('qa1', 10, 10),
      unsigned('qb4', 9, 9),
      unsigned('qb2', 8, 8),
      unsigned('qb1', 7, 7),
      unsigned('qc4', 6, 6),
      unsigned('qc2', 5, 5),
      unsigned('qc1', 4, 4),
      unsigned('qd4', 3, 3),
      unsigned('qd2', 2, 2),
      unsigned('qd1', 1, 1),
    ]),
  ),
  item(27, 'sp', 'Special Purpose Field', explicit()),
  item(28, 're', 'Reserved Expansion Field', explicit()),
])
