import { category, explicit, extended, fixed, item, signed, unsigned, value } from '../table.ts'

/**
 * Category 063 ed. 1.7: status of the sensors of a tracker.
 *
 * Each item with its bit table in the standard's numbering.
 * Source: EUROCONTROL CAT063 ed. 1.7.
 */
export const CAT063 = category(63, '1.7', [
  item(
    1,
    'i010',
    'Data Source Identifier',
    fixed(2, [
      unsigned('sac', 16, 9), // System Area Code
      unsigned('sic', 8, 1), // System Identification Code
    ]),
  ),
  item(2, 'i015', 'Service Identification', value(1, unsigned('', 8, 1))),
  item(3, 'i030S', 'Time of Message', value(3, unsigned('', 24, 1, 1, 128))),
  item(
    4,
    'i050',
    'Sensor Identifier',
    fixed(2, [
      unsigned('sac', 16, 9), // System Area Code
      unsigned('sic', 8, 1), // System Identification Code
    ]),
  ),
  item(
    5,
    'i060',
    'Sensor Configuration and Status',
    extended([
      [
        unsigned('con', 8, 7),
        unsigned('psr', 6, 6),
        unsigned('ssr', 5, 5),
        unsigned('mds', 4, 4),
        unsigned('ads', 3, 3),
        unsigned('mlt', 2, 2),
      ],
      [
        unsigned('ops', 8, 8), // Operational Release Status of the System
        unsigned('odp', 7, 7), // Data Processor Overload Indicator
        unsigned('oxt', 6, 6), // Transmission Subsystem Overload Status
        unsigned('msc', 5, 5), // Monitoring System Connected Status
        unsigned('tsv', 4, 4), // Time Source Validity
        unsigned('npw', 3, 3), // No Plot Warning
      ],
      [
        unsigned('ttfEp', 8, 8), // Element Populated Bit
        unsigned('ttfVal', 7, 7), // Test Target Failure Status Values
        unsigned('spoEp', 6, 6), // Element Populated Bit
        unsigned('spoVal', 5, 5), // Indication of Spoofing Attack Values
      ],
    ]),
  ),
  item(6, 'i070Ms', 'Time Stamping Bias', value(2, signed('', 16, 1))),
  item(
    7,
    'i080',
    'SSR / Mode S Range Gain and Bias',
    fixed(4, [
      signed('srg', 32, 17, 1, 100000), // Mode S Range Gain
      signed('srbNm', 16, 1, 1, 128), // Mode S Range Bias
    ]),
  ),
  item(8, 'i081Deg', 'SSR Mode S Azimuth Bias', value(2, signed('', 16, 1, 360, 65536))),
  item(
    9,
    'i090',
    'PSR Range Gain and Bias',
    fixed(4, [
      signed('prg', 32, 17, 1, 100000), // PSR Range Gain
      signed('prbNm', 16, 1, 1, 128), // PSR Range Bias
    ]),
  ),
  item(10, 'i091Deg', 'PSR Azimuth Bias', value(2, signed('', 16, 1, 360, 65536))),
  item(11, 'i092Deg', 'PSR Elevation Bias', value(2, signed('', 16, 1, 360, 65536))),
  item(13, 're', 'Reserved Expansion Field', explicit()),
  item(14, 'sp', 'Special Purpose Field', explicit()),
])
