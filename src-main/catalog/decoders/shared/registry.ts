import type { Decoder } from '@core/at/decoder'
import { lineName } from '@core/at/line-name'

/** The decoders, found by command and by line. */
export interface Registry {
  readonly all: readonly Decoder[]
  /** By command name as parsed: `+CEREG`, `ATI`, `AT&D`. */
  ofCommand(name: string): Decoder | undefined
  /** By what a line begins with, or by its whole text. */
  ofLine(line: string): Decoder | undefined
}

/** Two decoders for one command, one line or one id are a mistake in the catalogue: it throws at start. */
export function createRegistry(decoders: readonly Decoder[]): Registry {
  const all = decoders.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const byId = index(all, (one) => [one.id])
  const byCommand = index(all, (one) => one.commands)
  const byPrefix = index(all, (one) => one.prefixes)
  const patterns = [...byId.values()].flatMap((one) =>
    one.pattern ? [{ pattern: one.pattern, one }] : [],
  )
  return {
    all,
    ofCommand: (name) => byCommand.get(name),
    ofLine(line) {
      const named = byPrefix.get(lineName(line).name)
      if (named) return named
      // Only short lines are fixed texts; a long one is data.
      if (line.length > 200) return undefined
      const trimmed = line.trim()
      return patterns.find(({ pattern }) => pattern.test(trimmed))?.one
    },
  }
}

function index(
  decoders: readonly Decoder[],
  keysOf: (one: Decoder) => readonly string[],
): Map<string, Decoder> {
  const map = new Map<string, Decoder>()
  for (const one of decoders)
    for (const key of keysOf(one)) {
      if (map.has(key))
        throw new Error(`Two decoders for ${key}: ${map.get(key)?.id} and ${one.id}`)
      map.set(key, one)
    }
  return map
}
