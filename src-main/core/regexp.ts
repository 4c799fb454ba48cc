import {
  backReference,
  japanese,
  lookAround,
  tooLong,
  tooMuchTyped,
  unknownFlag,
} from './regexp-words'
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
  if (source.length > mostTyped) return { problem: tooMuchTyped(source.length, mostTyped) }
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

/** The engine puts the flags before what was typed, as `(?i)`: that is not to be quoted to a person who did not type it. */
function malformed(error: unknown, source: string): Words {
  const said = error instanceof Error ? error.message : String(error)
  const own = /^\(\?[ims]/.test(source) ? said : said.replace(/`(?:\(\?[ims]\))+/, '`')
  const whole = own.replace(/^error parsing regexp: /, '').replaceAll('`', '"')
  const why = whole.length > mostQuoted ? `${whole.slice(0, mostQuoted)}…"` : whole
  return { en: why, ja: japanese(why) }
}
