import { spawn } from 'node:child_process'

/** Opens a page in the user's browser where there is one; nothing depends on it, so a failure is only said. */
export function openBrowser(url: string, failed: (why: string) => void): void {
  const [command, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[process.platform as string] ?? [
    'xdg-open',
    url,
  ]
  const child = spawn(command as string, args, { stdio: 'ignore', detached: true })
  child.once('error', (error) => failed(error.message))
  child.unref()
}

/** True where somebody sits before a screen: a terminal, and a desktop behind it. */
export function hasDesktop(): boolean {
  if (!process.stdout.isTTY || process.env['CI'] !== undefined || process.env['SSH_CONNECTION'] !== undefined) return false
  return (
    process.platform === 'darwin' ||
    process.platform === 'win32' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined
  )
}
