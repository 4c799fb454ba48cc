import { errorWords } from '@core/fault'
import type { GpioAdapter } from '@core/ports/gpio-adapter'
import { linesOn, type BoardProfile, type Wiring } from '@core/power/board'
import type { BoardAdapterState } from '@core/power/board-state'
import type { Words } from '@core/words'
import type { Environment } from '@bench/environment'
import { gpioAdapterOpened } from './words'

/** Board, adapter and pins, as a person or a simulated modem chose them. */
export interface BoardChoice {
  readonly board: BoardProfile
  readonly adapter: string
  readonly wiring: Wiring
  readonly automatic: boolean
}

/** Whether the STATUS line is wired, and believed. */
export const statusProves = ({ board, wiring }: Pick<BoardChoice, 'board' | 'wiring'>): boolean =>
  wiring.status !== undefined && board.proof.includes('status')

interface Options {
  readonly environment: Environment
  readonly note: (words: Words) => void
  readonly onStatus: (active: boolean) => void
  readonly onGone: () => void
  readonly onChange: () => void
}

/** The adapter of a slot's board: opened at first use, watched, released. */
export class BoardAdapter {
  readonly #options: Options
  #adapter: GpioAdapter | undefined
  #opening: Promise<GpioAdapter> | undefined
  #state: Pick<BoardAdapterState, 'state' | 'detail'> = { state: 'closed' }
  #stopWatch: (() => void) | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** The adapter while it is open. */
  get now(): GpioAdapter | undefined {
    return this.#adapter
  }
  get state(): Pick<BoardAdapterState, 'state' | 'detail'> {
    return this.#state
  }

  /** Opens the adapter of a choice and reads STATUS; one that is open stays. */
  async open(choice: BoardChoice): Promise<GpioAdapter> {
    if (this.#adapter) return this.#adapter
    this.#opening ??= this.#openNow(choice).finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  /** Releases every line and closes the adapter. */
  async close(): Promise<void> {
    await this.#opening?.catch(() => undefined)
    await this.#letGo()
    this.#state = { state: 'closed' }
  }
  async #letGo(): Promise<void> {
    this.#stopWatch?.()
    this.#stopWatch = undefined
    const adapter = this.#adapter
    this.#adapter = undefined
    await adapter?.close()
  }

  async #openNow({ board, adapter: name, wiring }: BoardChoice): Promise<GpioAdapter> {
    const { environment, note, onChange } = this.#options
    this.#state = { state: 'opening' }
    onChange()
    try {
      const adapter = await environment.gpio.open(name)
      const contacts = adapter.caps.openDrain === 'contact'
      await adapter.open(linesOn(board, wiring, { contacts }))
      adapter.on('gone', (error) => this.#gone(adapter, error))
      adapter.on('error', (error) => note(prefixed('GPIO', error)))
      this.#adapter = adapter
      this.#state = { state: 'open' }
      note(gpioAdapterOpened(adapter.id, board.name))
      if (statusProves({ board, wiring })) await this.#watchStatus(adapter)
      onChange()
      return adapter
    } catch (error) {
      await this.#letGo()
      this.#state = { state: 'failed', detail: errorWords(error) }
      note(prefixed(`GPIO ${name}`, error))
      onChange()
      throw error
    }
  }

  async #watchStatus(adapter: GpioAdapter): Promise<void> {
    const { onStatus } = this.#options
    onStatus(await adapter.read('status'))
    this.#stopWatch = adapter.watch('status', onStatus)
  }
  #gone(adapter: GpioAdapter, error: Error): void {
    if (adapter !== this.#adapter) return
    this.#adapter = undefined
    this.#stopWatch = undefined
    this.#state = { state: 'gone', detail: errorWords(error) }
    this.#options.note(prefixed('GPIO', error))
    this.#options.onGone()
  }
}

function prefixed(prefix: string, error: unknown): Words {
  const { en, ja } = errorWords(error)
  return { en: `${prefix}: ${en}`, ja: `${prefix}：${ja}` }
}
