import { RE2JS } from 're2js'
import type { Words } from './words'

/** Where a pattern fits first, and what its groups hold (`''` where one took no part). */
export interface Fit {
  readonly from: number
  readonly to: number
  readonly groups: readonly string[]
}

export interface Pattern {
  test(text: string): boolean
  find(text: string): Fit | undefined
  /** Every place where it fits and takes up something, from left to right. */
  places(text: string): readonly Place[]
}

/** From one character up to, and without, another. */
export type Place = readonly [from: number, to: number]

export type Compiled =
  | { readonly pattern: Pattern; readonly problem?: undefined }
  | { readonly problem: Words; readonly pattern?: undefined }

/**
 * The longest program of a pattern, in instructions: with 4096 characters a line one takes some tens of milliseconds at
 * worst. A pattern that a person types has fewer than a hundred; `x{1000}` is over it.
 */
const longest = 1000
/** Of what is typed, in characters: putting together a megabyte of parentheses takes a quarter of a minute. */
const mostTyped = 2000
/** Of what is quoted in an error. */
const mostQuoted = 80

/**
 * A regular expression that somebody typed, or that was made from what a log holds. It takes time in proportion to the
 * text whatever the pattern is: the language's own engine goes back and forth, and `(a+)+$` on forty letters would hold
 * up ports, calls and the journal, which all share its thread, for hours. In exchange it knows no look-ahead, no
 * look-behind and no back-reference. Flags: i, m, s; g, y, u and v change nothing here.
 */
export function regExp(source: string, flags = ''): Compiled {
  const stranger = /[^imsgyuv]/.exec(flags)?.[0]
  if (stranger !== undefined) return { problem: unknownFlag(stranger) }
  if (source.length > mostTyped) return { problem: tooMuchTyped(source.length) }
  const missing = notKnown(source)
  if (missing) return { problem: missing }
  if (repetitionsOf(source) > longest) return { problem: tooLong }
  try {
    const engine = RE2JS.compile(RE2JS.translateRegExp(source), flagsOf(flags))
    return engine.programSize() > longest ? { problem: tooLong } : { pattern: patternOf(engine) }
  } catch (error) {
    return { problem: malformed(error, source) }
  }
}

/** The same for a pattern that the program has put together itself, which cannot be malformed. */
export function ownRegExp(source: string, flags = ''): Pattern {
  const engine = RE2JS.compile(source, flagsOf(flags))
  return patternOf(engine)
}

/** A text as a pattern that fits this text alone. */
export function literal(text: string): string {
  return RE2JS.quote(text)
}

function patternOf(engine: RE2JS): Pattern {
  return {
    test: (text) => engine.test(text),
    find: (text) => {
      const matcher = engine.matcher(text)
      if (!matcher.find()) return undefined
      const groups = Array.from({ length: matcher.groupCount() }, (_, at) => matcher.group(at + 1))
      return {
        from: matcher.start(),
        to: matcher.end(),
        groups: groups.map((group) => group ?? ''),
      }
    },
    places: (text) => {
      const matcher = engine.matcher(text)
      const places: Place[] = []
      while (matcher.find())
        if (matcher.end() > matcher.start()) places.push([matcher.start(), matcher.end()])
      return places
    },
  }
}

function flagsOf(flags: string): number {
  return (
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0)
  )
}

const signs =
  /\\(?:(?<number>[1-9])|k<(?<named>\w+)>|[^])|\[\^?\]?(?:\\[^]|[^\]\\])*\]?|\((?<around>\?<?[=!])/g

/** What the language's own engine has and this one has not, said as what it is. */
function notKnown(source: string): Words | undefined {
  for (const { groups } of source.matchAll(signs)) {
    if (groups?.['around'] !== undefined) return lookAround(`(${groups['around']}`)
    const { number, named } = groups ?? {}
    if (number !== undefined) return backReference(`\\${number}`)
    if (named !== undefined && source.includes(`(?<${named}>`))
      return backReference(`\\k<${named}>`)
  }
  return undefined
}

/** What all `{n}` and `{n,m}` ask for together: the program has at least so many instructions, and costs as much to put together. */
function repetitionsOf(source: string): number {
  let all = 0
  for (const [, least, most] of source.replace(signs, '').matchAll(/\{(\d+)(?:,(\d*))?\}/g))
    all += Number(most || least)
  return all
}

const lookAround = (sign: string): Words => ({
  en: `look-ahead and look-behind, ${sign}…), are not available here; name what may stand there instead, such as [^9]`,
  ja: `先読み・後読み ${sign}…) は使えません。[^9] のように、その位置に来る文字を指定してください`,
})

const backReference = (sign: string): Words => ({
  en: `back-references, ${sign}, are not available here; write out what is to be repeated`,
  ja: `後方参照 ${sign} は使えません。繰り返す内容をそのまま書いてください`,
})

const unknownFlag = (flag: string): Words => ({
  en: `there is no flag "${flag}"; i, m and s can be used`,
  ja: `フラグ「${flag}」はありません。使えるのは i、m、s です`,
})

const tooMuchTyped = (characters: number): Words => ({
  en: `it has ${characters} characters; ${mostTyped} are the most`,
  ja: `${characters} 文字あります。最大 ${mostTyped} 文字です`,
})

const tooLong: Words = {
  en: 'it is too large; use fewer or smaller repetitions such as {100}',
  ja: '大きすぎます。{100} のような繰り返しの数や回数を減らしてください',
}

/** The engine puts the flags before what was typed, as `(?i)`: that is not to be quoted to a person who did not type it. */
function malformed(error: unknown, source: string): Words {
  const said = error instanceof Error ? error.message : String(error)
  const own = /^\(\?[ims]/.test(source) ? said : said.replace(/`(?:\(\?[ims]\))+/, '`')
  const whole = own.replace(/^error parsing regexp: /, '').replaceAll('`', '"')
  const why = whole.length > mostQuoted ? `${whole.slice(0, mostQuoted)}…"` : whole
  return { en: why, ja: japanese(why) }
}

const reasons: readonly (readonly [start: string, ja: string])[] = [
  ['missing closing )', '閉じかっこ ) がありません'],
  ['unexpected )', '対応する ( がない ) があります'],
  ['missing closing ]', '閉じかっこ ] がありません'],
  ['invalid character class range', '文字範囲の順序が正しくありません'],
  ['invalid escape sequence', '使えないエスケープです'],
  ['missing argument to repetition operator', '繰り返しの対象がありません'],
  ['invalid nested repetition operator', '繰り返しの記号が重なっています'],
  ['invalid repeat count', '繰り返しの回数が大きすぎます'],
  ['trailing backslash', '末尾の \\ の後に文字がありません'],
  ['invalid named capture', '名前付きグループの書き方が正しくありません'],
  ['invalid or unsupported Perl syntax', '使えない書き方です'],
  ['expression nests too deeply', 'かっこの入れ子が深すぎます'],
]

function japanese(why: string): string {
  const known = reasons.find(([start]) => why.startsWith(start))
  if (!known) return why
  const [start, ja] = known
  return `${ja}${why.slice(start.length).replace(/^: /, '：')}`
}
