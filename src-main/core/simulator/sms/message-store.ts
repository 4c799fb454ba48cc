/** <stat> of 27.005, 3.1: received unread, received read, stored unsent, stored sent. */
export type MessageStatus = 0 | 1 | 2 | 3

/** A message in a memory: the service centre's number and the TPDU as it went over the air. */
export interface StoredMessage {
  readonly status: MessageStatus
  readonly serviceCentre: string
  readonly tpdu: Uint8Array
}

export type Memory = 'ME' | 'SM' | 'SR'

/** What the memories hold (SIMCom AT manual, +CPMS: SM 50, ME 23). */
const sizes: Readonly<Record<Memory, number>> = { ME: 23, SM: 50, SR: 10 }

/** The names +CPMS knows; "MT" is the modem's own memory under another name. */
export function memoryOf(name: string): Memory | undefined {
  if (name === 'MT') return 'ME'
  return name === 'ME' || name === 'SM' || name === 'SR' ? name : undefined
}

/** The message memories of one modem. Places are counted from 1, as the records of EF SMS are (31.102, 4.2.25). */
export class MessageStore {
  readonly #memories: Readonly<Record<Memory, Map<number, StoredMessage>>> = {
    ME: new Map(),
    SM: new Map(),
    SR: new Map(),
  }
  size(memory: Memory): number {
    return sizes[memory]
  }
  used(memory: Memory): number {
    return this.#memories[memory].size
  }
  get(memory: Memory, index: number): StoredMessage | undefined {
    return this.#memories[memory].get(index)
  }
  /** In the order of their places. */
  all(memory: Memory): readonly (readonly [index: number, message: StoredMessage])[] {
    return [...this.#memories[memory]].sort(([a], [b]) => a - b)
  }
  /** The place it was put in, or undefined: full. */
  add(memory: Memory, message: StoredMessage): number | undefined {
    const places = this.#memories[memory]
    for (let index = 1; index <= sizes[memory]; index++) {
      if (places.has(index)) continue
      places.set(index, message)
      return index
    }
    return undefined
  }
  mark(memory: Memory, index: number, status: MessageStatus): void {
    const message = this.get(memory, index)
    if (message) this.#memories[memory].set(index, { ...message, status })
  }
  delete(memory: Memory, index: number): void {
    this.#memories[memory].delete(index)
  }
}
