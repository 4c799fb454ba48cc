import type { Command } from '@core/at/command-text'
import { type Endings, usualEndings } from '@core/at/endings'
import type { Parameter } from '@core/at/parameter'
import type { Registry } from './registry'

/** What ends one command, as its decoder says it; questions (`?`, `=?`) end as usual unless it says otherwise. */
export function endingsOfCommand(registry: Registry, command: Command): Endings {
  const decoder = registry.ofCommand(command.name)
  const ends = decoder?.ends
  if (!ends) return usualEndings
  const forms = ends.forms ?? ['set', 'action']
  if (!forms.includes(command.form)) return usualEndings
  const counts = ends.prompt === undefined ? -1 : countOf(decoder.set ?? decoder.parameters ?? [])
  return counts < 0 ? ends : { ...ends, counts }
}

/** The parameter that says how many octets follow the prompt. */
function countOf(parameters: readonly Parameter[]): number {
  return parameters.findIndex(({ name }) => name === 'length' || name === 'size')
}

/** What ends a whole command line: only its last command can end it, while any may prompt or tell its result later. */
export function joinEndings(registry: Registry, commands: readonly Command[]): Endings {
  const each = commands.map((command) => endingsOfCommand(registry, command))
  const told = each.filter((one) => one !== usualEndings)
  const [first] = told
  if (!first) return usualEndings
  const { final: _final, ...open } = Object.assign({}, ...told.toReversed())
  const final = each.at(-1)?.final
  return final ? { ...open, final } : open
}
