import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { z } from 'zod'
import { benchConfig, type BenchConfig, type ConfigMistake, type ReadConfig } from '@contract'
import { Fault } from '@core/fault'
import { faultKnobs } from '@core/simulator/fault-rows'
import { hardwareFaults } from '@core/soak/faults'

type Issue = z.core.$ZodIssue

/** Reads a configuration in YAML (JSON is YAML). Every mistake is named with its place; none is guessed away. */
export function readConfig(text: string): ReadConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0)
    return {
      config: null,
      values: null,
      mistakes: document.errors.map(({ pos, message }) => {
        const at = lines.linePos(pos[0])
        // The library's message ends with an excerpt; the place is said by line and column.
        return { line: at.line, column: at.col, place: '', message: message.split('\n')[0] ?? '' }
      }),
    }
  const values: unknown = document.toJS()
  const parsed = benchConfig.safeParse(values)
  const mistakes = parsed.success
    ? faultMistakes(parsed.data)
    : parsed.error.issues.flatMap((issue) => mistakesOf(issue))
  if (!parsed.success || mistakes.length > 0)
    return {
      config: null,
      values,
      mistakes: mistakes.map((found) => placed(found, document, lines)),
    }
  return { config: parsed.data, values, mistakes: [] }
}

/** The configuration, or a Fault bad-input that names every mistake by its line. */
export function mustRead(text: string): BenchConfig {
  const { config, mistakes } = readConfig(text)
  if (config) return config
  throw new Fault('bad-input', mistakes.map(mistakeText).join('; '))
}

export function mistakeText({ line, place, message }: ConfigMistake): string {
  const where = line > 0 ? `line ${line}` : 'the file'
  return place === '' ? `${where}: ${message}` : `${where}, ${place}: ${message}`
}

interface Found {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

function mistakesOf(issue: Issue): readonly Found[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `there is no setting "${key}" here`,
    }))
  return [{ path: issue.path, message: issue.message.replace(/^Invalid input: /, '') }]
}

/** A fault that nobody can inject would be found out in the middle of the night. */
function faultMistakes({ soak, slots }: BenchConfig): readonly Found[] {
  return (soak?.faults ?? []).flatMap(({ fault, value, slot, note }, index) => {
    const path = ['soak', 'faults', index, 'fault']
    if (fault === 'by-hand' && note === undefined)
      return [{ path, message: 'by-hand needs a note: what the person is to do' }]
    if (hardwareFaults.some((one) => one === fault)) return []
    const knob = faultKnobs.find(({ id }) => id === fault)
    const names = [...hardwareFaults, ...faultKnobs.map(({ id }) => id)].join(', ')
    if (!knob) return [{ path, message: `there is no fault "${fault}"; there are ${names}` }]
    if (!slots[slot].port.startsWith('sim:'))
      return [{ path, message: `${fault} needs a simulated modem; slot ${slot} has none` }]
    const mistake = knob.mistake(valueText(value))
    return mistake === undefined
      ? []
      : [{ path: [...path.slice(0, -1), 'value'], message: mistake }]
  })
}

/** YAML reads on and off as they are, true and false as booleans. */
export function valueText(value: string | number | boolean | null | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return String(value)
}

function placed({ path, message }: Found, document: Document, lines: LineCounter): ConfigMistake {
  const offset = offsetOf(document, path)
  const at = offset === undefined ? { line: 0, col: 0 } : lines.linePos(offset)
  return { line: at.line, column: at.col, place: path.map(String).join('.'), message }
}

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
