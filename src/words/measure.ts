import { isolate, isolateLtr } from './isolate.ts'
import { localeOf, type Digits, type Language } from './language.ts'
import { UNITS } from './messages/units.ts'

/** A value and its unit apart, for large figures; `unit` is empty where there is nothing to measure. */
export type Figure = { readonly value: string; readonly unit: string }

/**
 * Numbers as a reader sees them: SI in, the field's units out. A value that is not finite becomes a dash.
 * Whole strings are isolated, so that they keep their order within a sentence of the other direction.
 */
export type Measures = {
  readonly number: (value: number, fractionDigits?: number) => string
  readonly percent: (probability: number) => string
  /** Under 1 km in metres, to the nearest 10 from 100 m on; then in km. */
  readonly distanceFigure: (metres: number) => Figure
  readonly distance: (metres: number) => string
  readonly height: (metres: number) => string
  /** Seconds, then min:s, then h:min; rounded down, so that nobody is told of time that is not there. */
  readonly durationFigure: (seconds: number) => Figure
  readonly duration: (seconds: number) => string
  readonly speedFigure: (mps: number) => Figure
  /** Both m/s and km/h. */
  readonly speed: (mps: number) => string
  readonly climb: (mps: number) => string
  readonly milliseconds: (ms: number) => string
  /** Clockwise from true north, three digits: 085°. */
  readonly bearing: (degrees: number) => string
  readonly angleDeg: (degrees: number) => string
  readonly angle: (radians: number) => string
  readonly position: (latDeg: number, lonDeg: number) => string
  /** `HH:MM:SS`, 24 hours. */
  readonly time: (ms: number, timeZone?: string) => string
  readonly minute: (ms: number, timeZone?: string) => string
  readonly date: (ms: number, timeZone?: string) => string
}

const NOTHING = '—'
const NO_BREAK_SPACE = '\u00a0'
const NO_FIGURE: Figure = { value: NOTHING, unit: '' }
const DEG_PER_RAD = 180 / 3.141592653589793

type Write = (value: number, fractionDigits?: number, minimumIntegerDigits?: number) => string

function writer(locale: string): Write {
  const formats = new Map<string, Intl.NumberFormat>()
  return (value, fractionDigits = 0, minimumIntegerDigits = 1) => {
    const key = `${fractionDigits} ${minimumIntegerDigits}`
    let format = formats.get(key)
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, {
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
        minimumIntegerDigits,
        useGrouping: minimumIntegerDigits === 1,
      })
      formats.set(key, format)
    }
    return format.format(value === 0 ? 0 : value)
  }
}

function distanceFigureOf(language: Language, write: Write): (metres: number) => Figure {
  return (metres) => {
    if (!Number.isFinite(metres)) return NO_FIGURE
    const size = Math.abs(metres)
    const rounded = size < 100 ? Math.round(size) : Math.round(size / 10) * 10
    if (rounded < 1000) return { value: write(rounded), unit: UNITS['unit.m'][language] }
    return { value: write(size / 1000, size < 99_950 ? 1 : 0), unit: UNITS['unit.km'][language] }
  }
}

function durationFigureOf(language: Language, write: Write): (seconds: number) => Figure {
  return (seconds) => {
    if (!Number.isFinite(seconds)) return NO_FIGURE
    const whole = Math.max(0, Math.floor(seconds))
    if (whole < 60) return { value: write(whole), unit: UNITS['unit.s'][language] }
    const minutes = Math.floor(whole / 60)
    if (minutes < 60) return { value: `${write(minutes)}:${write(whole % 60, 0, 2)}`, unit: UNITS['unit.min'][language] }
    return { value: `${write(Math.floor(minutes / 60))}:${write(minutes % 60, 0, 2)}`, unit: UNITS['unit.h'][language] }
  }
}

const CLOCKS = {
  time: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  minute: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
} as const

function clockWriter(locale: string, shape: keyof typeof CLOCKS, usualZone: string): (ms: number, timeZone?: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat>()
  // Arabic's default calendar differs by region; the event runs on the Gregorian one.
  const gregorian = locale.includes('-u-') ? `${locale}-ca-gregory` : locale
  return (ms, timeZone = usualZone) => {
    if (!Number.isFinite(ms)) return NOTHING
    let format = formats.get(timeZone)
    if (format === undefined) {
      format = new Intl.DateTimeFormat(gregorian, { ...CLOCKS[shape], timeZone })
      formats.set(timeZone, format)
    }
    return format.format(ms)
  }
}

