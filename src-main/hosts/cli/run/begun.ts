import { errorWords, slotNames, type Client, type SlotName } from '@contract'
import { complain } from '../complain'

/** What begins something that goes on by itself, and what ends it. */
const ends = {
  'failover.start': 'failover.stop',
  'soak.start': 'soak.stop',
} as const
const endsOfSlot = {
  'macros.run': 'macros.stop',
  'test.start': 'test.stop',
  'at.send': 'at.cancel',
  'connect.start': 'connect.cancel',
  'port.open': 'port.close',
} as const

type Beginning = keyof typeof ends
type BeginningOfSlot = keyof typeof endsOfSlot

/** What a script began on a bench that may be in use by others, too: that is ended behind it, and nothing else. */
export class Begun {
  readonly #client: Pick<Client, 'call'>
  readonly #whole = new Set<Beginning>()
  readonly #slots = new Map<SlotName, Set<BeginningOfSlot>>()

  constructor(client: Pick<Client, 'call'>) {
    this.#client = client
  }

  note(name: string, input: unknown): void {
    if (Object.hasOwn(ends, name)) this.#whole.add(name as Beginning)
    const slot = slotIn(input)
    if (slot === undefined || !Object.hasOwn(endsOfSlot, name)) return
    const begun = this.#slots.get(slot) ?? new Set()
    begun.add(name as BeginningOfSlot)
    this.#slots.set(slot, begun)
  }

  async end(): Promise<void> {
    for (const name of this.#whole) await this.#ending(() => this.#client.call(ends[name]))
    await Promise.all([...this.#slots].map(([slot, begun]) => this.#endSlot(slot, begun)))
  }

  async #endSlot(slot: SlotName, begun: ReadonlySet<BeginningOfSlot>): Promise<void> {
    const { call } = this.#client
    // In this order: a command that is under way would hold up the hanging up.
    for (const name of ['macros.run', 'test.start', 'at.send', 'connect.start'] as const)
      if (begun.has(name)) await this.#ending(() => call(endsOfSlot[name], { slot }))
    if (begun.has('connect.start') || begun.has('port.open'))
      await this.#ending(() => call('connect.end', { slot }))
    if (begun.has('port.open')) await this.#ending(() => call('port.close', { slot }))
  }

  /** The others are ended all the same. */
  async #ending(end: () => Promise<unknown>): Promise<void> {
    await end().catch((error: unknown) => complain(errorWords(error)))
  }
}

function slotIn(input: unknown): SlotName | undefined {
  const slot = typeof input === 'object' && input !== null && 'slot' in input ? input.slot : ''
  return slotNames.find((name) => name === slot)
}
