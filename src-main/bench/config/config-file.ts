import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { z } from 'zod'
import {
  benchConfig,
  mistakeText,
  mostFaults,
  type BenchConfig,
  type ConfigMistake,
  type ReadConfig,
} from '@contract'

export { mistakeText }
import { Fault } from '@core/fault'
import type { Language, Words } from '@core/words'
import { meaningMistakes } from './config-checks'
import { issueMistakes, type Found } from './config-words'
import { syntaxMistakes } from './indentation'
import { shippedPresets } from '@bench/settings/presets'
import { tooDeep, tooDeepAt, yamlValues } from './yaml-values'
import { andMore, tooManyEntries } from './words'

/** Presets a configuration may name; those of the product when absent. */
export interface KnownPresets {
  readonly all: readonly { readonly id: string }[]
}
const shipped: KnownPresets = { all: shippedPresets }

/** Reads a configuration in YAML (JSON is YAML). Every mistake is named with its place; none is guessed away. */
export function readConfig(text: string, presets: KnownPresets = shipped): ReadConfig {
  const most = [{ path: ['soak', 'faults'], most: mostFaults }]
  return readYaml(text, benchConfig, (config) => meaningMistakes(config, presets), { most })
}

/** How a file is looked at beside its schema and its meaning. */
interface Looking {
  /** Looks at what the schema cannot where the schema has found mistakes: nobody mends a file in rounds. */
  readonly partly?: (values: unknown) => readonly Found[]
  /** What the values stand for, where that is more than one. */
  readonly variants?: (values: unknown) => readonly unknown[]
  /** Lists that are looked at only where they are not longer than that. */
  readonly most?: readonly { readonly path: readonly string[]; readonly most: number }[]
}

/** A file of a schema, in YAML, with everything that is wrong with it; `meaning` looks at what the schema cannot. */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  meaning: (config: T) => readonly Found[],
  { partly = () => [], variants = (values) => [values], most = [] }: Looking = {},
): {
  readonly config: T | null
  /** One for each variant; none where anything is wrong. */
  readonly configs: readonly T[]
  readonly values: unknown
  readonly mistakes: readonly ConfigMistake[]
} {
  const lines = new LineCounter()
  const tooDeep = tooDeepAt(text)
  if (tooDeep !== undefined)
    return { config: null, configs: [], values: null, mistakes: [deepMistake(text, tooDeep)] }
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0)
    return {
      config: null,
      configs: [],
      values: null,
      mistakes: capped(
        syntaxMistakes(
          text,
          document.errors.map(({ pos, code, message }) => {
            const at = lines.linePos(pos[0])
            return { code, message, line: at.line, column: at.col }
          }),
        ).map((one) => ({ ...one, place: '' })),
      ),
    }
  const long = most.flatMap(({ path, most: limit }) => longList(document, path, limit))
  if (long.length > 0)
    return {
      config: null,
      configs: [],
      values: null,
      mistakes: long.map((found) => placed(found, document, lines)),
    }
  const { values, words } = { values: undefined, ...yamlValues(document) }
  if (words)
    return { config: null, configs: [], values: null, mistakes: [aliasMistake(text, lines, words)] }
  const read = variants(values).map((variant) => readValues(variant, schema, meaning, partly))
  const mistakes = distinct(read.flatMap((one) => one.mistakes))
  const configs = read.flatMap(({ config }) => (config === null ? [] : [config]))
  const [config] = configs
  if (config === undefined || mistakes.length > 0)
    return {
      config: null,
      configs: [],
      values,
      mistakes: capped(
        mistakes
          .map((found) => placed(found, document, lines))
          .toSorted((a, b) => a.line - b.line || a.column - b.column),
      ),
    }
  return { config, configs, values, mistakes: [] }
}

function readValues<T>(
  values: unknown,
  schema: z.ZodType<T>,
  meaning: (config: T) => readonly Found[],
  partly: (values: unknown) => readonly Found[],
): { readonly config: T | null; readonly mistakes: readonly Found[] } {
  const parsed = schema.safeParse(values)
  if (parsed.success) {
    const mistakes = causes(meaning(parsed.data))
    return { config: mistakes.length > 0 ? null : parsed.data, mistakes }
  }
  const own = parsed.error.issues.flatMap((issue) => issueMistakes(issue, values))
  return { config: null, mistakes: withOthers(own, partly(values)) }
}

