import type { Client, EventName } from '@contract'
import { BenchFault } from './fault'
import { mostCalls, type FromScript, type ToScript } from './messages'
import { tooManyCalls } from './words'

/** The way from a script to the command that runs it, as a port of a worker is one. */
export interface Way {
  post(message: FromScript): void
  hear(listener: (message: ToScript) => void): void
  /** Whether something is waited for, so that the script is not over yet. */
  hold(on: boolean): void
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (fault: Error) => void
  /** Where the script called. */
  readonly from: Error
}

/** The contract, as a script asks it: calls and events travel as messages. */
export class Link {
  readonly #way: Way
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Map<EventName, Set<(value: never) => void>>()
  readonly #stop = new AbortController()
  #lastId = 0

  constructor(way: Way) {
    this.#way = way
    way.hear((message) => this.#take(message))
    this.#hold()
  }

  /** Aborted when the script is to end: Ctrl-C, or its time is over. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  readonly call: Client['call'] = (name, ...input) => {
    // The answer comes without a place: it would say nothing of the line that asked.
    const from = new Error(name)
    if (this.#waiting.size >= mostCalls) return Promise.reject(new Error(tooManyCalls(mostCalls)))
    const id = ++this.#lastId
    const answered = new Promise<unknown>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject, from }),
    )
    this.#hold()
    this.#way.post({ kind: 'call', id, name, input: input[0] })
    // The other side was compiled against the same table.
    return answered as never
  }

  readonly on: Client['on'] = (name, listener) => {
    const listeners = this.#listeners.get(name) ?? new Set()
    // A listener that is given twice hears twice.
    const own = (value: never) => listener(value)
    listeners.add(own)
    this.#listeners.set(name, listeners)
    if (listeners.size === 1) this.#way.post({ kind: 'hear', name, on: true })
    this.#hold()
    return () => {
      if (!listeners.delete(own)) return
      if (listeners.size === 0) this.#way.post({ kind: 'hear', name, on: false })
      this.#hold()
    }
  }

  #take(message: ToScript): void {
    switch (message.kind) {
      case 'answer':
        return this.#ended(message.id)?.resolve(message.value)
      case 'refused':
        return this.#refuse(message.id, new BenchFault(message.fault))
      case 'event':
        for (const listener of [...(this.#listeners.get(message.name) ?? [])])
          listener(message.value as never)
        return
      case 'stop':
        return this.#stop.abort(new DOMException(message.why, 'AbortError'))
    }
  }

  #refuse(id: number, fault: BenchFault): void {
    const waiting = this.#ended(id)
    const [, ...places] = (waiting?.from.stack ?? '').split('\n')
    fault.stack = [`${fault.name}: ${fault.message}`, ...places].join('\n')
    waiting?.reject(fault)
  }
  #ended(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    this.#hold()
    return waiting
  }
  #hold(): void {
    const heard = [...this.#listeners.values()].some(({ size }) => size > 0)
    this.#way.hold(heard || this.#waiting.size > 0)
  }
}
