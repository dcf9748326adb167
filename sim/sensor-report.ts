import type { ObjectClass } from '../src/model/track.ts'

/**
 * What one sensor says of one object, before it is put into bytes. Degrees, because every wire format that we speak has them.
 * NaN marks a coordinate that the sensor does not measure.
 */
export type SensorReport = {
  /** On the sensor's own clock, UTC ms. */
  readonly measuredMs: number
  readonly where:
    | {
        readonly form: 'polar'
        readonly rangeM: number
        readonly azimuthDeg: number
        readonly elevationDeg: number
        readonly rangeSigmaM: number
        readonly azimuthSigmaDeg: number
        readonly elevationSigmaDeg: number
      }
    | { readonly form: 'bearing'; readonly azimuthDeg: number; readonly azimuthSigmaDeg: number }
    | {
        readonly form: 'position'
        readonly latDeg: number
        readonly lonDeg: number
        readonly altHaeM: number
        readonly sigmaM: number
        readonly sigmaUpM: number
        readonly eastMps: number
        readonly northMps: number
        readonly upMps: number
        readonly velocitySigmaMps: number
      }
  /** The sensor's own number for what it takes to be one object; undefined if it does not track. */
  readonly localTrack: string | undefined
  readonly classes: readonly { readonly class: ObjectClass; readonly probability: number }[]
  readonly rcsM2: number | undefined
  readonly radioFreqHz: number | undefined
  readonly remoteId:
    | {
        readonly serial: string
        readonly selfId?: string
        readonly status: 'ground' | 'airborne'
        readonly pilot?: { readonly latDeg: number; readonly lonDeg: number }
      }
    | undefined
}
