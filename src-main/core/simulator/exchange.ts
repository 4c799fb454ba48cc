import { sameSubscriber, type PhoneNumber } from '../sms/address'

export type CallState = 'idle' | 'dialling' | 'alerting' | 'incoming' | 'active'

/** A telephone as the one at the other end has to do with it. */
export interface Line {
  readonly number: PhoneNumber | undefined
  readonly reachable: boolean
  readonly state: CallState
  /** Who is called, or calls. */
  readonly peer: Line | undefined
  ring(caller: Line, number: PhoneNumber): void
  connect(): void
  hears(key: string): void
  /** The call is over, and this is said here; nothing where `said` is empty. */
  end(said: string): void
}

/** Who can be called by a number. */
export class Exchange {
  readonly #lines = new Set<Line>()
  join(line: Line): () => void {
    this.#lines.add(line)
    return () => this.#lines.delete(line)
  }
  find(number: PhoneNumber): Line | undefined {
    return [...this.#lines].find(
      (one) => one.number !== undefined && sameSubscriber(one.number, number),
    )
  }
}
