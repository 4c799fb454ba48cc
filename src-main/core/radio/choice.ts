import { quoted, wordsOf, type Words } from '../words'
import { bare, fieldsIn, numbersIn } from './answer'
import type { RadioItem, RadioItemId, RadioOption, RadioReading, RadioTakes } from './item'
import { radioTitles } from './words'

interface Choice {
  readonly id: RadioItemId
  readonly takes?: RadioTakes
  readonly free?: string
  readonly command: string
  readonly prefix: string
  readonly test?: string
  /** What the modem says it takes; absent: the numbers in its answer. */
  readonly told?: (test: readonly string[]) => readonly string[]
  readonly names: { readonly [id: string]: Words }
  /** Which field holds it. */
  readonly field?: number
  /** What its text has to be. */
  readonly shape?: RegExp
  readonly write: (id: string, now: RadioReading) => string | undefined
}

/** One of several values in one field of one line. */
export function choice(given: Choice): RadioItem {
  const { id, command, prefix, test, names, field = 0, free } = given
  const shape = given.shape ?? /^\d{1,4}$/
  const told =
    given.told ??
    ((lines: readonly string[]) => numbersIn(lines.join(',').replaceAll(prefix, '')).map(String))
  return {
    id,
    kind: 'one',
    title: radioTitles[id],
    command,
    ...(test === undefined ? {} : { test }),
    takes: given.takes ?? 'now',
    ...(free === undefined ? {} : { free }),
    read(lines) {
      const fields = fieldsIn(lines, prefix)
      const value = bare(fields?.[field])
      return fields && shape.test(value)
        ? { chosen: [value], raw: lineOf(lines, prefix) }
        : undefined
    },
    options({ value, test: answer }) {
      const able = told(answer)
      const list = able.length > 0 ? able : Object.keys(names)
      const ids = [...new Set([...list, ...value.chosen])]
      return { list: ids.map((one) => optionOf(one, names)), told: able.length > 0 }
    },
    write([one], now) {
      const text = one === undefined ? undefined : given.write(one, now)
      return text === undefined ? undefined : [text]
    },
  }
}
export const optionOf = (id: string, names: { readonly [id: string]: Words }): RadioOption => ({
  id,
  name: names[id] ?? wordsOf(quoted(id)),
})
export const lineOf = (lines: readonly string[], prefix: string): string =>
  lines.find((line) => line.toUpperCase().startsWith(prefix.toUpperCase())) ?? ''
