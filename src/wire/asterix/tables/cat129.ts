import { ascii, category, explicit, fixed, item, signed, unsigned, value } from '../table.ts'
import type { CategoryTable, Form } from '../table.ts'

/**
 * Category 129 ed. 1.2: identification and target reports of unmanned aircraft. One record a block. Items 010, 050 and 080 are in every
 * record; 090 is above mean sea level, not above the ellipsoid.
 *
 * The edition contradicts itself: the profile gives item 120 one octet, the item's own section three, of which only the first is
 * described. We take three; `CAT129_RISK_IN_1_BYTE` is for senders that took one.
 *
 * Source: EUROCONTROL-SPEC-0149-29 ed. 1.2 as read by others, not seen by us.
 */
export const CAT129 = cat129(
  '1.2',
  fixed(3, [
    unsigned('ucc', 24, 23), // certification: 0 unknown, 1 open, 2 specific, 3 certified
    unsigned('arc', 22, 21), // air risk class
    unsigned('aec', 20, 17), // air encounter category
  ]),
)

export const CAT129_RISK_IN_1_BYTE = cat129(
  '1.2-risk-in-1-byte',
  fixed(1, [unsigned('ucc', 8, 7), unsigned('arc', 6, 5), unsigned('aec', 4, 1)]),
)

function cat129(edition: string, operationalRisk: Form): CategoryTable {
  return category(129, edition, [
    item(1, 'i010', 'Data Source Identifier', fixed(2, [unsigned('sac', 16, 9), unsigned('sic', 8, 1)])),
    item(2, 'i015', 'Data Destination Identifier', fixed(2, [unsigned('dac', 16, 9), unsigned('dic', 8, 1)])),
    item(3, 'i020', 'Manufacturer Identification', value(3, ascii('', 24, 1))),
    item(4, 'i030', 'Model Identification', value(3, ascii('', 24, 1))),
    item(5, 'i040', 'Serial Number', value(12, ascii('', 96, 1))),
    item(6, 'i050', 'Country of Registration', value(2, ascii('', 16, 1))),
    item(7, 'i070S', 'Time of Day', value(3, unsigned('', 24, 1, 1, 128))),
    item(8, 'i080', 'Position in WGS-84', fixed(8, [signed('latDeg', 64, 33, 180, 1073741824), signed('lonDeg', 32, 1, 180, 1073741824)])),
    item(9, 'i090M', 'Altitude above Mean Sea Level', value(3, signed('', 24, 1, 1, 10))),
    item(10, 'i100M', 'Altitude above Ground', value(3, signed('', 24, 1, 1, 10))),
    item(11, 'i110M', 'GNSS Accuracy', value(2, unsigned('', 16, 1))), // 50 % circle; 0 is unknown or over 255 m
    item(12, 'i120', 'Operational Risk', operationalRisk),
    item(13, 'sp', 'Special Purpose Field', explicit()),
    item(14, 'i185', 'Horizontal Velocity', fixed(5, [signed('vxMps', 40, 21, 1, 100), signed('vyMps', 20, 1, 1, 100)])),
    item(15, 'i220', 'Vertical Velocity', fixed(3, [signed('vzMps', 20, 1, 1, 100)])),
  ])
}
