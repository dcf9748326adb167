/** What others may ask of the map, without holding it: `fit` shows the chosen thing, `home` the whole event. */
export type MapCommand = 'fit' | 'home' | 'zoom-in' | 'zoom-out' | 'tilt' | 'focus'

const listeners = new Set<(command: MapCommand) => void>()

export function askMap(command: MapCommand): void {
  for (const listener of listeners) listener(command)
}

export function onMapCommand(listener: (command: MapCommand) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
