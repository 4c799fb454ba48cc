import type { OpenedLog } from '@contract'
import { faultOf } from '@contract'
import { Fault } from '@core/fault'
import type { Cancel } from '@core/ports/clock'
import type { Thread, ThreadEnd } from '@core/ports/thread'
import { quoted, type SeenLine } from '@core/words'
import type { Environment } from '@bench/environment'
import { Breath } from '@bench/breath'
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

/**
 * Opened logs as the bench asks for them. Where the host has threads they are read, searched and told in one of their own: what
 * that takes of a processor and of memory is kept from ports and calls.
 */
export class LogDesk {
  readonly #environment: Environment
  readonly #masking: Masking
  readonly #waiting = new Map<number, Waiting>()
  #here: Desk | undefined
  #open: Open | undefined
  #idle: Cancel | undefined
  #over = false
  #calls = 0
  #names = 0

  constructor(environment: Environment, masking: Masking) {
    this.#environment = environment
    this.#masking = masking
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
  page(input: DeskInput<'page'>): Promise<DeskOutput<'page'>> {
    return this.#ask('page', input)
  }
  find(input: DeskInput<'find'>): Promise<DeskOutput<'find'>> {
    return this.#ask('find', input)
  }
  count(input: DeskInput<'count'>): Promise<DeskOutput<'count'>> {
    return this.#ask('count', input)
  }
  /** Ends the search of a name, if there is one. */
  async stop(input: DeskInput<'stop'>): Promise<void> {
    if (this.#here || this.#open) await this.#ask('stop', input)
  }
  async drop(input: DeskInput<'drop'>): Promise<void> {
    if (!this.#here && !this.#open) return
    await this.#ask('drop', input)
    await this.#endIfEmpty()
  }
  file(input: DeskInput<'file'>): Promise<DeskOutput<'file'>> {
    return this.#masked('file', input)
  }
  stories(input: DeskInput<'stories'>): Promise<DeskOutput<'stories'>> {
    return this.#masked('stories', input)
  }
  look(input: DeskInput<'look'>): Promise<void> {
    return this.#masked('look', input)
  }
  compare(input: DeskInput<'compare'>): Promise<DeskOutput<'compare'>> {
    return this.#masked('compare', input)
  }
  async runLog(input: DeskInput<'runLog'>): Promise<DeskOutput<'runLog'>> {
    const log = await this.#masked('runLog', input)
    await this.#endIfEmpty()
    return log
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

  /** What was masked elsewhere is masked in it as well. */
  async #masked<N extends DeskCall>(name: N, input: DeskInput<N>): Promise<DeskOutput<N>> {
    const open = this.#start()
    const breath = new Breath(this.#environment.clock)
    while (open && open === this.#open && open.known < this.#masking.count) {
      const values = this.#masking.values(open.known, valuesAtOnce)
      open.known += values.length
      post(open.thread, { kind: 'known', values })
      await breath.ifDue()
    }
    return this.#ask(name, input)
  }

  async #ask<N extends DeskCall>(name: N, input: DeskInput<N>): Promise<DeskOutput<N>> {
    const open = this.#start()
    if (!open) return this.#work()[name](input)
    const number = ++this.#calls
    const answer = new Promise<unknown>((resolve, reject) =>
      this.#waiting.set(number, { resolve, reject }),
    )
    post(open.thread, { kind: 'call', number, name, input })
    // The thread answers each call as its row says.
    return answer as Promise<DeskOutput<N>>
  }

  #work(): Desk {
    this.#here ??= deskWork(this.#environment, this.#masking)
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

  async #endIfEmpty(): Promise<void> {
    if (!this.#open || (await this.#ask('size', {})) > 0 || this.#waiting.size > 0) return
    this.#idle?.()
    this.#idle = this.#environment.clock.schedule(idleMs, () => {
      this.#close().catch((error: unknown) =>
        this.#environment.report(error, 'thread of opened logs'),
      )
    })
  }
}

function post(thread: Thread, message: ToDesk): void {
  thread.post(message)
}

function seen(why: ThreadEnd): SeenLine {
  if (why.kind === 'memory') return tooMuchMemory(why.mib)
  return quoted(why.error instanceof Error ? why.error.message : String(why.error))
}
