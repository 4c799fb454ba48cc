import { Bench } from '@bench/bench'
import { dispatch, Fault, type Transport } from '@contract'
import { commandEnvironment } from '../command-environment'
import { sayTroubles } from '../say-troubles'
import type { BenchArguments } from './bench-options'
import { complain } from './complain'
import { unwritten } from './words'

/** A bench that a command asks, and the way to let go of it. */
export interface Reached {
  /** Another computer's name; absent for this program. */
  readonly where?: string
  readonly transport: Transport
  /** Calls back each time the bench can be reached again. Returns the way to stop. */
  onReturn(back: () => void): () => void
  /** Calls back once, when it cannot be reached any more. Returns the way to stop. */
  onGone(gone: (fault: Fault) => void): () => void
  end(): Promise<void>
}

/**
 * A bench of this computer for one command. Where the command wants a slot it is not started as a window's is: no port is listed or
 * taken up again, no board of the last time is touched, and nothing is asked of the modem but what the command asks. For one
 * that works the whole bench it is started, with the person's presets and boards; what it changes of them ends with it.
 */
export async function benchHere(
  { data, journal }: BenchArguments,
  wanted: 'slot' | 'whole',
): Promise<Reached> {
  const environment = await commandEnvironment({
    data,
    journal,
    report: (error, where) => complain(`${where}: ${String(error)}`),
    complain,
  })
  const bench = new Bench(environment)
  sayTroubles(bench, complain)
  if (wanted === 'whole') await bench.start()
  else for (const slot of Object.values(bench.slots)) slot.poller.set(false)
  return {
    transport: {
      call: (name, input) => dispatch(bench.handlers, name, input),
      onEvent: (listener) => bench.onEvent(listener),
    },
    // A bench of this very program never goes away.
    onReturn: () => () => undefined,
    onGone: () => () => undefined,
    end: () => bench.stop().catch(sayUnwritten),
  }
}

/** The end of a journal that a full disk does not take: the command did its work all the same. */
function sayUnwritten(error: unknown): void {
  if (!(error instanceof Fault)) throw error
  complain(unwritten(error))
}
