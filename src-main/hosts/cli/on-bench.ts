import {
  CallFailed,
  clientOf,
  errorWords,
  Fault,
  faultOf,
  type Client,
  type SlotName,
} from '@contract'
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
  /** Calls this each time the bench can be reached again. Returns the way to stop. */
  onReturn(back: () => void): () => void
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
  const { host } = options
  // What speaks to other computers is read when one is named: it would double the start of the rest.
  const reached = await (host === undefined
    ? benchHere(options)
    : (await import('./bench-there')).benchThere(host, options))
  const client = speakingFaults(clientOf(reached.transport))
  try {
    const slot = await freeSlot(client, reached.where)
    const state = await SlotMirror.of(client, slot)
    reached.onReturn(() => void state.again().catch(complainOf))
    reached.onGone((fault) => state.fail(fault))
    sayJournal(state, reached.where)
    client.on('told', ({ slot: told, words }) => told === slot && complain(words))
    try {
      return await work({
        ...client,
        slot,
        state,
        signal: abort.signal,
        onReturn: reached.onReturn,
        onStop: (stop) => onAbort(abort.signal, stop),
      })
    } finally {
      state.end()
      await client.call('port.close', { slot })
    }
  } finally {
    unhear()
    await reached.end()
  }
}

const complainOf = (error: unknown) => complain(errorWords(error))

/** A bench elsewhere may be in use: its port is nobody's to close. */
async function freeSlot(client: Client, where: string | undefined): Promise<SlotName> {
  if (where === undefined) return 'a'
  const { slots } = await client.call('app.snapshot')
  const free = Object.values(slots).find(({ port }) => port === null)
  if (free) return free.slot
  throw new Fault('port-busy', {
    en: `Both slots of the bench at ${where} are in use; close a port there first.`,
    ja: `${where} のスロットは両方とも使用中です。先に接続先でポートを閉じてください。`,
  })
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
function sayJournal(state: SlotMirror, where: string | undefined): void {
  let said = ''
  state.on(({ journal, port }) => {
    const file = journal?.file ?? ''
    if (file === said || (where !== undefined && !port)) return
    said = file
    const at =
      where === undefined ? { en: '', ja: '' } : { en: ` (on ${where})`, ja: `（${where}）` }
    complain({ en: `journal: ${file}${at.en}`, ja: `ジャーナル：${file}${at.ja}` })
  })
}
