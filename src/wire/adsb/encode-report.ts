import { reject } from '../../base/reject.ts'
import type { Reject } from '../../base/reject.ts'
import { encodeAirbornePositionMe } from './airborne-position.ts'
import { encodeAirborneVelocityMe } from './airborne-velocity.ts'
import { encodeIdentificationMe } from './identification.ts'
import { squitter } from './mode-s.ts'
import type { ModeSReport } from './mode-s.ts'

/**
 * The way back for the reports that this project speaks itself: identification, airborne position, velocity over ground.
 * Capability and flags that no report keeps are written as an airborne level 2 transponder's, so bytes may differ from
 * those that were decoded; what they say does not.
 */
export function encodeModeS(report: ModeSReport): Uint8Array | Reject {
  if (!('address' in report) || !/^[0-9a-f]{6}$/i.test(String(report.address)))
    return reject('no-address', 0, 'address has six hexadecimal digits')
  switch (report.kind) {
    case 'identification':
      return squitter(report.address, encodeIdentificationMe(report))
    case 'airborne-position':
      return squitter(report.address, encodeAirbornePositionMe(report))
    case 'airborne-velocity':
      if (report.subtype !== 1) break
      return squitter(report.address, encodeAirborneVelocityMe(report))
    default:
      break
  }
  return reject(
    'not-encoded',
    0,
    `a report of kind ${String(report.kind)} is not encoded yet: identification, airborne-position and airborne-velocity of subtype 1 are`,
  )
}
