import type { SlotState } from '@contract'
import type { Reading } from '@core/power/evidence'
import type { PowerAction, PowerResult } from '@core/power/sequence'
import type { Recorder } from '@bench/log/recorder'
import type { SlotBoard } from './slot-board'

interface Options {
  readonly board: SlotBoard
  readonly recorder: Recorder
  readonly state: () => SlotState
  /** Gives up a connection that is being made. */
  readonly cancelConnect: () => Promise<void>
}

/** The power of a modem by its board, as somebody switches it: with a journal, and with nobody in between. */
export class SlotPower {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** A connection that is being made is given up first. */
  async switch(
    action: PowerAction,
    options: { insist?: boolean; tries?: number | 'forever' } = {},
  ): Promise<PowerResult> {
    const { recorder, board, cancelConnect } = this.#options
    await recorder.start()
    await cancelConnect()
    return board.power(action, options)
  }

  /** Whether the modem is on, as STATUS and AT tell now. */
  async look(): Promise<Reading> {
    await this.#options.recorder.start()
    return this.#options.board.look()
  }

  /** Off and on again, the last rung of the way back; a board without both keys resets. */
  async cycle(): Promise<PowerResult> {
    const { can, reading } = this.#options.state().board ?? {}
    if (!can?.off || !can.on) return this.switch('reset')
    // A person has asked for it; where nobody knows whether the modem is on, the key is pressed all the same.
    const off = await this.switch('off', { insist: reading?.power === 'unknown' })
    return off.fault ? off : this.switch('on')
  }
}
