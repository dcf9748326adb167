import type { Entry } from '../model/entry.ts'
import type { Output } from '../model/picture.ts'
import type { Engine } from '../record/engine-run.ts'

/** URL of the engine that ships. */
export const ENGINE_MODULE = new URL('./shipped-engine.ts', import.meta.url).href

/** A module that exports `newEngineState()` and `advance(state, entry)`. */
export async function loadEngine(url: string): Promise<Engine> {
  const module = (await import(url)) as { newEngineState?: unknown; advance?: unknown }
  const { newEngineState, advance } = module
  if (typeof newEngineState !== 'function' || typeof advance !== 'function') throw new Error(`${url} exports no newEngineState and advance`)
  return { newState: newEngineState as () => unknown, advance: advance as (state: unknown, entry: Entry) => readonly Output[] }
}
