/** The part of `docs/standards/asterix.md` that the tables give: every item and every field of every category. */
import type { CategoryTable, Field, Form, Item } from '../src/wire/asterix/table.ts'
import { ASTERIX_TABLES } from '../src/wire/asterix/tables.ts'

export const PAGE_MARK = '<!-- From here on made by npm run generate. -->'

export function asterixPages(): string {
  return ASTERIX_TABLES.map(({ table }) => page(table)).join('\n')
}

function page(table: CategoryTable): string {
  const rows = table.items.flatMap((item) => rowsOf(item, item.key, `${item.frn}`))
  return [
    `## Category ${String(table.category).padStart(3, '0')} ed. ${table.edition}`,
    '',
    '| FRN | key | what | form | fields |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

function rowsOf(item: Item, path: string, number: string): string[] {
  const own = `| ${number} | \`${path}\` | ${item.title} | ${formWords(item.form)} | ${fieldWords(item.form)} |`
  const subs =
    item.form.form === 'compound' || item.form.form === 'expansion'
      ? item.form.subs.flatMap((sub) => rowsOf(sub, `${path}.${sub.key}`, `${number}#${sub.frn}`))
      : []
  return [own, ...subs]
}

function formWords(form: Form): string {
  switch (form.form) {
    case 'fixed':
    case 'value':
      return `${form.bytes} B`
    case 'extended':
      return `1 to ${form.parts.length} B, FX`
    case 'repeated':
      return `list, ${form.of.bytes} B each`
    case 'chained':
      return `list, ${form.bytes} B each, FX`
    case 'compound':
      return 'compound'
    case 'expansion':
      return 'own length, compound'
    case 'explicit':
      return 'own length'
  }
}

function fieldWords(form: Form): string {
  switch (form.form) {
    case 'fixed':
    case 'chained':
      return form.fields.map(fieldWord).join(', ')
    case 'value':
      return fieldWord(form.field)
    case 'extended':
      return form.parts.map((part) => part.map(fieldWord).join(', ')).join(' → ')
    case 'repeated':
      return fieldWords(form.of)
    case 'compound':
    case 'expansion':
      return ''
    case 'explicit':
      return 'bytes'
  }
}

function fieldWord(field: Field): string {
  const lsb = field.num === 1 && field.den === 1 ? '' : ` ${field.den === 1 ? field.num : `${field.num}/${field.den}`}`
  const coding = field.as === 'unsigned' ? '' : ` ${field.as}`
  return `${field.key === '' ? '' : `${field.key} `}${field.from}/${field.to}${coding}${lsb}`
}
