import { unitNames } from '../duration-words'
import type { Words } from '../words'
import type { Kept, TestPlan } from './plan'
import {
  eitherOf,
  answeredAsExpected,
  answers,
  atLeast,
  atMost,
  beginsWith,
  between,
  measuredValue,
  noValueTold,
  untoldValue,
  validImeiWanted,
} from './words'
import type { Limit } from './limit'

/** A value that a step has read; null: the modem did not tell it. */
export interface Reading {
  readonly key: string
  readonly value: number | string | null
  /** What a person should know where it is wrong. */
  readonly note?: Words
}

/** A value with its limit, and whether it keeps to it. */
export interface Measured extends Limit {
  readonly value: number | string | null
  readonly ok: boolean
  readonly note?: Words
}

const say = (en: string, ja: string): Words => ({ en, ja })

/** Each limit with what was read; a value that was not read fails. */
export function judge(limits: readonly Limit[], readings: readonly Reading[]): readonly Measured[] {
  return limits.map((limit) => {
    const { value = null, note } = readings.find(({ key }) => key === limit.key) ?? {}
    const ok = value !== null && keeps(limit, value)
    return { ...limit, value, ok, ...(note && !ok ? { note } : {}) }
  })
}

function keeps({ min, max, oneOf, prefix, luhn }: Limit, value: number | string): boolean {
  if (min !== undefined && !(Number(value) >= min)) return false
  if (max !== undefined && !(Number(value) <= max)) return false
  const text = String(value)
  if (oneOf && !oneOf.includes(text)) return false
  if (prefix && !prefix.some((one) => text.startsWith(one))) return false
  return !luhn || hasCheckDigit(text)
}

/** 15 digits whose last one is right. */
export function hasCheckDigit(text: string): boolean {
  if (!/^\d{15}$/.test(text)) return false
  const sum = [...text].reduce((all, digit, at) => {
    const value = at % 2 === 1 ? Number(digit) * 2 : Number(digit)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** What a limit asks for: `at least −105 dBm`. */
export function limitWords({ key, unit, min, max, oneOf, prefix, luhn }: Limit): Words {
  const with_ = (value: number) => withUnit(say(String(value), String(value)), unit)
  if (min !== undefined && min === max) return with_(min)
  if (min !== undefined && max !== undefined) return between(with_(min), with_(max))
  if (min !== undefined) return atLeast(with_(min))
  if (max !== undefined) return atMost(with_(max))
  if (oneOf) {
    const words = oneOf.map((one) => textWords(key, one))
    return eitherOf(words)
  }
  if (prefix) return beginsWith(prefix)
  if (luhn) return validImeiWanted
  return say('', '')
}

const textWords = (key: string, text: string): Words =>
  (key === 'answer' ? answers[text] : undefined) ?? say(text, text)

/** A value as it is shown: `-92 dBm`. */
export function valueWords({ key, value, unit }: Pick<Measured, 'key' | 'value' | 'unit'>): Words {
  if (value === null) return say('–', '–')
  const { en, ja } =
    typeof value === 'number'
      ? textWords('', String(Number(value.toFixed(3))))
      : textWords(key, value)
  return withUnit(say(en, ja), unit)
}

/** A number behind which its unit stands, in the language of the reader. */
function withUnit({ en, ja }: Words, unit: string): Words {
  if (unit === '') return say(en, ja)
  const { sec } = unitNames.ja
  return say(`${en} ${unit}`, `${ja} ${unit === unitNames.en.sec ? sec : unit}`)
}

/** What is wrong with the values, or all of them where nothing is. */
export function measuredWords(measured: readonly Measured[]): Words {
  const wrong = measured.filter(({ ok }) => !ok)
  const told = (wrong.length > 0 ? wrong : measured).map((one) => {
    const wanted = limitWords(one)
    const value = valueWords(one)
    if (one.ok) return say(`${one.title.en} ${value.en}`, `${one.title.ja} ${value.ja}`)
    const untold = one.note ?? noValueTold
    return one.value === null
      ? untoldValue(one.title, untold, wanted)
      : measuredValue(one.title, value, wanted, one.note)
  })
  if (told.length === 0) return answeredAsExpected
  const dot = (text: string, end: string) => (text.endsWith(end) ? text : `${text}${end}`)
  return say(
    dot(told.map(({ en }) => en).join('; '), '.'),
    dot(told.map(({ ja }) => ja).join('、'), '。'),
  )
}

/** The first four and the last two characters of an identifier. */
export const masked = (text: string): string =>
  text.length <= 6
    ? '•'.repeat(text.length)
    : `${text.slice(0, 4)}${'•'.repeat(text.length - 6)}${text.slice(-2)}`

/** An identifier as the plan wants it kept. */
export const keptAs = (text: string, how: Kept): string => (how === 'masked' ? masked(text) : text)

/** Values with their identifiers as the plan wants them kept. */
export const keptValues = (
  measured: readonly Measured[],
  { keep }: Pick<TestPlan, 'keep'>,
): readonly Measured[] =>
  measured.map((one) => {
    if (one.value === null) return one
    const text = String(one.value)
    if (one.key === 'imei' || one.key === 'iccid')
      return { ...one, value: keptAs(text, keep[one.key]) }
    // No number that is measured is so long: a pattern has caught an IMEI, an IMSI or an ICCID.
    return /^\d{14,}$/.test(text) ? { ...one, value: masked(text) } : one
  })
