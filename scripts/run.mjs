// `npm start`, `npm test` and the other scripts: set up what is missing, then run under a Node that is new enough.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { childEnvironment, ensureConsoleBuilt, ensureSetUp, root } from './setup.mjs'

const [task = '', ...args] = process.argv.slice(2)
const node = ensureSetUp()
const env = childEnvironment(node)
const bin = (name, file) => join(root, 'node_modules', name, file)

/** Runs one command to its end; exits with its code when it fails. */
function must(...command) {
  const run = spawnSync(node, command, { cwd: root, stdio: 'inherit', env })
  if (run.status !== 0) process.exit(run.status ?? 1)
}

/** Runs a command in the foreground, passes signals on and ends as it ends. */
function become(...command) {
  const child = spawn(node, command, { cwd: root, stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 128 + (signal === 'SIGINT' ? 2 : 15)))
}

const tasks = {
  start() {
    ensureConsoleBuilt(node)
    become(join(root, 'src/app/main.ts'), 'demo', ...args)
  },
  test() {
    ensureConsoleBuilt(node)
    become(join(root, 'scripts/test.ts'), ...args)
  },
  check() {
    must(bin('typescript', 'bin/tsc'), '-b')
    must(bin('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings')
    must(bin('oxfmt', 'bin/oxfmt'), '--check')
    must(bin('knip', 'bin/knip.js'))
  },
  format() {
    must(bin('oxfmt', 'bin/oxfmt'))
  },
  build() {
    ensureConsoleBuilt(node)
  },
  shots() {
    ensureConsoleBuilt(node)
    become(join(root, 'scripts/shots.ts'), ...args)
  },
  generate() {
    become(join(root, 'scripts/generate.ts'), ...args)
  },
}

if (!Object.hasOwn(tasks, task)) {
  process.stderr.write(`marsad: no task "${task}"; one of: ${Object.keys(tasks).join(', ')}\n`)
  process.exit(2)
}
tasks[task]()
