import { hash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..', '..')
/** What outputs are a function of: the pure folders. A change elsewhere leaves a record recomputable. */
const ENGINE_FOLDERS = ['base', 'math', 'model', 'wire', 'sense', 'track', 'assess', 'coalition', 'decide', 'share', 'engine']

/** What a `start` entry says of the program: `0.1.0+g1a2b3c4.e0123456789ab`; the part behind `e` names the engine's sources. */
export function buildIdentity(): string {
  const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
  const commit = commitHash()
  return `${version}+${commit === undefined ? 'src' : `g${commit.slice(0, 10)}`}.e${engineHash()}`
}

/** True where two builds have the same engine, so that one can recompute the other's outputs. */
export function sameEngine(build: string, other: string): boolean {
  return build.slice(build.lastIndexOf('.e')) === other.slice(other.lastIndexOf('.e')) && build.includes('.e')
}

function engineHash(): string {
  const paths = globSync(
    ENGINE_FOLDERS.map((folder) => `src/${folder}/**/*.ts`),
    { cwd: root },
  )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('.type-test.ts'))
    .sort()
  const lines = paths.map((path) => `${path} ${hash('sha256', readFileSync(join(root, path)))}`)
  return hash('sha256', lines.join('\n')).slice(0, 12)
}

/** Read without running git: from a checkout's `.git`, or undefined in a package. */
function commitHash(): string | undefined {
  const git = join(root, '.git')
  const headPath = join(git, 'HEAD')
  if (!existsSync(headPath)) return undefined
  const head = readFileSync(headPath, 'utf8').trim()
  if (!head.startsWith('ref: ')) return head
  const ref = head.slice(5)
  if (existsSync(join(git, ref))) return readFileSync(join(git, ref), 'utf8').trim()
  const packed = existsSync(join(git, 'packed-refs')) ? readFileSync(join(git, 'packed-refs'), 'utf8') : ''
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.slice(0, 40)
}
