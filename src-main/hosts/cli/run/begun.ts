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
  'connect.start': 'connect.cancel',
  'port.open': 'port.close',
} as const

/** What ends it in passing, where a script does so itself. */
const overBy: { readonly [call: string]: readonly BeginningOfSlot[] } = {
  'macros.stop': ['macros.run'],
  'test.stop': ['test.start'],
  'connect.end': ['connect.start'],
  'connect.disconnect': ['connect.start'],
  'port.close': ['macros.run', 'test.start', 'connect.start', 'port.open'],
}

type Beginning = keyof typeof ends
type BeginningOfSlot = keyof typeof endsOfSlot

/** What a script began on a bench that may be in use by others, too: that is ended behind it, and nothing else. */
export class Begun {
  readonly #client: Pick<Client, 'call'>
  readonly #whole = new Set<Beginning>()
  readonly #slots = new Map<SlotName, Set<BeginningOfSlot>>()

  /** Commands that are not answered yet. */
  readonly #commands = { a: 0, b: 0 }

  constructor(client: Pick<Client, 'call'>) {
    this.#client = client
  }

  /**
   * Before a call is made: the script may be ended while it is under way. Returns what is told when it was refused: then it began
   * nothing, and what goes on there is somebody else's.
   */
  asked(name: string, input: unknown): () => void {
    const slot = slotIn(input)
    if (slot && name === 'at.send') return this.#command(slot)
    if (isOf(ends, name)) return added(this.#whole, name)
    if (slot === undefined || !isOf(endsOfSlot, name)) return () => undefined
    const begun = this.#slots.get(slot) ?? new Set()
    this.#slots.set(slot, begun)
    return added(begun, name)
  }

  answered(name: string, input: unknown): void {
    if (name === 'failover.stop') this.#whole.delete('failover.start')
    if (name === 'soak.stop') this.#whole.delete('soak.start')
    const slot = slotIn(input)
    const begun = slot && this.#slots.get(slot)
    for (const over of overBy[name] ?? []) begun?.delete(over)
    if (slot && name === 'at.send') this.#commands[slot]--
  }

  async end(): Promise<void> {
    for (const name of this.#whole) await this.#ending(() => this.#client.call(ends[name]))
    const none: ReadonlySet<BeginningOfSlot> = new Set()
    await Promise.all(slotNames.map((slot) => this.#endSlot(slot, this.#slots.get(slot) ?? none)))
  }

  #command(slot: SlotName): () => void {
    this.#commands[slot]++
    return () => void this.#commands[slot]--
  }

  async #endSlot(slot: SlotName, begun: ReadonlySet<BeginningOfSlot>): Promise<void> {
    const { call } = this.#client
    // In this order: a command that is under way would hold up the hanging up.
    for (const name of ['macros.run', 'test.start', 'connect.start'] as const)
      if (begun.has(name)) await this.#ending(() => call(endsOfSlot[name], { slot }))
    if (this.#commands[slot] > 0) await this.#ending(() => call('at.cancel', { slot }))
    if (begun.has('connect.start') || begun.has('port.open'))
      await this.#ending(() => call('connect.end', { slot }))
    if (begun.has('port.open')) await this.#ending(() => call('port.close', { slot }))
  }

  /** The others are ended all the same. */
  async #ending(end: () => Promise<unknown>): Promise<void> {
    await end().catch((error: unknown) => complain(errorWords(error)))
  }
}

function added<T>(set: Set<T>, one: T): () => void {
  const before = set.has(one)
  set.add(one)
  return () => {
    if (!before) set.delete(one)
  }
}

const isOf = <T extends object>(table: T, name: string): name is keyof T & string =>
  Object.hasOwn(table, name)

function slotIn(input: unknown): SlotName | undefined {
  const slot = typeof input === 'object' && input !== null && 'slot' in input ? input.slot : ''
  return slotNames.find((name) => name === slot)
}
