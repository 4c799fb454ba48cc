import { errorWords, Fault } from '@core/fault'
import { secondPortsOf } from '@core/modem/second-port'
import type { ModemSession } from '@core/modem/session'
import type { SecondPortState } from '@contract'
import type { PortEnd } from '@core/ports/byte-port'
import type { PortInfo } from '@core/ports/port-info'
import { labelled, type Words, quoted, wordsOf } from '@core/words'
import type { Environment, OpenOptions } from '@bench/environment'
import type { Recorder } from '@bench/log/recorder'
import { samePort, atBesideDataThrough, secondPortGone } from './words'

interface Options {
  readonly environment: Environment
  readonly recorder: Recorder
  readonly session: () => ModemSession | undefined
  readonly onChange: (second: SecondPortState) => void
}

const tries = 3
const answerMs = 1500

/** No second port, and none to offer. */
export const noSecondPort: SecondPortState = { offered: [], port: null }

/** The second AT port of a slot: offered by what is known of the device, opened at a person's word, never needed. */
export class SlotSecond {
  readonly #options: Options
  #state = noSecondPort
  #ports: readonly PortInfo[] = []
  #first: { readonly path: string; readonly options: OpenOptions } | undefined
  #wanted: string | undefined
  #stopWatch: (() => void) | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** The ports of the computer as they are now. */
  portsAre(ports: readonly PortInfo[]): void {
    this.#ports = ports
    const offered = this.#first ? secondPortsOf(this.#first.path, ports) : []
    const own = this.#state.port
    const shown = offered.map(({ path, label }) => ({ path, label }))
    // Our own hold on it does not take it off the list.
    const kept = own && !shown.some(({ path }) => path === own.path) && own.state === 'open'
    this.#show({ offered: kept ? [{ path: own.path, label: own.label }, ...shown] : shown })
  }

  /** The first port stands, under this name now; the second one that was wanted before is taken up again. */
  async firstOpened(path: string, options: OpenOptions): Promise<void> {
    this.#first = { path, options }
    // Who takes the port as it is wants no offers. Nobody waits for the list: that of a busy computer takes its time.
    if (!options.bare) this.#offer()
    this.#wanted ??= options.secondPort
    if (this.#wanted === undefined) return
    // The first port is worth having without it; why not is in the state and in the log.
    await this.use(this.#wanted).catch(() => undefined)
  }

  #offer(): void {
    const { environment } = this.#options
    environment
      .listPorts()
      .then((ports) => this.portsAre(ports))
      .catch((error: unknown) => environment.report(error, 'ports beside the one that was opened'))
  }

  /** Opens it; null gives it up. Rejects with why it cannot be used, which the state says, too. */
  async use(path: string | null): Promise<void> {
    this.#stopWatch?.()
    this.#wanted = path ?? undefined
    const session = this.#options.session()
    await session?.dropSecond()
    if (path === null || !session || !this.#first) return this.#show({ port: null })
    const known = this.#ports.find((port) => port.path === path)
    const port = { path, label: known?.label ?? quoted(path) }
    this.#show({ port: { ...port, state: 'opening' } })
    try {
      await this.#open(session, path)
    } catch (error) {
      await session.dropSecond()
      const why = errorWords(error)
      this.#note(labelled(path, why))
      this.#show({ port: { ...port, state: 'failed', detail: why } })
      throw error
    }
    this.#note(atBesideDataThrough(path))
    this.#show({ port: { ...port, state: 'open' } })
  }

  async #open(session: ModemSession, path: string): Promise<void> {
    const { environment, recorder } = this.#options
    const first = this.#first
    if (!first) throw new Fault('port-closed')
    if (path === first.path) throw new Fault('bad-input', samePort(path))
    const port = await environment.openPort(path, first.options)
    port.onNote?.((words) => recorder.note(words))
    const line = session.takeSecond(port, (dir, bytes) => recorder.secondBytes(dir, bytes))
    for (let attempt = 1; ; attempt++) {
      const answered = await line
        .send('AT', { priority: 'user', timeoutMs: answerMs, force: true })
        .then(({ ok }) => ok)
        .catch(() => false)
      if (answered) return
      if (attempt === tries) throw new Fault('port-no-at', quoted(path))
    }
  }

  /** It ended by itself: told, waited for, and the slot goes on. */
  ended(end: PortEnd): void {
    const { port } = this.#state
    if (!port || port.state !== 'open') return
    const detail = wordsOf(end.detail ?? quoted(''))
    this.#note(secondPortGone(port.path, detail))
    this.#show({ port: { ...port, state: end.reason === 'gone' ? 'gone' : 'failed', detail } })
    if (end.reason === 'gone') this.#awaitReturn(port.path)
  }
  #awaitReturn(path: string): void {
    const { environment } = this.#options
    this.#stopWatch = environment.onReturn(path, (now) => {
      this.#stopWatch?.()
      this.use(now).catch((error: unknown) => {
        const gone = this.#state.port
        // Busy for a moment is normal when a device has just come back.
        if (!gone || !(error instanceof Fault)) return
        if (error.code.startsWith('port-')) this.#awaitReturn(path)
      })
    })
  }

  /** The first port ended or was closed: it went with its session. `keep`: it is wanted again when that is back. */
  firstClosed(keep: boolean): void {
    this.#stopWatch?.()
    if (!keep) this.#wanted = undefined
    this.#first = undefined
    this.#show(noSecondPort)
  }

  #note(words: Words): void {
    this.#options.recorder.note(words)
  }
  #show(change: Partial<SecondPortState>): void {
    const next = { ...this.#state, ...change }
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return
    this.#state = next
    this.#options.onChange(next)
  }
}
