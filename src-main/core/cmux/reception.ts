import { quoted, type SeenLine, type Severity, type Words } from '../words'
import type { Channels } from './channels'
import type { ControlChannel } from './control'
import type { CmuxFrame } from './frame'
import { keys } from './opening'
import type { CmuxCounts, CmuxEndReason, CmuxState } from './session-types'
import { echoWords } from './session-words'
import type { Waits } from './waits'
import { startedAnew } from './words'

/** What the reception of frames needs of its session. */
export interface ReceptionHost {
  readonly initiator: boolean
  readonly waits: Waits<string>
  readonly counts: CmuxCounts
  readonly channels: Channels
  state(): CmuxState
  accepts(dlci: number): boolean
  respond(dlci: number, control: 'UA' | 'DM'): void
  /** The other side has opened DLCI 0. */
  opened(): void
  end(reason: CmuxEndReason, detail: SeenLine): void
  note(severity: Severity, words: Words): void
}

/** Gives each frame to whom it is for, and answers what asks to open or to close. */
export class Reception {
  readonly #host: ReceptionHost
  readonly #control: ControlChannel

  constructor(host: ReceptionHost, control: ControlChannel) {
    this.#host = host
    this.#control = control
  }

  receive({ dlci, control, info }: CmuxFrame): void {
    // 62 and 63 are reserved: nothing can be meant, and nothing could be answered.
    if (dlci > 61) return
    switch (control) {
      case 'UIH':
      case 'UI':
        return dlci === 0 ? this.#control.receive(info) : this.#data(dlci, info)
      case 'UA':
        this.#answer(dlci, 'UA')
        return
      case 'DM':
        return this.#refused(dlci)
      case 'SABM':
        return dlci === 0 ? this.#askedToStart() : this.#askedToOpen(dlci)
      case 'DISC':
        return this.#askedToClose(dlci)
    }
  }

  #answer(dlci: number, answer: 'UA' | 'DM'): boolean {
    const { waits } = this.#host
    return waits.settle(keys.open(dlci), answer) || waits.settle(keys.close(dlci), answer)
  }

  #data(dlci: number, info: Uint8Array): void {
    const { channels, waits, respond, state } = this.#host
    const channel = channels.get(dlci)
    if (channel) channel.receive(info)
    // Data may still be on its way while the channel is closed, or from a session before this one.
    else if (state() === 'open' && !waits.has(keys.close(dlci))) respond(dlci, 'DM')
  }

  #refused(dlci: number): void {
    const { channels, end, state } = this.#host
    if (this.#answer(dlci, 'DM')) return
    if (dlci !== 0) channels.get(dlci)?.finish({ reason: 'gone', detail: quoted('DM') })
    else if (state() === 'open') end('peer-closed', quoted('DM'))
  }

  /** SABM on DLCI 0 begins a session anew, whatever was before. */
  #askedToStart(): void {
    const { initiator, counts, channels, state, respond, opened, note } = this.#host
    // A responder never opens DLCI 0: this is our own SABM on an echoing line (esp-protocols#669).
    if (initiator) {
      counts.echoes++
      return note('warning', echoWords)
    }
    if (state() === 'closing') return
    channels.finishAll({ reason: 'gone', detail: startedAnew })
    respond(0, 'UA')
    if (state() === 'idle') opened()
  }

  #askedToOpen(dlci: number): void {
    const { waits, channels, state, accepts, respond } = this.#host
    if (state() !== 'open') return respond(dlci, 'DM')
    // CAVLI C16QS asks back where it should agree (esp-protocols#507); DLCI 0 has shown that nothing echoes.
    const agreed = waits.settle(keys.open(dlci), 'SABM')
    // Open already: our UA was lost, and it asks again.
    if (agreed || channels.get(dlci)) return respond(dlci, 'UA')
    if (!accepts(dlci)) return respond(dlci, 'DM')
    respond(dlci, 'UA')
    channels.joinAsked(dlci)
  }

  #askedToClose(dlci: number): void {
    const { channels, state, respond, end } = this.#host
    const channel = channels.get(dlci)
    const known = dlci === 0 ? state() !== 'idle' : channel !== undefined
    respond(dlci, known ? 'UA' : 'DM')
    channel?.finish({ reason: 'gone', detail: quoted('DISC') })
    if (dlci === 0 && known) end('peer-closed', quoted('DISC'))
  }
}
