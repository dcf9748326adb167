import type { MessageTable } from './table.ts'

/** What our own drones tell of themselves, and what traffic they see. */

const CM_PER_M = 100
const MM_PER_M = 1000
const E7 = 10_000_000
const CENTI = 100

export const HEARTBEAT = {
  id: 0,
  name: 'HEARTBEAT',
  fields: [
    ['custom_mode', 'uint32_t', 'customMode'],
    ['type', 'uint8_t', 'type'],
    ['autopilot', 'uint8_t', 'autopilot'],
    ['base_mode', 'uint8_t', 'baseMode'],
    ['system_status', 'uint8_t', 'systemStatus'],
    ['mavlink_version', 'uint8_t', 'mavlinkVersion'],
  ],
} as const satisfies MessageTable

export const SYS_STATUS = {
  id: 1,
  name: 'SYS_STATUS',
  fields: [
    ['onboard_control_sensors_present', 'uint32_t', 'sensorsPresent'],
    ['onboard_control_sensors_enabled', 'uint32_t', 'sensorsEnabled'],
    ['onboard_control_sensors_health', 'uint32_t', 'sensorsHealth'],
    ['load', 'uint16_t', 'loadPercent', { per: 10 }],
    ['voltage_battery', 'uint16_t', 'batteryV', { per: 1000, unknown: 0xffff }],
    ['current_battery', 'int16_t', 'batteryA', { per: CENTI, unknown: -1 }],
    ['drop_rate_comm', 'uint16_t', 'dropRatePercent', { per: CENTI }],
    ['errors_comm', 'uint16_t', 'errorsComm'],
    ['errors_count1', 'uint16_t', 'errorsCount1'],
    ['errors_count2', 'uint16_t', 'errorsCount2'],
    ['errors_count3', 'uint16_t', 'errorsCount3'],
    ['errors_count4', 'uint16_t', 'errorsCount4'],
    ['battery_remaining', 'int8_t', 'batteryRemainingPercent', { unknown: -1 }],
    ['onboard_control_sensors_present_extended', 'uint32_t', 'sensorsPresentExtended', { extension: true }],
    ['onboard_control_sensors_enabled_extended', 'uint32_t', 'sensorsEnabledExtended', { extension: true }],
    ['onboard_control_sensors_health_extended', 'uint32_t', 'sensorsHealthExtended', { extension: true }],
  ],
} as const satisfies MessageTable

/** alt is above mean sea level, alt_ellipsoid above WGS-84. */
export const GPS_RAW_INT = {
  id: 24,
  name: 'GPS_RAW_INT',
  fields: [
    ['time_usec', 'uint64_t', 'timeUs'],
    ['lat', 'int32_t', 'latDeg', { per: E7, limit: 90 }],
    ['lon', 'int32_t', 'lonDeg', { per: E7, limit: 180 }],
    ['alt', 'int32_t', 'altAmslM', { per: MM_PER_M }],
    ['eph', 'uint16_t', 'hdop', { per: CENTI, unknown: 0xffff }],
    ['epv', 'uint16_t', 'vdop', { per: CENTI, unknown: 0xffff }],
    ['vel', 'uint16_t', 'speedMps', { per: CM_PER_M, unknown: 0xffff }],
    ['cog', 'uint16_t', 'courseDeg', { per: CENTI, unknown: 0xffff, limit: 360 }],
    ['fix_type', 'uint8_t', 'fixType'],
    ['satellites_visible', 'uint8_t', 'satellites', { unknown: 0xff }],
    ['alt_ellipsoid', 'int32_t', 'altHaeM', { per: MM_PER_M, extension: true }],
    ['h_acc', 'uint32_t', 'horizontalAccuracyM', { per: MM_PER_M, extension: true }],
    ['v_acc', 'uint32_t', 'verticalAccuracyM', { per: MM_PER_M, extension: true }],
    ['vel_acc', 'uint32_t', 'speedAccuracyMps', { per: MM_PER_M, extension: true }],
    ['hdg_acc', 'uint32_t', 'headingAccuracyDeg', { per: 100_000, extension: true }],
    ['yaw', 'uint16_t', 'yawDeg', { per: CENTI, unknown: 0, limit: 360, extension: true }],
  ],
} as const satisfies MessageTable

