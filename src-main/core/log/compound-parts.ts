import { type Command, parseCommands } from '../at/command-text'
import type { Pending } from '../at/pending'
import { ruleOf } from '../at/timeouts'

const written = { read: '?', test: '=?', set: '=', action: '' } as const

/** Which command of a line with several an answer belongs to: by its name, or in order where it has none. */
export class CompoundParts {
  readonly #free = new WeakMap<Pending, number>()

  of(entry: Pending, line: string): string {
    if (!entry.command.includes(';')) return entry.command
    const commands = parseCommands(entry.command)
    const name = /^([+*^%$#][A-Z0-9_]+):/.exec(line)?.[1]
    if (name !== undefined) {
      const named = commands.filter((command) => command.name === name)
      return named.length === 1 && named[0] ? textOf(named[0]) : entry.command
    }
    const free = commands.map(textOf).filter((text) => ruleOf(text).free)
    // It takes several lines; what stands behind the last of them says whose it is.
    if (free[0] === 'ATI' && !/^SubEdition\b/i.test(line)) return 'ATI'
    const at = this.#free.get(entry) ?? 0
    this.#free.set(entry, at + 1)
    return free[Math.min(at, free.length - 1)] ?? entry.command
  }
}

function textOf({ name, form, args }: Command): string {
  return `${name.startsWith('AT') ? '' : 'AT'}${name}${written[form]}${args}`
}
