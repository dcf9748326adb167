#!/usr/bin/env node
// The `marsad` command: sets up what is missing, then runs src/app/main.ts under a Node that is new enough. Plain JavaScript, also for Node 20.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { childEnvironment, ensureConsoleBuilt, ensureSetUp, root } from '../scripts/setup.mjs'

/** Commands that show the console. */
const WITH_CONSOLE = new Set(['demo', 'serve', 'replay'])
const SIGNAL_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

const args = process.argv.slice(2)
const node = ensureSetUp()
if (WITH_CONSOLE.has(args[0] ?? '') && !args.includes('--help') && !args.includes('-h')) ensureConsoleBuilt(node)
const child = spawn(node, [join(root, 'src', 'app', 'main.ts'), ...args], { stdio: 'inherit', env: childEnvironment(node) })
for (const signal of Object.keys(SIGNAL_CODES)) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : (SIGNAL_CODES[signal] ?? 1)))
