/**
 * The few globals that pure folders may use and that `lib: ["es2023"]` does not declare.
 * They read no clock, dice, socket, file or environment, and behave alike in Node and in browsers.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}
