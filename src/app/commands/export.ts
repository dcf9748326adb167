import { Option, type Command } from 'commander'
import { parseTime } from '../options.ts'

type Flags = { format: string; output?: string; from?: number; to?: number }

export function registerExport(program: Command): void {
  program
    .command('export')
    .description("a record's tracks and alerts, as the event's host may have them, as a file for maps and spreadsheets")
    .argument('<DATA>', 'data folder, or a journal folder inside one')
    .addOption(new Option('--format <format>', 'geojson, csv or kml').choices(['geojson', 'csv', 'kml']).makeOptionMandatory())
    .option('-o, --output <file>', 'where to write; else standard output')
    .addOption(new Option('--from <time>', 'event time to begin at, ISO 8601').argParser(parseTime))
    .addOption(new Option('--to <time>', 'event time to end at, ISO 8601').argParser(parseTime))
    .action(async (data: string, flags: Flags) => (await import('../export-process.ts')).runExport(data, flags))
}