/** What is wrong in every variant is told once. */
function distinct(found: readonly Found[]): readonly Found[] {
  return [...new Map(found.map((one) => [`${placeOf(one)}\n${one.words.en}`, one])).values()]
}

const placeOf = ({ path }: Pick<Found, 'path'>) => path.map(String).join('.')

/** The mistakes of the schema, and those of the meaning that are in other places or the cause of it. */
function withOthers(own: readonly Found[], others: readonly Found[]): readonly Found[] {
  const taken = own.map(placeOf)
  return causes([...own, ...others.filter((one) => one.cause || !taken.includes(placeOf(one)))])
}

/** Without what only follows from a mistake in the same place, or in one that it names. */
function causes(found: readonly Found[]): readonly Found[] {
  const caused = found.filter(({ cause }) => cause).map(placeOf)
  const wrong = found.map(placeOf)
  return found.filter(
    (one) =>
      (one.cause || !caused.includes(placeOf(one))) &&
      !one.follows?.some((path) => wrong.includes(placeOf({ path }))),
  )
}

const mostTold = 20

/** As many as a person reads; one broken bracket can make hundreds. */
function capped(mistakes: readonly ConfigMistake[]): readonly ConfigMistake[] {
  if (mistakes.length <= mostTold) return mistakes
  const more = mistakes.length - mostTold
  const words = andMore(more)
  // They have no line of their own.
  return [...mistakes.slice(0, mostTold), { line: 0, column: 0, place: '', words }]
}

/** The configuration, or a Fault bad-input that names every mistake by its place. */
export function mustRead(text: string, presets?: KnownPresets): BenchConfig {
  return mustHave(readConfig(text, presets))
}

/** What was read, or a Fault bad-input that names every mistake by its place. */
export function mustHave<T>({
  config,
  mistakes,
}: {
  readonly config: T | null
  readonly mistakes: readonly ConfigMistake[]
}): T {
  if (config) return config
  const all = (language: Language) =>
    mistakes.map((one) => mistakeText(one, undefined, language)).join('; ')
  throw new Fault('bad-input', { en: all('en'), ja: all('ja') })
}

function deepMistake(text: string, offset: number): ConfigMistake {
  const before = text.slice(0, offset).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return { line: before.length, column, place: '', words: tooDeep }
}

/** At the first alias, where there is one. */
function aliasMistake(text: string, lines: LineCounter, words: Words): ConfigMistake {
  const at = lines.linePos(Math.max(0, text.search(/\*[\w-]/)))
  return { line: at.line, column: at.col, place: '', words }
}

/** A list beyond its limit is told before anything in it is looked at, which would take as long as it is. */
function longList(document: Document, path: readonly string[], most: number): readonly Found[] {
  const list = document.getIn(path)
  return isSeq(list) && list.items.length > most
    ? [{ path, words: tooManyEntries(most, list.items.length) }]
    : []
}

function placed(found: Found, document: Document, lines: LineCounter): ConfigMistake {
  const { path, words, beside } = found
  const above = path.slice(0, -1)
  const offset = offsetOf(document, beside && !document.hasIn(above) ? beside : path)
  const at = offset === undefined ? { line: 0, col: 0 } : lines.linePos(offset)
  return { line: at.line, column: at.col, place: toldPlace(path), words }
}

/** As people count: the first entry of a list is its number 1. */
const toldPlace = (path: readonly PropertyKey[]) =>
  path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join('.')

/** Where the key of a path stands; for one that is missing, what it should be in. */
export function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  let node: Node | null = document.contents as Node | null
  let offset = node?.range?.[0]
  for (const part of path) {
    const found = stepInto(node, part)
    if (!found) return offset
    offset = found.offset ?? offset
    node = found.node
  }
  return offset
}

function stepInto(
  node: Node | null,
  part: PropertyKey,
): { node: Node | null; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
    if (!pair) return undefined
    const key = pair.key as Node
    return { node: pair.value as Node | null, offset: key.range?.[0] }
  }
  if (!isSeq(node) || typeof part !== 'number') return undefined
  const item = node.items[part] as Node | undefined
  return item ? { node: item, offset: item.range?.[0] } : undefined
}
