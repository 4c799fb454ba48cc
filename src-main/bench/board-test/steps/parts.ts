import { z } from 'zod'
import { hostMistake } from '@core/ip/address'
import { parseUrl } from '@core/ip/http'
import type { Limit } from '@core/plan/limit'
import { regExp } from '@core/regexp'
import type { Words } from '@core/words'
import type { Found } from '@bench/config/config-words'

export const say = (en: string, ja: string): Words => ({ en, ja })

/** A mistake in a setting of a step. */
export const found = (path: Found['path'], en: string, ja: string): Found => ({
  path,
  words: { en, ja },
})

/** A text or a list of texts. */
export const texts = z
  .union([z.string().min(1).max(200), z.array(z.string().min(1).max(200)).min(1).max(100)], {
    error: 'expected a text, or a list of texts',
  })
  .transform((value) => (typeof value === 'string' ? [value] : value))

function isUrl(text: string): boolean {
  try {
    parseUrl(text)
    return true
  } catch {
    // The plan's reader says which key it is.
    return false
  }
}

export const url = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[^/\s]+\S*$/i, 'must be an http:// or https:// address')
  .refine(isUrl, 'must be an http:// or https:// address of a host name or an IP address')
/** Looked at before a board is: a name that cannot be is no fault of the board. */
export const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .refine(
    (text) => hostMistake(text) === undefined,
    'must be a host name or an IP address, without blanks, http:// or a port',
  )
export const pattern = z.string().min(1).max(500)

/** How long something took, in s. */
export const seconds = (withinMs: number, title = say('Time', '時間'), key = 'seconds'): Limit => ({
  key,
  title,
  unit: 's',
  max: withinMs / 1000,
})
export const oneOf = (key: string, title: Words, texts: readonly string[]): Limit => ({
  key,
  title,
  unit: '',
  oneOf: texts,
})

/** A little more than what the plan itself allows. */
export const margin = 5_000
/** For what answers at once. */
export const shortMs = 120_000

export const matches = (source: string, line: string) => regExp(source).pattern?.test(line) === true

/** What a pattern is not; undefined for a good one. */
export const patternMistake = (
  key: string,
  source: string | undefined,
): readonly Found[] | undefined => {
  const { problem } = source === undefined ? {} : regExp(source)
  return problem && [{ path: [key], words: problem }]
}

export const minOverMax = (min: number | undefined, max: number | undefined): readonly Found[] =>
  min !== undefined && max !== undefined && max < min
    ? [found(['max'], 'must not be less than "min"', '「min」より小さくできません')]
    : []

/** A value without a limit says nothing of a board. */
export const limitMistakes = (min: number | undefined, max: number | undefined): readonly Found[] =>
  min === undefined && max === undefined
    ? [
        {
          ...found(
            [],
            'needs a limit: give min, max or both',
            'min または max（両方も可）の指定が必要です',
          ),
          follows: [['min'], ['max']],
        },
      ]
    : []

/** An instrument of the plan, or what there is. */
export function instrumentMistakes(
  name: string | undefined,
  known: readonly string[],
): readonly Found[] {
  if (name === undefined || known.includes(name)) return []
  if (known.length === 0)
    return [
      found(
        ['instrument'],
        `no instrument is called "${name}": the plan has none; give instruments: { ${name}: { port: …, ask: … } }`,
        `「${name}」という計測器はありません。計画に instruments: { ${name}: { port: …, ask: … } } を書いてください`,
      ),
    ]
  return [
    found(
      ['instrument'],
      `no instrument is called "${name}"; there are ${known.join(', ')}`,
      `「${name}」という計測器はありません（定義済み：${known.join('、')}）`,
    ),
  ]
}

/** A pattern for a number says by a group where that is. */
export const groupMistakes = (value?: string) =>
  value === undefined || /\((?!\?)/.test(value.replace(/\\./g, ''))
    ? []
    : [
        found(
          ['value'],
          'needs a group, in brackets, around the number',
          '数値の部分を括弧（グループ）で囲んでください',
        ),
      ]
