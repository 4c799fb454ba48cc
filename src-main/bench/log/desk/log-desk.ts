import type { OpenedLog, RowFilter } from '@contract'
import { faultOf } from '@contract'
import { Fault } from '@core/fault'
import type { Cancel } from '@core/ports/clock'
import type { Thread, ThreadEnd } from '@core/ports/thread'
import { quoted, type SeenLine } from '@core/words'
import type { Environment } from '@bench/environment'
import { Breath } from '@bench/breath'
import type { LogBook } from '../log-book'
import type { GoOn } from '../log-walk'
import type { Masking } from '../masking'
import type {
  Desk,
  DeskCall,
  DeskInput,
  DeskOutput,
  DeskStart,
  FromDesk,
  ToDesk,
} from './desk-calls'
import { deskWork } from './desk-work'
import { tooMuchMemory } from './words'

/** A thread that reads nothing any more is kept for so long: starting one takes longer than a short log. */
const idleMs = 60_000
const valuesAtOnce = 1_000

interface Waiting {
  resolve(value: unknown): void
  reject(error: unknown): void
}
type Open = { thread: Thread; known: number }
/** In the thread, where the host has one; with what it has to know first. */
type Place = 'here' | 'thread' | Extract<ToDesk, { kind: 'live' }>

/**
 * Logs as the bench asks for them, opened ones and the live one. Where the host has threads they are read, searched and told in one of
 * their own: what that takes of a processor and of memory is kept from ports and calls. The live log is read here where not all of it
 * is on the disk.
 */
export class LogDesk {
  readonly #environment: Environment
  readonly #masking: Masking
  readonly #live: LogBook
  readonly #waiting = new Map<number, Waiting>()
  /** A search of the live log waits for the disk: what ends it, or is searched next, comes behind it. */
  #placing: Promise<Place> | undefined
  #here: Desk | undefined
  #open: Open | undefined
  #idle: Cancel | undefined
  #over = false
  #calls = 0
  #names = 0

  constructor(environment: Environment, masking: Masking, live: LogBook) {
    this.#environment = environment
    this.#masking = masking
    this.#live = live
  }

  /** Announces a file; rejects with bad-input when it is too large. */
  async open(file: { readonly name: string; readonly bytes: number }): Promise<{ id: string }> {
    const id = this.#newName()
    await this.#ask('open', { id, ...file })
    return { id }
  }
  /** Octets of it; answers when they were read. */
  feed(input: DeskInput<'feed'>): Promise<OpenedLog | null> {
    return this.#ask('feed', input)
  }
  learn(input: Omit<DeskInput<'learn'>, 'as'>): Promise<OpenedLog> {
    return this.#ask('learn', { ...input, as: this.#newName() })
  }
  async page(input: DeskInput<'page'>): Promise<DeskOutput<'page'>> {
    const { opened, filter, wanted, search } = input
    const near = opened === undefined && looksAtNothing(filter)
    const page = near && (await this.#live.nearPage(filter, wanted, this.#breathing()))
    if (!page) return this.#search('page', input)
    if (search !== undefined) await this.stop({ search })
    return page
  }
  find(input: DeskInput<'find'>): Promise<DeskOutput<'find'>> {
    return this.#search('find', input)
  }
  count(input: DeskInput<'count'>): Promise<DeskOutput<'count'>> {
    return this.#search('count', input)
  }
  /** Ends the search of a name, if there is one. */
  async stop(input: DeskInput<'stop'>): Promise<void> {
    while (this.#placing) await this.#placing.catch(() => undefined)
    this.#stop(input)
  }
  async row(input: DeskInput<'row'>): Promise<DeskOutput<'row'>> {
    return (
      this.#live.nearRow(input.slot, input.rowId) ?? this.#ask('row', input, await this.#told())
    )
  }
  async drop(input: DeskInput<'drop'>): Promise<void> {
    if (this.#here || this.#open) await this.#ask('drop', input)
  }
  async file(input: DeskInput<'file'>): Promise<DeskOutput<'file'>> {
    return this.#masked('file', input, typeof input.of === 'string' ? 'thread' : await this.#told())
  }
  async report(input: DeskInput<'report'>): Promise<DeskOutput<'report'>> {
    return this.#masked('report', input, await this.#told())
  }
  async stories(input: DeskInput<'stories'>): Promise<DeskOutput<'stories'>> {
    return this.#masked(
      'stories',
      input,
      input.opened === undefined ? await this.#told() : 'thread',
    )
  }
  async compare(input: DeskInput<'compare'>): Promise<DeskOutput<'compare'>> {
    const { good, bad, language, redact } = input
    const opened = good ?? bad
    const told = good === undefined || bad === undefined ? await this.#told() : 'thread'
    if (told !== 'here' || typeof opened !== 'string') return this.#masked('compare', input, told)
    // The live log is read here and the opened one in its thread: each knows what is hidden in the other before either is told.
    if (redact) await this.#masked('look', { opened: undefined, places: {} }, 'here')
    if (redact) await this.#masked('look', { opened, places: {} })
    const live = await this.#masked('steps', { opened: undefined, redact }, 'here')
    return this.#masked('compare', { good: good ?? live, bad: bad ?? live, language, redact })
  }
  runLog(input: DeskInput<'runLog'>): Promise<DeskOutput<'runLog'>> {
    return this.#masked('runLog', input)
  }
  replay(input: DeskInput<'replay'>): Promise<DeskOutput<'replay'>> {
    return this.#ask('replay', input)
  }

  /** Nothing is read any more; who waits for it is told. */
  async end(): Promise<void> {
    this.#over = true
    await this.#close()
  }

  async #close(): Promise<void> {
    this.#idle?.()
    this.#idle = undefined
    const thread = this.#open?.thread
    this.#open = undefined
    this.#refuse()
    await thread?.end()
  }

  #newName(): string {
    return `log-${++this.#names}`
  }

