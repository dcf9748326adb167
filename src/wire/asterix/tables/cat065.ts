import { category, explicit, fixed, item, unsigned, value } from '../table.ts'

/**
 * Category 065 ed. 1.6: status of a tracker and its services.
 *
 * Each item with its bit table in the standard's numbering.
 * Source: EUROCONTROL CAT065 ed. 1.6.
 */
export const CAT065 = category(65, '1.6', [
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
  item(3, 'i015', 'Service Identification', value(1, unsigned('', 8, 1))),
  item(4, 'i030S', 'Time of Message', value(3, unsigned('', 24, 1, 1, 128))),
  item(5, 'i020', 'Batch Number', value(1, unsigned('', 8, 1))),
  item(
    6,
    'i040',
    'SDPS Configuration and Status',
    fixed(1, [
      unsigned('nogo', 8, 7),
      unsigned('ovl', 6, 6),
      unsigned('tsv', 5, 5),
      unsigned('pss', 4, 3), // Processing System Status
      unsigned('sttn', 2, 2), // Track Re-numbering Indication
    ]),
  ),
  item(7, 'i050', 'Service Status Report', value(1, unsigned('', 8, 1))),
  item(13, 're', 'Reserved Expansion Field', explicit()),
  item(14, 'sp', 'Special Purpose Field', explicit()),
])
