/** Thrown by `assert`: a fault of ours, never of an input. */
export class AssertionFailed extends Error {
  override readonly name = 'AssertionFailed'
}

/** States what must hold if our own code is right. Never used on input: input is declined with a `Reject`. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailed(message)
}
