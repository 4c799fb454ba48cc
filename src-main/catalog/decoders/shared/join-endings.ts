import type { Command } from '@core/at/command-text'
import { type Endings, usualEndings } from '@core/at/endings'
import type { Registry } from './registry'

/** What ends one command, as its decoder says it; questions (`?`, `=?`) end as usual unless it says otherwise. */
export function endingsOfCommand(registry: Registry, command: Command): Endings {
  const ends = registry.ofCommand(command.name)?.ends
  if (!ends) return usualEndings
  const forms = ends.forms ?? ['set', 'action']
  return forms.includes(command.form) ? ends : usualEndings
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
