import { ok, wrong } from '../answer'
import type { CommandEntry } from '../behaviour'
import { numberIn } from '../parameters'

/** The values a field takes: from one number to another. */
export type FieldRange = readonly [low: number, high: number]

const listOf = ([low, high]: FieldRange) => (low === high ? `(${low})` : `(${low}-${high})`)

/**
 * `+X=a[,b…]`: numbers the modem keeps until its power goes and gives back, and that change nothing one could see here.
 * Fields left out keep their value; `AT+X` alone goes back to the start.
 */
export function tuple(
  name: string,
  ranges: readonly FieldRange[],
  start: readonly number[],
): CommandEntry {
  return {
    name,
    test: () => ok(`${name}: ${ranges.map(listOf).join(',')}`),
    read: ({ modem }) => ok(`${name}: ${(modem.kept.get(name) ?? start).join(',')}`),
    execute: ({ modem }) => {
      modem.kept.delete(name)
      return {}
    },
    set: ({ modem, values }) => {
      const now = modem.kept.get(name) ?? start
      const wanted = ranges.map(([low, high], i) =>
        values[i]?.text || i === 0 ? numberIn(values[i], low, high) : now[i],
      )
      if (values.length > ranges.length || wanted.includes(undefined)) return wrong
      modem.kept.set(
        name,
        wanted.filter((value) => value !== undefined),
      )
      return {}
    },
  }
}
