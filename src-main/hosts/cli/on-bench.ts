import { CallFailed, clientOf, Fault, faultOf, type Client, type SlotName } from '@contract'
import { benchHere } from './bench-here'
import type { BenchArguments } from './bench-options'
import { complain } from './complain'
import { SlotMirror } from './slot-mirror'
import { onStopSignal } from './stop-signals'

/** A slot of a bench, asked as a window asks. A call that fails rejects with a Fault. */
export interface CommandBench extends Client {
  readonly slot: SlotName
  readonly state: SlotMirror
  /** Aborted by Ctrl-C, a closed terminal and the like. */
  readonly signal: AbortSignal
  /** Calls this as soon as the command is to end, and gives the way to stop that. */
  onStop(stop: () => void): () => void
}

/** Works with a bench and lets go of its port and of it, whatever happens. */
export async function onBench<T>(
  options: BenchArguments,
  work: (bench: CommandBench) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  const unhear = onStopSignal(() => abort.abort(new Fault('connect-cancelled')))
  const reached = await benchHere(options)
  const client = speakingFaults(clientOf(reached.transport))
  try {
    const state = await SlotMirror.of(client, 'a')
    sayJournal(state)
    client.on('told', ({ words }) => complain(words))
    const bench: CommandBench = {
      ...client,
      slot: 'a',
      state,
      signal: abort.signal,
      onStop: (stop) => onAbort(abort.signal, stop),
    }
    try {
      return await work(bench)
    } finally {
      await client.call('port.close', { slot: bench.slot })
      state.end()
    }
  } finally {
    unhear()
    await reached.end()
  }
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
function sayJournal(state: SlotMirror): void {
  let said = ''
  state.on(({ journal }) => {
    const file = journal?.file ?? ''
    if (file === said) return
    said = file
    complain({ en: `journal: ${file}`, ja: `ジャーナル：${file}` })
  })
}
