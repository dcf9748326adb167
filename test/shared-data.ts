import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Path of a real recording in the folder `../shared/data` beside the checkout, or undefined where the folder is absent;
 * a test then skips with the words `needs ../shared/data`. `MARSAD_SHARED` names another folder.
 */
export function sharedData(...parts: string[]): string | undefined {
  const base = process.env['MARSAD_SHARED'] ?? resolve(import.meta.dirname, '..', '..', 'shared')
  const path = resolve(base, 'data', ...parts)
  return existsSync(path) ? path : undefined
}
