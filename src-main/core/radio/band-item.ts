import type { RadioItem, RadioItemId, RadioOption, RadioReading, RadioTakes } from './item'
import { bandOptions, bandsIn, withBands } from './band-mask'
import { bandNumber, bandOption } from './bands'
import type { MaskText } from './mask'
import { radioTitles } from './words'

interface MaskItem {
  readonly id: RadioItemId
  readonly takes?: RadioTakes
  readonly command: string
  readonly test?: string
  /** Where the mask is in the answer, and the line; undefined: not of the shape that is known. */
  readonly find: (
    lines: readonly string[],
    test: readonly string[],
  ) => { readonly raw: string; readonly mask: MaskText } | undefined
  /** Bands the modem says it has. */
  readonly able?: (test: readonly string[]) => readonly number[] | undefined
  readonly write: (mask: string, now: RadioReading) => readonly string[] | undefined
}

/** A mask in which band n of LTE is bit n-1. */
export function bandMaskItem(given: MaskItem): RadioItem {
  const { id, command, test, find, able = () => undefined } = given
  const again = ({ value, test: answer }: RadioReading) => find([value.raw], answer)?.mask
  return {
    id,
    kind: 'many',
    title: radioTitles[id],
    command,
    ...(test === undefined ? {} : { test }),
    takes: given.takes ?? 'now',
    read(lines, answer) {
      const found = find(lines, answer)
      return found && { chosen: bandsIn(found.mask.mask), raw: found.raw }
    },
    options(reading) {
      const mask = again(reading)
      return optionsOf(mask ? bandOptions(mask) : [], reading.value.chosen, able(reading.test))
    },
    write(chosen, now) {
      const mask = again(now)
      const text = mask && withBands(mask, chosen)
      return text === undefined ? undefined : given.write(text, now)
    },
    // With the bits of no band that were there, too.
    restore(before, now) {
      const was = find([before.raw], now.test)?.mask.mask
      const text = was === undefined ? undefined : again(now)?.write(was)
      return text === undefined ? undefined : given.write(text, now)
    },
  }
}

/** All of them, or those the modem says it has and those that are on. */
export function optionsOf(
  all: readonly RadioOption[],
  on: readonly string[],
  able: readonly number[] | undefined,
): { readonly list: readonly RadioOption[]; readonly told: boolean } {
  if (!able || able.length === 0) return { list: all, told: false }
  const letter = on[0]?.startsWith('n') || all[0]?.id.startsWith('n') ? 'n' : 'B'
  const numbers = [...new Set([...able, ...on.map(bandNumber)])].toSorted((a, b) => a - b)
  return { list: numbers.map((number) => bandOption(number, letter)), told: true }
}

interface ListItem {
  readonly id: RadioItemId
  readonly letter?: 'B' | 'n'
  readonly takes?: RadioTakes
  readonly command: string
  readonly test?: string
  readonly find: (
    lines: readonly string[],
  ) => { readonly raw: string; readonly bands: readonly number[] } | undefined
  readonly able: (test: readonly string[]) => readonly number[] | undefined
  readonly write: (bands: readonly number[], now: RadioReading) => string
}

/** Bands by their numbers. What may be chosen is what the modem says; without that, the bands that are on. */
export function bandListItem(given: ListItem): RadioItem {
  const { id, letter = 'B', command, test, find, able } = given
  return {
    id,
    kind: 'many',
    title: radioTitles[id],
    command,
    ...(test === undefined ? {} : { test }),
    takes: given.takes ?? 'now',
    read(lines) {
      const found = find(lines)
      return found && { chosen: found.bands.map((number) => `${letter}${number}`), raw: found.raw }
    },
    options({ value, test: answer }) {
      const numbers = able(answer) ?? []
      const on = value.chosen.map(bandNumber)
      const all = [...new Set([...numbers, ...on])].toSorted((a, b) => a - b)
      return { list: all.map((number) => bandOption(number, letter)), told: numbers.length > 0 }
    },
    write: (chosen, now) =>
      chosen.length === 0 ? undefined : [given.write(chosen.map(bandNumber), now)],
  }
}