  #breathing(): GoOn {
    const breath = new Breath(this.#environment.clock)
    return () => breath.ifDue().then(() => true)
  }

  /** Where the live log is read: what the thread has to be told of it, `here` where it cannot be read there. */
  async #told(): Promise<Place> {
    if (!this.#environment.startDesk) return 'thread'
    const log = await this.#live.shared()
    return log ? { kind: 'live', log } : 'here'
  }

  async #search<N extends 'page' | 'find' | 'count'>(
    name: N,
    input: DeskInput<N>,
  ): Promise<DeskOutput<N>> {
    while (this.#placing) await this.#placing.catch(() => undefined)
    const place = input.opened === undefined ? await this.#placed() : 'thread'
    this.#placing = undefined
    if (input.search !== undefined) this.#stop({ search: input.search })
    return this.#ask(name, input, place)
  }

  async #placed(): Promise<Place> {
    this.#placing = this.#told()
    try {
      return await this.#placing
    } catch (error) {
      this.#placing = undefined
      throw error
    }
  }

  /** A search has one name in all logs, wherever they are read. */
  #stop(input: DeskInput<'stop'>): void {
    void this.#here?.stop(input)
    if (this.#open) post(this.#open.thread, { kind: 'call', number: 0, name: 'stop', input })
  }

  /** What was masked elsewhere is masked in it as well. */
  async #masked<N extends DeskCall>(
    name: N,
    input: DeskInput<N>,
    place: Place = 'thread',
  ): Promise<DeskOutput<N>> {
    const open = place === 'here' ? undefined : this.#start()
    const breath = new Breath(this.#environment.clock)
    while (open && open === this.#open && open.known < this.#masking.count) {
      const values = this.#masking.values(open.known, valuesAtOnce)
      open.known += values.length
      post(open.thread, { kind: 'known', values })
      await breath.ifDue()
    }
    return this.#ask(name, input, place)
  }

  async #ask<N extends DeskCall>(
    name: N,
    input: DeskInput<N>,
    place: Place = 'thread',
  ): Promise<DeskOutput<N>> {
    const open = place === 'here' ? undefined : this.#start()
    if (!open) return this.#work()[name](input)
    if (typeof place === 'object') post(open.thread, place)
    const number = ++this.#calls
    const answer = new Promise<unknown>((resolve, reject) =>
      this.#waiting.set(number, { resolve, reject }),
    )
    post(open.thread, { kind: 'call', number, name, input })
    // The thread answers each call as its row says.
    return answer as Promise<DeskOutput<N>>
  }

  #work(): Desk {
    this.#here ??= deskWork(this.#environment, this.#masking, {
      book: this.#live,
      follow: async () => true,
    })
    return this.#here
  }

  #start(): Open | undefined {
    this.#idle?.()
    this.#idle = undefined
    const { startDesk } = this.#environment
    if (this.#open || !startDesk) return this.#open
    if (this.#over) throw new Fault('log-thread')
    const start: DeskStart = { names: this.#masking.names }
    const thread = startDesk(start, {
      message: (message) => {
        if (this.#open?.thread === thread) this.#take(message as FromDesk)
      },
      ended: (why) => {
        if (this.#open?.thread === thread) this.#lost(why)
      },
    })
    this.#open = { thread, known: 0 }
    return this.#open
  }

  #take(message: FromDesk): void {
    if (message.kind === 'known') return this.#masking.take(message.values)
    const waiting = this.#waiting.get(message.number)
    this.#waiting.delete(message.number)
    if (message.kind === 'answer') waiting?.resolve(message.value)
    else waiting?.reject(faultOf(message.error))
    if (this.#waiting.size === 0) this.#endLater()
  }

  #lost(why: ThreadEnd): void {
    this.#open = undefined
    if (why.kind === 'error') this.#environment.report(why.error, 'thread of opened logs')
    this.#refuse(seen(why))
  }

  #refuse(why?: SeenLine): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(new Fault('log-thread', why))
  }

  /** A thread in which nothing is open and that nobody asks any more ends after a while. */
  #endLater(): void {
    this.#idle?.()
    this.#idle = this.#environment.clock.schedule(idleMs, () => {
      this.#endIfEmpty().catch((error: unknown) =>
        this.#environment.report(error, 'thread of opened logs'),
      )
    })
  }
  async #endIfEmpty(): Promise<void> {
    if (this.#open && (await this.#ask('size', {})) === 0 && this.#waiting.size === 0)
      await this.#close()
  }
}

function post(thread: Thread, message: ToDesk): void {
  thread.post(message)
}

/** It lets rows pass without a look at what they say: nothing that takes long. */
const looksAtNothing = ({ text, terms, minSeverity }: RowFilter): boolean =>
  text === '' && terms.length === 0 && minSeverity === 'fine'

function seen(why: ThreadEnd): SeenLine {
  if (why.kind === 'memory') return tooMuchMemory(why.mib)
  return quoted(why.error instanceof Error ? why.error.message : String(why.error))
}
