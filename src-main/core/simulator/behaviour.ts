import type { Outcome } from './answer'
import { cme, error, wrong } from './answer'
import type { AtPlace } from './at-place'
import type { Command, Form } from './command-line'
import type { ModemParts } from './modem-parts'
import type { Parameter } from './parameters'
import { parametersOf } from './parameters'

/** A modem that answers by a table of behaviours. */
export interface AnsweringModem extends ModemParts {
  readonly registry: Registry
}

/** A command as a behaviour sees it. `values` is empty unless it came as `AT+X=…`. */
export interface Asked {
  readonly modem: AnsweringModem
  readonly channel: AtPlace
  readonly command: Command
  readonly values: readonly Parameter[]
}

export type Run = (asked: Asked) => Outcome

/** One command and the forms in which it is understood; another form is answered with ERROR. */
export interface CommandEntry {
  readonly name: string
  readonly execute?: Run
  readonly read?: Run
  readonly test?: Run
  readonly set?: Run
}

/** A group of commands that belong together: one file each. */
export type Behaviour = readonly CommandEntry[]

export type Registry = ReadonlyMap<string, CommandEntry>

/** The commands a persona knows: the common ones but those it lacks, and its own. A name registered twice is a mistake of ours. */
export function registryOf(
  common: readonly Behaviour[],
  lacks: readonly string[],
  own: readonly Behaviour[] = [],
): Registry {
  const registry = new Map<string, CommandEntry>()
  const known = common.flat().filter(({ name }) => !lacks.includes(name))
  for (const entry of [...known, ...own.flat()]) {
    if (registry.has(entry.name)) throw new Error(`two behaviours answer ${entry.name}`)
    registry.set(entry.name, entry)
  }
  return registry
}

export function runCommand(registry: Registry, asked: Omit<Asked, 'values'>): Outcome {
  const { name, form, text } = asked.command
  const run = registry.get(name)?.[form satisfies Form]
  if (!run) return error
  if (form !== 'set') return run({ ...asked, values: [] })
  const values = parametersOf(text)
  return values ? run({ ...asked, values }) : wrong
}

/** Refuses while the card is out or locked, with the reason. */
export function withCard(run: Run): Run {
  return (asked) => {
    if (asked.modem.cardBusy) return cme(14)
    switch (asked.modem.card.state) {
      case 'ready':
        return run(asked)
      case 'absent':
        return cme(10)
      case 'pin':
        return cme(11)
      case 'puk':
        return cme(12)
      case 'blocked':
        return cme(13)
    }
  }
}
