import type {
  AtAnswer,
  Client,
  Input,
  KnownFact,
  SlotName,
  SlotState,
  Verdict,
  Preset,
} from '@contract'
import { SlotMirror } from '../cli/slot-mirror'
import { noPreset, noVerdict, waitedInVain } from './words'

type Options<N extends 'port.open' | 'at.send' | 'connect.start'> = Input<N>

/** How a port is opened: speed, flow control, second AT port. */
export type OpenOptions = NonNullable<Options<'port.open'>['options']>

export interface AtOptions {
  /** How long the answer is waited for; absent: as long as its kind may take. */
  readonly timeoutMs?: number
  /** What is sent when the modem prompts for it (AT+CMGS, AT+CIPSEND …): text as UTF-8, or octets. */
  readonly payload?: string | Uint8Array
  /** Wait for the line behind the final result, where that carries the true one. */
  readonly awaitSecond?: boolean
}

/** What is asked of a connection; what a preset holds is filled in where nothing is given. */
export type ConnectOptions = Partial<Options<'connect.start'>['target']> & {
  /** The id or the name of a preset: `soracom`. */
  readonly preset?: string
}

/** One of the two slots of a bench: a port and the modem behind it. */
export class ScriptSlot {
  readonly name: SlotName
  readonly #client: Client
  readonly #signal: AbortSignal

  constructor(client: Client, name: SlotName, signal: AbortSignal) {
    this.#client = client
    this.name = name
    this.#signal = signal
  }

  /** Opens a port (a path, `tcp:host:port`, `sim:sim7672`) and brings AT to it. */
  async open(path: string, options: OpenOptions = {}): Promise<void> {
    const { call } = this.#client
    await call('port.open', { slot: this.name, path, options, offerBoard: false })
    await call('at.reach', { slot: this.name })
  }

  /** Hangs up, whatever became of the call, and closes the port. */
  async close(): Promise<void> {
    await this.disconnect()
    await this.#client.call('port.close', { slot: this.name })
  }

  /** Sends a command and waits for its final result. One that the modem refuses is an answer, too: `ok` is false. */
  at(text: string, { payload, ...options }: AtOptions = {}): Promise<AtAnswer> {
    return this.#client.call('at.send', {
      slot: this.name,
      text,
      ...options,
      ...(payload === undefined
        ? {}
        : { payload: { base64: Buffer.from(payload).toString('base64') } }),
    })
  }

  /** Makes a data connection and resolves with its verdict, a failed one too. Whoever stops the script stops it. */
  async connect({ preset, ...given }: ConnectOptions = {}): Promise<Verdict> {
    const target = { ...(await this.#from(preset)), ...given }
    return this.#watching(async (mirror) => {
      const before = mirror.now.connect.startedMs
      // What is missing is said by the contract, as of any call.
      const input = { slot: this.name, target: { apn: '', ...target } }
      await this.#client.call('connect.start', input)
      const { verdict } = await mirror.until(
        ({ connect }) => (connect.startedMs !== before && connect.verdict ? connect : undefined),
        this.#signal,
      )
      if (!verdict) throw new Error(noVerdict)
      return verdict
    })
  }

  /** Ends the call and a multiplexer with it; nothing happens where there is none. */
  disconnect(): Promise<void> {
    return this.#client.call('connect.end', { slot: this.name })
  }

  /** What is known of the modem by this name, asked anew first: `rsrp`, `operator`, `imei`. Undefined: it does not tell. */
  async fact(key: string): Promise<KnownFact | undefined> {
    await this.#client.call('facts.refresh', { slot: this.name, key })
    const { facts } = await this.state()
    return facts.find((fact) => fact.key === key && !fact.stale)
  }

  /** Everything that is known of the slot now. */
  async state(): Promise<SlotState> {
    return (await this.#client.call('app.snapshot')).slots[this.name]
  }

  /**
   * What `find` gives for the state of the slot, now or as soon as that is no longer undefined. Rejects after `timeoutMs`, and when
   * the script is to end.
   */
  until<T>(
    find: (state: SlotState) => T | undefined,
    { timeoutMs }: { readonly timeoutMs?: number } = {},
  ): Promise<T> {
    const end = new AbortController()
    const late = () => end.abort(new Error(waitedInVain(timeoutMs ?? 0)))
    const timer = timeoutMs === undefined ? undefined : setTimeout(late, timeoutMs)
    const signal = AbortSignal.any([end.signal, this.#signal])
    return this.#watching((mirror) => mirror.until(find, signal)).finally(() => clearTimeout(timer))
  }

  async #watching<T>(work: (mirror: SlotMirror) => Promise<T>): Promise<T> {
    const mirror = await SlotMirror.of(this.#client, this.name)
    try {
      return await work(mirror)
    } finally {
      mirror.end()
    }
  }

  async #from(asked: string | undefined): Promise<Partial<Preset>> {
    if (asked === undefined) return {}
    const { presets } = await this.#client.call('app.snapshot')
    const plain = (text: string) => text.trim().toLowerCase()
    const found = presets.find((one) =>
      [one.id, one.name].some((name) => plain(name) === plain(asked)),
    )
    if (!found)
      throw new Error(
        noPreset(
          asked,
          presets.map(({ id }) => id),
        ),
      )
    const { apn, user, password, auth, pdpType, pingHost, httpUrl } = found
    return { apn, user, password, auth, pdpType, pingHost, httpUrl }
  }
}
