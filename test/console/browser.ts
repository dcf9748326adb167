import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Debian's Chromium where there is one, else the one that npm brought. Sandboxes and GPUs are not to be had in a test's container. */
const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Our own flags. WebGL is drawn by software; nothing is fetched from anywhere; web security stays as it is.
 */
const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--force-color-profile=srgb',
]

/**
 * Path of a Chromium that starts here, or undefined: a browser test then skips and says so. `MARSAD_CHROMIUM` names another, or
 * `npm` for the one that npm brought; that one is unpacked at the first call, which must have ended before a second process calls.
 */
export async function chromiumPath(): Promise<string | undefined> {
  const named = process.env['MARSAD_CHROMIUM']
  if (named !== undefined && named !== 'npm') return existsSync(named) ? named : undefined
  const system = named === 'npm' ? undefined : SYSTEM_CHROMIUM.find((path) => existsSync(path))
  if (system !== undefined) return system
  // The package unpacks its libraries and fonts only where it believes itself to be in that service.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return await packaged.executablePath()
}

export async function launchBrowser(): Promise<Browser | undefined> {
  const executablePath = await chromiumPath()
  return executablePath === undefined ? undefined : await chromium.launch({ executablePath, args: FLAGS })
}
