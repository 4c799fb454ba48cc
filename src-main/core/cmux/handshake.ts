import { latin1 } from '../bytes'
import { Fault } from '../fault'
import type { Clock } from '../ports/clock'
import { sleep } from '../wait'
import { buildMessage } from './message'
import { establish, keys, type Dialogue } from './opening'
import type { CmuxCounts } from './session-types'
import { quoted } from '../words'
import { controlChannelWanted, itSaid } from './words'

interface Parts {
  readonly clock: Clock
  readonly dialogue: Dialogue
  readonly counts: CmuxCounts
  /** The last line outside frames. */
  lastLine(): string | undefined
  /** Sends an information field on DLCI 0. */
  send(info: Uint8Array): void
}

/** How a multiplexer begins and how it is closed: SABM and CLD on the control channel, and the silences around them. */
export class Handshake {
  readonly #parts: Parts
  #tail = ''

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** After the modem said OK to AT+CMUX. Rejects with cmux-no-answer, cmux-refused, cmux-echo or the signal's reason. */
  async open(signal: AbortSignal): Promise<void> {
    const { clock, dialogue } = this.#parts
    await sleep(clock, dialogue.timers.settleMs, signal)
    const answer = await establish(dialogue, 0, signal)
    if (answer !== 'UA') throw this.#fault(answer)
  }

  /** It may multiplex all the same and only its answers be lost, or be about to: it is not left that way. */
  async undo(): Promise<void> {
    const { clock, dialogue, counts } = this.#parts
    const { waits, timers } = dialogue
    if (counts.framesOut === 0) {
      // Close-down is answered on an open control channel only, and a modem that has just said OK hears nothing yet.
      await sleep(clock, timers.settleMs)
      const answered = waits.wait(keys.open(0), timers.startMs)
      dialogue.command(0, 'SABM')
      await answered
    }
    await this.closeDown()
  }

  /** CLD and a short silence; a second at most, whatever the other side does. */
  async closeDown(): Promise<void> {
    const { clock, dialogue, send } = this.#parts
    const { waits, timers } = dialogue
    if (waits.ended) return
    const answered = waits.wait('CLD', timers.closeDownMs)
    send(buildMessage('CLD', true))
    await answered
    await sleep(clock, timers.quietMs)
  }

  /** A7670 answers CLD without the address octet; no frame, but an answer (esp_modem, commit 28de345). */
  hear(bytes: Uint8Array): void {
    this.#tail = (this.#tail + latin1(bytes)).slice(-16)
    if (this.#tail.includes('\xef\x05\xc1\x01')) this.#parts.dialogue.waits.settle('CLD', 'CLD')
  }

  #fault(answer: string | undefined): Fault {
    if (answer === 'DM') return new Fault('cmux-refused', controlChannelWanted)
    if (this.#parts.counts.echoes > 0) return new Fault('cmux-echo')
    const line = this.#parts.lastLine()
    return new Fault('cmux-no-answer', line ? itSaid(line) : quoted(''))
  }
}
