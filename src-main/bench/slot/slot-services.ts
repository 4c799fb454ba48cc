import type { Knowledge } from '@core/at/knowledge'
import type { Token } from '@core/at/token'
import type { ModemProfile } from '@core/modem/profile'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import type { Words } from '@core/words'
import { SlotCard } from '@bench/card/card'
import { SlotContexts } from '@bench/contexts/contexts'
import { SlotPhonebook } from '@bench/phonebook/phonebook'
import { SlotUssd } from '@bench/ussd/ussd'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
  readonly profiles: readonly ModemProfile[]
  readonly dialled: () => number | null
  readonly note: (text: Words) => void
}

/** What a modem does besides data, each asked for by a person: its SIM, its contexts, USSD, its phone book. */
export class SlotServices {
  readonly card: SlotCard
  readonly contexts: SlotContexts
  readonly ussd: SlotUssd
  readonly phonebook: SlotPhonebook

  constructor(options: Options) {
    this.card = new SlotCard(options)
    this.contexts = new SlotContexts(options)
    this.ussd = new SlotUssd(options)
    this.phonebook = new SlotPhonebook(options)
  }

  /** What a modem said. */
  hear(token: Token): void {
    this.ussd.hear(token)
  }
}
