import type { Command } from 'commander'
import type { VerifyReport } from '../../record/verify.ts'

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('check a record: hashes, tree heads, order, and the outputs recomputed; exit 1 where anything is not as it was written')
    .argument('<DATA>', 'data folder, or a journal folder inside one')
    .option('--json', 'print the findings as one JSON object')
    .option('--head <HEX>', 'a head noted elsewhere that this record must contain; with --size')
    .option('--size <ENTRIES>', 'number of entries at which that head was noted')
    .action(async (data: string, options: { json?: boolean; head?: string; size?: string }) => {
      const { verifyFolder, VerifyRefused } = await import('../verify-folder.ts')
      if ((options.head === undefined) !== (options.size === undefined))
        program.error('error: --head and --size go together: give the head and the number of entries it was noted at', { exitCode: 2 })
      const noted = options.head === undefined ? [] : [{ head: options.head.toLowerCase(), treeSize: Number(options.size) }]
      try {
        const report = await verifyFolder(data, noted)
        process.stdout.write(options.json === true ? `${JSON.stringify(report)}\n` : `${textOf(report)}\n`)
        if (!report.sound) process.exitCode = 1
      } catch (error) {
        if (!(error instanceof VerifyRefused)) throw error
        process.stderr.write(`marsad: ${error.message}\n`)
        process.exitCode = error.exitCode
      }
    })
}

function textOf(report: VerifyReport): string {
  const lines = [
    `entries   ${report.entries} in ${report.groups} groups, the last is ${report.lastPosition}`,
    `tree      ${report.root}`,
    `head      ${report.head}`,
  ]
  for (const { position, build, node, arch, mode, resumed } of report.starts)
    lines.push(`start     entry ${position}: ${build}, Node ${node}, ${arch}, ${mode}${resumed ? ', resumed' : ''}`)
  if (report.poisoned.length > 0)
    lines.push(`skipped   ${report.poisoned.length} entries that stopped the engine: ${report.poisoned.slice(0, 20).join(', ')}`)
  lines.push(`outputs   ${report.outputHashesCompared} hashes and ${report.snapshotsCompared} snapshots recomputed and equal`)
  for (const { from, to, why } of report.otherBuilds)
    lines.push(`outputs   entries ${from} to ${to} were written by ${why}: run that version's verify to recompute them`)
  for (const { from, to, why } of report.unproven) lines.push(`UNPROVEN  entries ${from} to ${to}: ${why}`)
  for (const { position, what } of report.faults) lines.push(`BAD       entry ${position}: ${what}`)
  lines.push(
    report.sound
      ? 'the record is complete and unaltered'
      : `the record is NOT as it was written: first bad entry ${report.faults[0]?.position ?? 0}`,
  )
  return lines.join('\n')
}
