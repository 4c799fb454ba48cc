import type { SlotName } from '@core/modem/slot-names'
import { errorWords } from '@core/fault'
import type { Words } from '@core/words'
import type { BoardTests } from '@bench/board-test/board-test'
import type { Environment } from '@bench/environment'
import type { Macros } from '@bench/macros/macros'
import type { Slots } from '@bench/slot/slot'
import type { Delivered } from './webhooks'
import {
  busyConnecting,
  busyFailover,
  busyPrompt,
  busyTesting,
  macroBegun,
  macroNotBegun,
  noAtNow,
} from './words'

/** What of the bench is needed here. */
export interface AlertMacroParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly macros: Macros
  readonly tests: BoardTests
  readonly failover: { readonly running: boolean }
}

/** Why no macro may run on a slot now; undefined: it may. */
function busyWith(parts: AlertMacroParts, slot: SlotName): Words | undefined {
  const { connect, prompt, at, mode, port } = parts.slots[slot].state
  if (parts.failover.running) return busyFailover
  if (parts.tests.states[slot]?.state === 'running') return busyTesting
  if (connect.state === 'running' || connect.state === 'disconnecting') return busyConnecting
  if (prompt) return busyPrompt
  if (port?.state === 'open' && at.through === null) return noAtNow(mode)
  return undefined
}

/** Starts the macro of an alert where nobody else is at work on the slot; how it goes stands in the slot's state and log. */
export function beginMacro(
  parts: AlertMacroParts,
  { name, slot, id }: { readonly name: string; readonly slot: SlotName; readonly id: string },
): Delivered {
  const busy = busyWith(parts, slot)
  if (busy) return { ok: false, words: macroNotBegun(name, id, busy) }
  try {
    const { macro, script } = parts.macros.find(id)
    const ended = parts.slots[slot].macro.start(macro, script, {}, {})
    ended.catch((error: unknown) => parts.environment.report(error, `macro on slot ${slot}`))
    return { ok: true, words: macroBegun(name, macro.name) }
  } catch (error) {
    return { ok: false, words: macroNotBegun(name, id, errorWords(error)) }
  }
}