/** `usualZone`: IANA name of the zone in which times are read where a call names none. */
export function createMeasures(language: Language, digits: Digits, usualZone: string): Measures {
  const locale = localeOf(language, digits)
  const write = writer(locale)
  const unit = (key: keyof typeof UNITS): string => UNITS[key][language]
  const finite = (value: number, say: (value: number) => string): string => (Number.isFinite(value) ? say(value) : NOTHING)
  const whole = (figure: Figure): string => (figure.unit === '' ? figure.value : isolate(figure.value + NO_BREAK_SPACE + figure.unit))
  const distanceFigure = distanceFigureOf(language, write)
  const durationFigure = durationFigureOf(language, write)
  const speedFigure = (mps: number): Figure => (Number.isFinite(mps) ? { value: write(mps, 0), unit: unit('unit.mps') } : NO_FIGURE)
  const angleDeg = (degrees: number): string =>
    finite(degrees, (d) => isolateLtr(`${Math.round(d * 10) < 0 ? '−' : ''}${write(Math.abs(d), 1)}°`))
  const time = clockWriter(locale, 'time', usualZone)
  const minute = clockWriter(locale, 'minute', usualZone)
  return {
    number: (value, fractionDigits = 0) => finite(value, (v) => write(v, fractionDigits)),
    percent: (probability) => finite(probability, (p) => percentOf(write(Math.floor(p * 100 + 0.5)), language, digits)),
    distanceFigure,
    distance: (metres) => whole(distanceFigure(metres)),
    height: (metres) => finite(metres, (m) => whole({ value: write(m), unit: unit('unit.m') })),
    durationFigure,
    duration: (seconds) => whole(durationFigure(seconds)),
    speedFigure,
    speed: (mps) =>
      finite(mps, (v) =>
        isolate(`${write(v)}${NO_BREAK_SPACE}${unit('unit.mps')} (${write(v * 3.6)}${NO_BREAK_SPACE}${unit('unit.kmph')})`),
      ),
    climb: (mps) => finite(mps, (v) => whole({ value: signed(v, write, 1), unit: unit('unit.mps') })),
    milliseconds: (ms) => finite(ms, (v) => whole({ value: signed(v, write, 0), unit: unit('unit.ms') })),
    bearing: (degrees) => finite(degrees, (d) => isolateLtr(`${write(wrapDegrees(d), 0, 3)}°`)),
    angleDeg,
    angle: (radians) => angleDeg(radians * DEG_PER_RAD),
    position: (latDeg, lonDeg) =>
      finite(latDeg + lonDeg, () =>
        isolateLtr(`${write(Math.abs(latDeg), 5)}° ${latDeg < 0 ? 'S' : 'N'} ${write(Math.abs(lonDeg), 5)}° ${lonDeg < 0 ? 'W' : 'E'}`),
      ),
    time: (ms, zone) => isolateLtr(time(ms, zone)),
    minute: (ms, zone) => isolateLtr(minute(ms, zone)),
    date: clockWriter(locale, 'date', usualZone),
  }
}

/** Turns the isolate to the right, as no digit does: the sign then stands to the left of its number. */
const ARABIC_LETTER_MARK = '\u061c'

/** The sign stands where the language puts it; Arabic digits have one of their own. */
function percentOf(value: string, language: Language, digits: Digits): string {
  if (language === 'tr') return isolateLtr(`%${value}`)
  if (language === 'fr') return isolateLtr(`${value}${NO_BREAK_SPACE}%`)
  return language === 'ar' && digits === 'arabic' ? isolate(`${ARABIC_LETTER_MARK}${value}٪`) : isolateLtr(`${value}%`)
}

/** 359.6 is 000, never 360. */
function wrapDegrees(degrees: number): number {
  const rounded = Math.round(degrees) % 360
  return rounded < 0 ? rounded + 360 : rounded
}

function signed(value: number, write: Write, fractionDigits: number): string {
  return isolateLtr(`${value < 0 ? '−' : '+'}${write(Math.abs(value), fractionDigits)}`)
}
