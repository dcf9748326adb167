/** The engine that ships, as a module that a worker loads by its URL. Tests name another. */
export { advance } from '../engine/advance.ts'
export { newEngineState } from '../engine/engine-state.ts'
