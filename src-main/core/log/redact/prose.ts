import type { Span } from './span'

const number = '(?<one>\\+?\\d(?:[ /-]?\\d){6,14})(?![\\d.])'
/** What people call a phone number; a serial number, a part number and a version are none. */
const numberNames =
  '(?:(?:my|phone|mobile|cell|tele?phone) ?(?:number|no\\.?)|(?:meine|ruf|handy|telefon|mobil)[ -]?(?:nummer|nr\\.?)|tel\\.?|telefon|handy|電話番号|携帯番号|電話)'
const is = '(?:\\s*[:=：は]\\s*|\\s+(?:is|ist|lautet|was|war)\\s+|\\s+)'

const forms: readonly (readonly [kind: string, form: RegExp])[] = [
  ['number', new RegExp(`(?<![A-Za-z])${numberNames}${is}${number}`, 'dgi')],
  // 3GPP TS 31.101, 9.5.1: a PIN has four to eight digits; the pin of a connector has fewer.
  [
    'pin',
    new RegExp(
      `(?<![A-Za-z])(?:PIN|PUK)[12]?(?:[ -]?code)?${is}["']?(?<one>\\d{4,8})(?![\\d.])`,
      'dgi',
    ),
  ],
]
const login =
  /\b(?:user(?:name)?|benutzer(?:name)?|login)\s*[:：]\s*["']?(?<one>[^\s"',;、。]{2,64})/dgi
/** A user alone may be anybody's, of any program. */
const besideLogin = /\b(?:password|passwort|passwd|pass|pw|pwd|APN)\b|パスワード/i
const hint = /PIN|PUK|num[bm]er|cell|my no|phone|\btel|handy|mobil|user|login|benutzer|電話|携帯/i

export function mayHoldProse(text: string): boolean {
  return hint.test(text)
}

/** What people write about their card and their line in the words around a log. */
export function prose(text: string): Span[] {
  if (!hint.test(text)) return []
  const found = besideLogin.test(text) ? [...forms, ['password', login] as const] : forms
  return found.flatMap(([kind, form]) =>
    [...text.matchAll(form)].flatMap(({ indices }) => {
      const place = indices?.groups?.['one']
      return place ? [{ kind, start: place[0], end: place[1] }] : []
    }),
  )
}
