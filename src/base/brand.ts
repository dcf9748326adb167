declare const brand: unique symbol

/** A value of type `T` that only some code may make: identities and permissions, not units. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
