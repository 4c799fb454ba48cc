import { commandKey } from './command-key'
import type { Exchange, Recording } from './recording'

/** The exchanges of a recording by what was asked, in their order; each is read when it is acted. */
export interface Exchanges {
  /** The numbers of the exchanges of each command, by its `commandKey`. */
  readonly byKey: ReadonlyMap<string, ArrayLike<number>>
  at(number: number): Exchange | undefined
}

/** A recording as it is acted. */
export interface Played extends Omit<Recording, 'exchanges'> {
  readonly exchanges: Exchanges
}

export function played({ exchanges, ...recording }: Recording): Played {
  const byKey = new Map<string, number[]>()
  for (const [number, { command }] of exchanges.entries()) {
    const key = commandKey(command)
    const known = byKey.get(key)
    if (known) known.push(number)
    else byKey.set(key, [number])
  }
  return { ...recording, exchanges: { byKey, at: (number) => exchanges[number] } }
}
