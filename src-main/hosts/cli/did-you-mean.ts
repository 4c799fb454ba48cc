import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { Fault } from '@contract'
import { noCommandOf, commandBeforePort, oneTooMuch } from './words'

/** Letters to change, add, leave out or swap with their neighbour until one word is the other (Damerau-Levenshtein, restricted). */
function lettersApart(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], []]
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    ;[before, last, row] = [last, row, [i]]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
  }
  return row[other.length] ?? 0
}

/** The name that was probably meant; undefined where none is near. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, apart: lettersApart(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, apart }) => apart <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.apart - b.apart)
  return near[0]?.name
}

/** A word where a command of `group` stands, and that is none. `call` is the group as it is typed. */
export function noSuchCommand(word: string, call: string, names: readonly string[]): Fault {
  const near = nearestName(word, names)
  return new Fault('bad-input', noCommandOf(call, JSON.stringify(word), names, near))
}

/** True for a word that names no file, port or simulated modem: it has no separator, and nothing of that name is there. */
export const isPlainWord = (word: string): boolean => !/[/\\:.]/.test(word) && !existsSync(word)

/**
 * What is typed too much behind a group's default command (`radio PORT`) is mostly a command of the group, mistyped or at the
 * wrong place: says which. Throws `Fault('bad-input')`.
 */
export function refuseMore(call: string, names: readonly string[], words: readonly string[]): void {
  const [first = '', second] = words
  if (second === undefined) return
  if (isPlainWord(first)) throw noSuchCommand(first, call, names)
  const meant = names.includes(second) ? second : nearestName(second, names)
  if (meant !== undefined) throw new Fault('bad-input', commandBeforePort(call, meant, first))
  throw new Fault('bad-input', oneTooMuch(JSON.stringify(second)))
}

/** Gives the default command of a group a hint in the place of "too many arguments". */
export function hinting(group: Command, command: Command): Command {
  return command.allowExcessArguments().hook('preAction', () => {
    const names = group.commands.map((each) => each.name())
    refuseMore(group.name(), names, command.args)
  })
}