export const ATTITUDE = {
  id: 30,
  name: 'ATTITUDE',
  fields: [
    ['time_boot_ms', 'uint32_t', 'sinceBootMs'],
    ['roll', 'float', 'rollRad'],
    ['pitch', 'float', 'pitchRad'],
    ['yaw', 'float', 'yawRad'],
    ['rollspeed', 'float', 'rollRadps'],
    ['pitchspeed', 'float', 'pitchRadps'],
    ['yawspeed', 'float', 'yawRadps'],
  ],
} as const satisfies MessageTable

/** vz is positive down. */
export const GLOBAL_POSITION_INT = {
  id: 33,
  name: 'GLOBAL_POSITION_INT',
  fields: [
    ['time_boot_ms', 'uint32_t', 'sinceBootMs'],
    ['lat', 'int32_t', 'latDeg', { per: E7, limit: 90 }],
    ['lon', 'int32_t', 'lonDeg', { per: E7, limit: 180 }],
    ['alt', 'int32_t', 'altAmslM', { per: MM_PER_M }],
    ['relative_alt', 'int32_t', 'heightAboveHomeM', { per: MM_PER_M }],
    ['vx', 'int16_t', 'northMps', { per: CM_PER_M }],
    ['vy', 'int16_t', 'eastMps', { per: CM_PER_M }],
    ['vz', 'int16_t', 'downMps', { per: CM_PER_M }],
    ['hdg', 'uint16_t', 'headingDeg', { per: CENTI, unknown: 0xffff, limit: 360 }],
  ],
} as const satisfies MessageTable

export const VFR_HUD = {
  id: 74,
  name: 'VFR_HUD',
  fields: [
    ['airspeed', 'float', 'airspeedMps'],
    ['groundspeed', 'float', 'groundSpeedMps'],
    ['alt', 'float', 'altAmslM'],
    ['climb', 'float', 'climbMps'],
    ['heading', 'int16_t', 'headingDeg', { limit: 360 }],
    ['throttle', 'uint16_t', 'throttlePercent'],
  ],
} as const satisfies MessageTable

export const HOME_POSITION = {
  id: 242,
  name: 'HOME_POSITION',
  fields: [
    ['latitude', 'int32_t', 'latDeg', { per: E7, limit: 90 }],
    ['longitude', 'int32_t', 'lonDeg', { per: E7, limit: 180 }],
    ['altitude', 'int32_t', 'altAmslM', { per: MM_PER_M }],
    ['x', 'float', 'localNorthM'],
    ['y', 'float', 'localEastM'],
    ['z', 'float', 'localDownM'],
    ['q', 'float[4]', 'surfaceQuaternion'],
    ['approach_x', 'float', 'approachNorthM'],
    ['approach_y', 'float', 'approachEastM'],
    ['approach_z', 'float', 'approachDownM'],
    ['time_usec', 'uint64_t', 'timeUs', { extension: true }],
  ],
} as const satisfies MessageTable

/** altitude is pressure or geometric, as altitude_type (0, 1) says; which fields hold is in flags. */
export const ADSB_VEHICLE = {
  id: 246,
  name: 'ADSB_VEHICLE',
  fields: [
    ['ICAO_address', 'uint32_t', 'icaoAddress'],
    ['lat', 'int32_t', 'latDeg', { per: E7, unknown: 0x7fffffff, limit: 90 }],
    ['lon', 'int32_t', 'lonDeg', { per: E7, unknown: 0x7fffffff, limit: 180 }],
    ['altitude', 'int32_t', 'altitudeM', { per: MM_PER_M, unknown: 0x7fffffff }],
    ['heading', 'uint16_t', 'courseDeg', { per: CENTI, unknown: 0xffff, limit: 360 }],
    ['hor_velocity', 'uint16_t', 'speedMps', { per: CM_PER_M, unknown: 0xffff }],
    ['ver_velocity', 'int16_t', 'climbMps', { per: CM_PER_M, unknown: 0x7fff }],
    ['flags', 'uint16_t', 'flags'],
    ['squawk', 'uint16_t', 'squawk'],
    ['altitude_type', 'uint8_t', 'altitudeType'],
    ['callsign', 'char[9]', 'callsign'],
    ['emitter_type', 'uint8_t', 'emitterType'],
    ['tslc', 'uint8_t', 'sinceLastS'],
  ],
} as const satisfies MessageTable
