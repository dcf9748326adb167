import { category, compound, explicit, fixed, item, repeated, signed, sub, unsigned, value } from '../table.ts'

/**
 * Category 034 ed. 1.29: radar service messages.
 *
 * Each item with its bit table in the standard's numbering.
 * Source: EUROCONTROL CAT034 ed. 1.29.
 */
export const CAT034 = category(34, '1.29', [
  item(
    1,
    'i010',
    'Data Source Identifier',
    fixed(2, [
      unsigned('sac', 16, 9), // System Area Code
      unsigned('sic', 8, 1), // System Identification Code
    ]),
  ),
  item(2, 'i000', 'Message Type', value(1, unsigned('', 8, 1))),
  item(3, 'i030S', 'Time of Day', value(3, unsigned('', 24, 1, 1, 128))),
  item(4, 'i020Deg', 'Sector Number', value(1, unsigned('', 8, 1, 360, 256))),
  item(5, 'i041S', 'Antenna Rotation Speed', value(2, unsigned('', 16, 1, 1, 128))),
  item(
    6,
    'i050',
    'System Configuration and Status',
    compound([
      sub(
        1,
        'com',
        'Common Part',
        fixed(1, [
          unsigned('nogo', 8, 8), // Operational Release Status of the System
          unsigned('rdpc', 7, 7), // Radar Data Processor Chain Selection Status
          unsigned('rdpr', 6, 6),
          unsigned('ovlrdp', 5, 5), // Radar Data Processor Overload Indicator
          unsigned('ovlxmt', 4, 4), // Transmission Subsystem Overload Status
          unsigned('msc', 3, 3), // Monitoring System Connected Status
          unsigned('tsv', 2, 2), // Time Source Validity
        ]),
      ),
      sub(
        4,
        'psr',
        'Specific Status Information for a PSR Sensor',
        fixed(1, [
          unsigned('ant', 8, 8), // Selected Antenna
          unsigned('chab', 7, 6), // Channel A/B Selection Status
          unsigned('ovl', 5, 5), // Overload Condition
          unsigned('msc', 4, 4), // Monitoring System Connected Status
        ]),
      ),
      sub(
        5,
        'ssr',
        'Specific Status Information for a SSR Sensor',
        fixed(1, [
          unsigned('ant', 8, 8), // Selected Antenna
          unsigned('chab', 7, 6), // Channel A/B Selection Status
          unsigned('ovl', 5, 5), // Overload Condition
          unsigned('msc', 4, 4), // Monitoring System Connected Status:
        ]),
      ),
      sub(
        6,
        'mds',
        'Specific Status Information for a Mode S Sensor',
        fixed(2, [
          unsigned('ant', 16, 16), // Selected Antenna
          unsigned('chab', 15, 14), // Channel A/B Selection Status
          unsigned('ovlsur', 13, 13), // Overload Condition
          unsigned('msc', 12, 12), // Monitoring System Connected Status:
          unsigned('scf', 11, 11), // Channel A/B Selection Status for Surveillance Co-ordination Function
          unsigned('dlf', 10, 10), // Channel A/B Selection Status for Data Link Function
          unsigned('ovlscf', 9, 9), // Overload in Surveillance Co-ordination Function
          unsigned('ovldlf', 8, 8), // Overload in Data Link Function
        ]),
      ),
    ]),
  ),
  item(
    7,
    'i060',
    'System Processing Mode',
    compound([
      sub(
        1,
        'com',
        'Common Part',
        fixed(1, [
          unsigned('redrdp', 7, 5), // Reduction Steps in Use for An Overload of the RDP
          unsigned('redxmt', 4, 2), // Reduction Steps in Use for An Overload of the Transmission Subsystem
        ]),
      ),
      sub(
        4,
        'psr',
        'Specific Processing Mode Information for a PSR Sensor',
        fixed(1, [
          unsigned('pol', 8, 8), // Polarization in Use by PSR
          unsigned('redrad', 7, 5),
          unsigned('stc', 4, 3), // Sensitivity Time Control Map in Use
        ]),
      ),
      sub(5, 'ssr', 'Specific Processing Mode Information for a SSR Sensor', fixed(1, [unsigned('redrad', 8, 6)])),
      sub(
        6,
        'mds',
        'Specific Processing Mode Information for a Mode S Sensor',
        fixed(1, [
          unsigned('redrad', 8, 6),
          unsigned('clu', 5, 5), // Cluster State
        ]),
      ),
    ]),
  ),
  item(
    8,
    'i070',
    'Message Count Values',
    repeated(
      fixed(2, [
        unsigned('typ', 16, 12), // Type of Message Counter
        unsigned('count', 11, 1), // COUNTER
      ]),
    ),
  ),
  item(
    9,
    'i100',
    'Generic Polar Window',
    fixed(8, [
      unsigned('rhostNm', 64, 49, 1, 256), // Rho Start
      unsigned('rhoendNm', 48, 33, 1, 256), // Rho End
      unsigned('thetastDeg', 32, 17, 360, 65536), // Theta Start
      unsigned('thetaendDeg', 16, 1, 360, 65536), // Theta End
    ]),
  ),
  item(10, 'i110', 'Data Filter', value(1, unsigned('', 8, 1))),
  item(
    11,
    'i120',
    '3D-Position Of Data Source',
    fixed(8, [
      signed('hgtM', 64, 49), // Height of Data Source
      signed('latDeg', 48, 25, 180, 8388608), // Latitude
      signed('lonDeg', 24, 1, 180, 8388608), // Longitude
    ]),
  ),
  item(
    12,
    'i090',
    'Collimation Error',
    fixed(2, [
      signed('rngNm', 16, 9, 1, 128), // Range Error
      signed('azmDeg', 8, 1, 360, 16384), // Azimuth Error
    ]),
  ),
  item(13, 're', 'Reserved Expansion Field', explicit()),
  item(14, 'sp', 'Special Purpose Field', explicit()),
])
