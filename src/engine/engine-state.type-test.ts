import type { Item, Output } from '../model/picture.ts'
import type { SealedRef } from '../model/detection.ts'
import type { EngineState } from './engine-state.ts'

/** What a type holds, all the way down, that `v8.serialize` would lose or refuse: functions, symbols, promises. */
type Unserialisable<T, Depth extends 0[] = []> = Depth['length'] extends 9
  ? never
  : T extends (...args: never[]) => unknown
    ? T
    : T extends symbol | Promise<unknown>
      ? T
      : T extends
            | string
            | number
            | boolean
            | bigint
            | null
            | undefined
            | Uint8Array
            | Float64Array
            | Float32Array
            | Int32Array
            | Uint32Array
            | Int8Array
            | Uint16Array
        ? never
        : T extends ReadonlyMap<infer K, infer V>
          ? Unserialisable<K, [...Depth, 0]> | Unserialisable<V, [...Depth, 0]>
          : T extends ReadonlySet<infer V>
            ? Unserialisable<V, [...Depth, 0]>
            : T extends readonly (infer V)[]
              ? Unserialisable<V, [...Depth, 0]>
              : { [K in keyof T]-?: Unserialisable<T[K], [...Depth, 0]> }[keyof T]

type None<T extends never> = T

/** The engine's whole state can be snapshotted. */
export type StateIsPlain = None<Unserialisable<EngineState>>
// @ts-expect-error the check itself sees a function
export type SeesAFunction = None<Unserialisable<{ readonly deep: Map<string, { readonly f: () => void }> }>>

/** Everywhere that a sealed personal field could hide in a type. */
type Sealed<T, Depth extends 0[] = []> = Depth['length'] extends 9
  ? never
  : T extends SealedRef
    ? T
    : T extends string | number | boolean | null | undefined
      ? never
      : T extends readonly (infer V)[]
        ? Sealed<V, [...Depth, 0]>
        : T extends object
          ? { [K in keyof T]-?: Sealed<T[K], [...Depth, 0]> }[keyof T]
          : never

/** No item of the picture carries sealed personal fields; only a `reveal` effect does. */
export type PictureHoldsNoSealedField = None<Sealed<Item>>
// @ts-expect-error a reveal does
export type SeesASealedField = None<Sealed<Extract<Output, { out: 'reveal' }>>>
