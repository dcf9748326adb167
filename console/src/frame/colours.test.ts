import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { paletteOf, type Palette } from '../map/palette.ts'

const css = readFileSync(resolve(import.meta.dirname, 'tokens.css'), 'utf8')
const blocks = {
  dark: css.slice(css.indexOf(':root {'), css.indexOf(":root[data-theme='day']")),
  day: css.slice(css.indexOf(":root[data-theme='day']"), css.indexOf('@media')),
}

function token(theme: 'dark' | 'day', name: string): string | undefined {
  return blocks[theme].match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1]
}

/** Relative luminance and contrast. Source: WCAG 2.2, definitions of both. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

for (const theme of ['dark', 'day'] as const) {
  const palette: Palette = paletteOf(theme)
  test(`${theme}: what the canvas draws and what CSS draws have the same hues`, () => {
    for (const [name, hue] of Object.entries(palette.identity)) assert.equal(hue, token(theme, `identity-${name}`), name)
    for (const [name, hue] of Object.entries(palette.priority)) assert.equal(hue, token(theme, `priority-${name}`), name)
  })

  test(`${theme}: words are read on every ground, marks are seen`, () => {
    for (const ground of ['ground', 'panel', 'raised']) {
      const hex = token(theme, ground)!
      assert.ok(contrast(token(theme, 'text')!, hex) >= 7, `text on ${ground}`)
      assert.ok(contrast(token(theme, 'text-quiet')!, hex) >= 4.5, `quiet text on ${ground}`)
    }
    for (const hue of [...Object.values(palette.identity), ...Object.values(palette.priority)])
      assert.ok(contrast(hue, token(theme, 'panel')!) >= 3, hue)
    for (const hue of Object.values(palette.identity)) assert.ok(contrast(hue, palette.halo) >= 4.5, `${hue} as letters`)
  })

  test(`${theme}: grounds are grey: no channel leads by more than a breath`, () => {
    for (const name of ['ground', 'panel', 'raised', 'line', 'text', 'text-quiet']) {
      const hex = token(theme, name)!
      const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
      assert.ok(Math.max(...channels) - Math.min(...channels) <= 18, `${name} ${hex}`)
    }
  })
}
