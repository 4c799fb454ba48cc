import {
  CallFailed,
  clientOf,
  errorWords,
  Fault,
  faultOf,
  type Client,
  type SlotName,
  type SlotState,
} from '@contract'
import type { BenchArguments } from './bench-options'
import { complain } from './complain'
import { slotToUse } from './slot-to-use'
import { SlotMirror } from './slot-mirror'
import { onStopSignal, type StopSignal } from './stop-signals'
import { journalAt } from './words'

/** A bench, asked as a window asks. A call that fails rejects with a Fault. */
export interface WholeBench extends Client {
  /** Another computer's name; absent for this program. */
  readonly where: string | undefined
  /** Aborted by Ctrl-C, a closed terminal and the like. */
  readonly signal: AbortSignal
  /** Calls this each time the bench can be reached again. Returns the way to stop. */
  onReturn(back: () => void): () => void
  /** Calls this once, when it cannot be reached any more. Returns the way to stop. */
  onGone(gone: (fault: Fault) => void): () => void
  /** Calls this as soon as the command is to end, and gives the way to stop that. */
  onStop(stop: (signal: StopSignal) => void): () => void
}

/** A slot of a bench. */
export interface CommandBench extends WholeBench {
  readonly slot: SlotName
  readonly state: SlotMirror
}

/** Works with both slots of a bench and lets go of it, whatever happens. What becomes of the ports is the work's business. */
export function onWholeBench<T>(
  options: BenchArguments,
  work: (bench: WholeBench) => Promise<T>,
): Promise<T> {
  return reaching(options, 'whole', async (bench) => {
    const mirrors = [await mirrorOf(bench, 'a'), await mirrorOf(bench, 'b')]
    sayJournal(mirrors, bench.where)
    bench.on('told', ({ words }) => complain(words))
    try {
      return await work(bench)
    } finally {
      for (const mirror of mirrors) mirror.end()
    }
  })
}

/** Works with a slot of a bench and lets go of its port and of it, whatever happens. */
export function onBench<T>(
  options: BenchArguments,
  work: (bench: CommandBench) => Promise<T>,
): Promise<T> {
  return reaching(options, 'slot', async (bench) => {
    const slot = await freeSlot(bench, bench.where)
    const state = await mirrorOf(bench, slot)
    sayJournal([state], bench.where)
    bench.on('told', ({ slot: told, words }) => told === slot && complain(words))
    try {
      bench.signal.throwIfAborted()
      return await work({ ...bench, slot, state })
    } finally {
      state.end()
      await bench.call('port.close', { slot })
    }
  })
}

async function reaching<T>(
  options: BenchArguments,
  wanted: 'slot' | 'whole',
  work: (bench: WholeBench) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  let stopped: StopSignal = 'SIGINT'
  const unhear = onStopSignal((signal) => {
    stopped = signal
    abort.abort(new Fault('command-cancelled'))
  })
  const { host } = options
  try {
    // Either is read when it is wanted: --help and a mistake in the call need no bench, one of one's own no other computer.
    const reached =
      host === undefined
        ? await (await import('./bench-here')).benchHere(options, wanted)
        : await (await import('./bench-there')).benchThere(host, options)
    try {
      // Whoever stops while the bench is made wants nothing of it any more: what a command begins now nobody would stop.
      abort.signal.throwIfAborted()
      return await work({
        ...speakingFaults(clientOf(reached.transport)),
        where: reached.where,
        signal: abort.signal,
        onReturn: reached.onReturn,
        onGone: reached.onGone,
        onStop: (stop) => onAbort(abort.signal, () => stop(stopped)),
      })
    } finally {
      await reached.end()
    }
  } finally {
    unhear()
  }
}

async function mirrorOf(bench: WholeBench, slot: SlotName): Promise<SlotMirror> {
  const state = await SlotMirror.of(bench, slot)
  bench.onReturn(() => void state.again().catch(complainOf))
  bench.onGone((fault) => state.fail(fault))
  return state
}

const complainOf = (error: unknown) => complain(errorWords(error))

/** A bench elsewhere may be in use: its port is nobody's to close. */
async function freeSlot(client: Client, where: string | undefined): Promise<SlotName> {
  if (where === undefined) return 'a'
  const { slots } = await client.call('app.snapshot')
  return slotToUse(Object.values(slots), where)
}

/** What a call rejects with crosses as data; here it is a Fault again. */
function speakingFaults(client: Client): Client {
  return {
    ...client,
    call: (...call) =>
      client.call(...call).catch((error: unknown) => {
        throw error instanceof CallFailed ? faultOf(error.error) : error
      }),
  }
}

function onAbort(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) act()
  else signal.addEventListener('abort', act, { once: true })
  return () => signal.removeEventListener('abort', act)
}

/** Once, as soon as there is one. */
function sayJournal(states: readonly SlotMirror[], where: string | undefined): void {
  let said = ''
  const say = ({ journal, port }: SlotState) => {
    const file = journal?.file ?? ''
    if (file === said || (where !== undefined && !port)) return
    said = file
    const at =
      where === undefined ? { en: '', ja: '' } : { en: ` (on ${where})`, ja: `（${where}）` }
    complain(journalAt(file, at))
  }
  for (const state of states) state.on(say)
}
