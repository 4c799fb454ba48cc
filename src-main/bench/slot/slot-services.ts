import type { Knowledge } from '@core/at/knowledge'
import type { ModemProfile } from '@core/modem/profile'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import type { Words } from '@core/words'
import { SlotCard } from '@bench/card/card'
import { SlotContexts } from '@bench/contexts/contexts'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
  readonly profiles: readonly ModemProfile[]
  readonly dialled: () => number | null
  readonly note: (text: Words) => void
}

/** What a modem does besides data, each asked for by a person: its SIM, its contexts. */
export class SlotServices {
  readonly card: SlotCard
  readonly contexts: SlotContexts

  constructor(options: Options) {
    this.card = new SlotCard(options)
    this.contexts = new SlotContexts(options)
  }
}
