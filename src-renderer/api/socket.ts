import type { AnyEvent, CallError, Reply, Transport } from '@contract'

/** Whether the host can be reached, and when the next try is due. */
export interface LinkStatus {
  readonly up: boolean
  readonly tries: number
}

/** What a socket needs from its surroundings; the browser's own by default. */
export interface SocketWorld {
  open(url: string): WebSocket
  /** Returns the way to call it off. */
  later(ms: number, task: () => void): () => void
}

const browserWorld: SocketWorld = {
  open: (url) => new WebSocket(url),
  later: (ms, task) => {
    const timer = window.setTimeout(task, ms)
    return () => window.clearTimeout(timer)
  },
}

const unreachable: CallError = {
  code: 'host-unreachable',
  detail: '',
  meaning: {
    en: 'The connection to Modem Bench is down, so this was not carried out.',
    ja: 'Modem Bench との接続が切れているため、実行できませんでした。',
  },
  tries: [
    {
      en: 'Wait for the connection to return, then do it again.',
      ja: '接続が回復してからもう一度実行してください。',
    },
  ],
}

const cut: CallError = {
  ...unreachable,
  meaning: {
    en: 'The connection to Modem Bench was cut meanwhile; whether this was carried out is not known.',
    ja: '実行中に Modem Bench との接続が切れました。実行されたかどうかは不明です。',
  },
  tries: [
    {
      en: 'Wait for the connection to return and look at the state before you do it again.',
      ja: '接続が回復したら、状態を確認してからもう一度実行してください。',
    },
  ],
}

// A cable that is cut says nothing. The host says something every 10 s.
const silentMs = 25_000
const backOffMs = [250, 500, 1000, 2000, 5000, 10_000]

type Incoming =
  | { readonly id: number; readonly reply: Reply<unknown> }
  | { readonly events: readonly AnyEvent[] }

/** Calls and events over one WebSocket that comes back by itself. */
export class SocketTransport implements Transport {
  readonly #url: string
  readonly #world: SocketWorld
  readonly #listeners = new Set<(event: AnyEvent) => void>()
  readonly #statusListeners = new Set<(status: LinkStatus) => void>()
  readonly #pending = new Map<number, (reply: Reply<unknown>) => void>()
  #socket: WebSocket | undefined
  #opened: Promise<void>
  #tellOpened: () => void = () => undefined
  #nextId = 1
  #tries = 0
  #callOff: () => void = () => undefined

  constructor(url: string, world: SocketWorld = browserWorld) {
    this.#url = url
    this.#world = world
    this.#opened = new Promise((resolve) => (this.#tellOpened = resolve))
    this.#open()
  }

  async call(name: string, input: unknown): Promise<Reply<unknown>> {
    // The first calls of a page wait for the first connection; later ones fail at once when it is down.
    if (this.#tries === 0) await this.#opened
    const socket = this.#socket
    if (!socket || socket.readyState !== WebSocket.OPEN) return { ok: false, error: unreachable }
    const id = this.#nextId++
    return new Promise((resolve) => {
      this.#pending.set(id, resolve)
      socket.send(JSON.stringify({ id, name, input }))
    })
  }

  onEvent(listener: (event: AnyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells each time the connection goes down or returns. */
  onStatus(listener: (status: LinkStatus) => void): () => void {
    this.#statusListeners.add(listener)
    return () => this.#statusListeners.delete(listener)
  }

  #open(): void {
    const socket = this.#world.open(this.#url)
    this.#socket = socket
    // What an earlier one says late does not count.
    const ours = (then: () => void) => () => {
      if (this.#socket === socket) then()
    }
    socket.addEventListener(
      'open',
      ours(() => {
        this.#tries = 0
        this.#heard(socket)
        this.#tellOpened()
        this.#tell({ up: true, tries: 0 })
      }),
    )
    socket.addEventListener('message', (message) => {
      if (this.#socket !== socket) return
      this.#heard(socket)
      this.#take(String(message.data))
    })
    socket.addEventListener(
      'close',
      ours(() => this.#lost()),
    )
  }

  /** Waits for the next word of the host; without one the connection counts as cut. */
  #heard(socket: WebSocket): void {
    this.#callOff()
    this.#callOff = this.#world.later(silentMs, () => {
      this.#lost()
      // Its own end may take minutes, since it says goodbye first.
      socket.close()
    })
  }

  #take(text: string): void {
    const message = JSON.parse(text) as Incoming
    if ('events' in message) {
      for (const event of message.events) for (const listener of this.#listeners) listener(event)
      return
    }
    this.#pending.get(message.id)?.(message.reply)
    this.#pending.delete(message.id)
  }

  #lost(): void {
    this.#callOff()
    this.#socket = undefined
    const waitMs = backOffMs[Math.min(this.#tries, backOffMs.length - 1)] ?? 10_000
    this.#tries++
    this.#tellOpened()
    for (const answer of this.#pending.values()) answer({ ok: false, error: cut })
    this.#pending.clear()
    this.#tell({ up: false, tries: this.#tries })
    this.#world.later(waitMs, () => this.#open())
  }

  #tell(status: LinkStatus): void {
    for (const listener of this.#statusListeners) listener(status)
  }
}

const tokenKey = 'modem-bench-token'

/** Takes the one-time token out of the address bar, so that it is not copied with the URL, and keeps it for reloads. */
export function takeToken(): string {
  const url = new URL(window.location.href)
  const given = url.searchParams.get('token')
  if (given !== null) {
    sessionStorage.setItem(tokenKey, given)
    url.searchParams.delete('token')
    window.history.replaceState(null, '', url)
  }
  return given ?? sessionStorage.getItem(tokenKey) ?? ''
}

/** The address of the host's socket for this page. */
export function socketUrl(token: string): string {
  const url = new URL('/socket', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.search = ''
  url.hash = ''
  url.searchParams.set('token', token)
  return url.href
}
