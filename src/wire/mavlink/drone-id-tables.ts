import type { FieldRow, MessageTable } from './table.ts'

/**
 * OPEN_DRONE_ID: Remote ID between an autopilot, its transmitter and receivers. Altitudes are floats and speeds centimetres, not the
 * codes of the radio messages; words for the codes are those of Remote ID, which `remote-id-of.ts` puts to them.
 */

const E7 = 10_000_000
const CENTI = 100
const LAT = { per: E7, limit: 90 } as const
const LON = { per: E7, limit: 180 } as const
/** -1000 m is unknown, as on the radio. */
const ALTITUDE = { unknown: -1000 } as const

const ADDRESS = [
  ['target_system', 'uint8_t', 'targetSystem'],
  ['target_component', 'uint8_t', 'targetComponent'],
] as const satisfies readonly FieldRow[]
/** id_or_mac: of the aircraft that was heard; zeros for one's own. */
const ADDRESS_AND_SENDER = [...ADDRESS, ['id_or_mac', 'uint8_t[20]', 'idOrMacHex']] as const satisfies readonly FieldRow[]

export const OPEN_DRONE_ID_BASIC_ID = {
  id: 12900,
  name: 'OPEN_DRONE_ID_BASIC_ID',
  fields: [
    ...ADDRESS_AND_SENDER,
    ['id_type', 'uint8_t', 'idType'],
    ['ua_type', 'uint8_t', 'aircraftType'],
    ['uas_id', 'uint8_t[20]', 'uasIdHex'],
  ],
} as const satisfies MessageTable

export const OPEN_DRONE_ID_LOCATION = {
  id: 12901,
  name: 'OPEN_DRONE_ID_LOCATION',
  fields: [
    ['latitude', 'int32_t', 'latDeg', LAT],
    ['longitude', 'int32_t', 'lonDeg', LON],
    ['altitude_barometric', 'float', 'altPressM', ALTITUDE],
    ['altitude_geodetic', 'float', 'altHaeM', ALTITUDE],
    ['height', 'float', 'heightM', ALTITUDE],
    ['timestamp', 'float', 'sinceHourS', { unknown: 0xffff, limit: 3600 }],
    ['direction', 'uint16_t', 'directionDeg', { per: CENTI, unknown: 36_100, limit: 360 }],
    ['speed_horizontal', 'uint16_t', 'speedMps', { per: CENTI, unknown: 25_500 }],
    ['speed_vertical', 'int16_t', 'climbMps', { per: CENTI, unknown: 6300 }],
    ...ADDRESS_AND_SENDER,
    ['status', 'uint8_t', 'status'],
    ['height_reference', 'uint8_t', 'heightReference'],
    ['horizontal_accuracy', 'uint8_t', 'horizontalAccuracy'],
    ['vertical_accuracy', 'uint8_t', 'verticalAccuracy'],
    ['barometer_accuracy', 'uint8_t', 'barometerAccuracy'],
    ['speed_accuracy', 'uint8_t', 'speedAccuracy'],
    ['timestamp_accuracy', 'uint8_t', 'timestampAccuracy'],
  ],
} as const satisfies MessageTable

export const OPEN_DRONE_ID_AUTHENTICATION = {
  id: 12902,
  name: 'OPEN_DRONE_ID_AUTHENTICATION',
  fields: [
    ['timestamp', 'uint32_t', 'since2019S'],
    ...ADDRESS_AND_SENDER,
    ['authentication_type', 'uint8_t', 'authType'],
    ['data_page', 'uint8_t', 'page'],
    ['last_page_index', 'uint8_t', 'lastPage'],
    ['length', 'uint8_t', 'lengthBytes'],
    ['authentication_data', 'uint8_t[23]', 'dataHex'],
  ],
} as const satisfies MessageTable

export const OPEN_DRONE_ID_SELF_ID = {
  id: 12903,
  name: 'OPEN_DRONE_ID_SELF_ID',
  fields: [...ADDRESS_AND_SENDER, ['description_type', 'uint8_t', 'textType'], ['description', 'char[23]', 'text']],
} as const satisfies MessageTable

export const OPEN_DRONE_ID_SYSTEM = {
  id: 12904,
  name: 'OPEN_DRONE_ID_SYSTEM',
  fields: [
    ['operator_latitude', 'int32_t', 'operatorLatDeg', LAT],
    ['operator_longitude', 'int32_t', 'operatorLonDeg', LON],
    ['area_ceiling', 'float', 'areaCeilingHaeM', ALTITUDE],
    ['area_floor', 'float', 'areaFloorHaeM', ALTITUDE],
    ['operator_altitude_geo', 'float', 'operatorAltHaeM', ALTITUDE],
    ['timestamp', 'uint32_t', 'since2019S'],
    ['area_count', 'uint16_t', 'areaCount'],
    ['area_radius', 'uint16_t', 'areaRadiusM'],
    ...ADDRESS_AND_SENDER,
    ['operator_location_type', 'uint8_t', 'operatorPlace'],
    ['classification_type', 'uint8_t', 'classification'],
    ['category_eu', 'uint8_t', 'euCategory'],
    ['class_eu', 'uint8_t', 'euClass'],
  ],
} as const satisfies MessageTable

export const OPEN_DRONE_ID_OPERATOR_ID = {
  id: 12905,
  name: 'OPEN_DRONE_ID_OPERATOR_ID',
  fields: [...ADDRESS_AND_SENDER, ['operator_id_type', 'uint8_t', 'idType'], ['operator_id', 'char[20]', 'id']],
} as const satisfies MessageTable

/** messages: up to 9 radio messages of 25 bytes. */
export const OPEN_DRONE_ID_MESSAGE_PACK = {
  id: 12915,
  name: 'OPEN_DRONE_ID_MESSAGE_PACK',
  fields: [
    ...ADDRESS_AND_SENDER,
    ['single_message_size', 'uint8_t', 'messageBytes'],
    ['msg_pack_size', 'uint8_t', 'messageCount'],
    ['messages', 'uint8_t[225]', 'messagesHex'],
  ],
} as const satisfies MessageTable

export const OPEN_DRONE_ID_ARM_STATUS = {
  id: 12918,
  name: 'OPEN_DRONE_ID_ARM_STATUS',
  fields: [
    ['status', 'uint8_t', 'status'],
    ['error', 'char[50]', 'error'],
  ],
} as const satisfies MessageTable

export const OPEN_DRONE_ID_SYSTEM_UPDATE = {
  id: 12919,
  name: 'OPEN_DRONE_ID_SYSTEM_UPDATE',
  fields: [
    ['operator_latitude', 'int32_t', 'operatorLatDeg', LAT],
    ['operator_longitude', 'int32_t', 'operatorLonDeg', LON],
    ['operator_altitude_geo', 'float', 'operatorAltHaeM', ALTITUDE],
    ['timestamp', 'uint32_t', 'since2019S'],
    ...ADDRESS,
  ],
} as const satisfies MessageTable
