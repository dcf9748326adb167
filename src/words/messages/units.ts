import { text } from '../message.ts'

/** Unit signs as the field writes them in each language. */
export const UNITS = {
  'unit.m': text({ ar: 'م', en: 'm', fr: 'm', tr: 'm' }),
  'unit.km': text({ ar: 'كم', en: 'km', fr: 'km', tr: 'km' }),
  'unit.s': text({ ar: 'ث', en: 's', fr: 's', tr: 'sn' }),
  'unit.min': text({ ar: 'د', en: 'min', fr: 'min', tr: 'dk' }),
  'unit.h': text({ ar: 'س', en: 'h', fr: 'h', tr: 'sa' }),
  'unit.ms': text({ ar: 'م.ث', en: 'ms', fr: 'ms', tr: 'ms' }),
  'unit.mps': text({ ar: 'م/ث', en: 'm/s', fr: 'm/s', tr: 'm/s' }),
  'unit.kmph': text({ ar: 'كم/س', en: 'km/h', fr: 'km/h', tr: 'km/sa' }),
  'unit.hpa': text({ ar: 'هكتوباسكال', en: 'hPa', fr: 'hPa', tr: 'hPa' }),
}
