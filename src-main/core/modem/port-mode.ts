import type { ByteClass } from '../cmux/classify'
import type { Clock } from '../ports/clock'
import { sleep } from '../wait'
import type { Words } from '../words'
import { mayTakeAt, type PortPurpose } from '../ports/port-info'
import { askInPpp } from './ask-in-ppp'
import { askOutOfCmux, type CloseDownForce } from './ask-out-of-cmux'
import { wayOf, whyNot } from './at-way'
import { FirstTalk } from './first-talk'
import { Fault } from '../fault'
import { beingBroughtBack, keysWouldGoInto } from './words'
import type { Emit, SessionView } from './session-view'
import type { AtWay } from './at-way'
import type { Mode } from './mode'

/** A modem that was left in data mode or in the multiplexer is listened to this long before anything is sent. */
export const firstListenMs = 300

const kindOf = (mode: Mode): ByteClass => (mode === 'cmux' ? 'cmux' : 'text')

interface Options {
  readonly session: SessionView
  readonly clock: Clock
  readonly emit: Emit
  /** What the port is for, where the system knows. */
  readonly purposeOf: () => Promise<PortPurpose | undefined>
}

/**
 * Who speaks on a port, and with it where AT commands go. Listens to what comes while nobody knows, and tells each change
 * once, as a `mode` event.
 */
export class PortMode {
  readonly #session: SessionView
  readonly #clock: Clock
  readonly #emit: Emit
  readonly #openedUs: number
  readonly #first = new FirstTalk()
  #mode: Mode = 'unknown'
  /** The mode is not of our making. */
  #found = false
  #asking = false
  /** A person typed in this mode, past the queue of commands. */
  #keyed = false
  #told = ''
  readonly #purposeOf: () => Promise<PortPurpose | undefined>

  constructor({ session, clock, emit, purposeOf }: Options) {
    this.#session = session
    this.#clock = clock
    this.#emit = emit
    this.#purposeOf = purposeOf
    this.#openedUs = clock.monotonicUs()
  }

  get now(): Mode {
    return this.#mode
  }
  /** Where a command that is typed or polled goes now. */
  get way(): AtWay {
    const { cmuxOn, callHeld, leaving, second } = this.#session
    return wayOf({
      mode: this.#mode,
      cmuxOn,
      found: this.#found,
      held: callHeld,
      leaving,
      second: second !== undefined,
    })
  }
  /** Why a command was not sent. */
  get whyNot(): Words {
    const { port, leaving } = this.#session
    return whyNot({ port: port.label, mode: this.#mode, found: this.#found, leaving })
  }

  /** Throws where keys would go into PPP, the multiplexer or a way back. */
  mustTakeKeys(): void {
    const { port, leaving } = this.#session
    if (leaving) throw new Fault('at-not-command-mode', beingBroughtBack(port.label))
    if (this.#mode === 'data' || this.#mode === 'cmux')
      throw new Fault('at-not-command-mode', keysWouldGoInto(port.label, this.#mode))
    if (!this.#keyed) this.#first.forget()
    this.#keyed = true
  }

  set(mode: Mode): void {
    // A port that has ended stays closed, whatever still runs on it.
    if (!this.#session.open && mode !== 'closed') return
    if (mode !== 'data' && mode !== 'cmux') this.#found = false
    if (mode !== this.#mode) this.#first.forget()
    this.#keyed = false
    this.#mode = mode
    this.tell()
  }
  /** AT was answered: the port is in command mode. */
  confirmCommand(): void {
    if (this.#mode === 'unknown' || this.#mode === 'booting') this.set('command')
  }
  /** Tells the mode and the way of AT where they are not what was told last. */
  tell(): void {
    const mode = this.#mode
    const { way } = this
    const told = JSON.stringify([mode, way])
    if (told === this.#told) return
    this.#told = told
    this.#emit({ kind: 'mode', mode, way })
  }
  /** The mode that comes next is of an earlier program's making. */
  markFound(): void {
    this.#found = true
  }
  /** What was heard so far says nothing about who speaks from now on. */
  forgetHeard(): void {
    this.#first.forget()
  }

  /** Octets of the port; PPP or the multiplexer are recognised where AT is not known to be spoken. */
  hear(bytes: Uint8Array): void {
    const silent = this.#mode === 'command' && this.#session.at.engine.state === 'unresponsive'
    // What was typed may have begun a call.
    const byHand = this.#keyed && this.#session.at.engine.state === 'idle'
    if ((this.#mode !== 'unknown' && !silent && !byHand) || this.#asking || this.#session.leaving)
      return
    const found = this.#first.hear(bytes)
    if (found) this.#foundTalk(found)
  }
  /** Listens without sending until the port has been open for `ms`, and says what kind of talk is on it. */
  async listenFirst(ms: number, signal?: AbortSignal): Promise<ByteClass> {
    const heardMs = (this.#clock.monotonicUs() - this.#openedUs) / 1000
    if (heardMs < ms) await sleep(this.#clock, ms - heardMs, signal)
    if (this.#mode !== 'unknown') return this.#mode === 'data' ? 'ppp' : kindOf(this.#mode)
    const found = this.#first.kind
    this.#foundTalk(found)
    return found
  }
  /** ESC, where nobody knows who speaks: it leaves a prompt, and is nothing to whoever else listens. */
  async escape(): Promise<void> {
    if (this.#mode === 'unknown') await this.#session.port.write(Uint8Array.of(0x1b))
  }
  /** Asks in PPP and listens for `ms`; what answers is not taken for talk that was there before. */
  async askInPpp(ms: number, signal?: AbortSignal): Promise<ByteClass> {
    this.#asking = true
    try {
      const found = await askInPpp(this.#session.port, this.#clock, ms, signal)
      this.#foundTalk(found)
      return found
    } finally {
      this.#asking = false
    }
  }

  /**
   * Closes a multiplexer that may have been left on; says what came back, or undefined where nothing was sent: the port has
   * spoken, so it is no such modem, or it is not for AT.
   */
  async closeDownUnheard(
    force: CloseDownForce,
    signal?: AbortSignal,
  ): Promise<ByteClass | undefined> {
    if (this.#mode !== 'unknown' || this.#first.kind !== 'nothing') return undefined
    if (!mayTakeAt(await this.#purposeOf())) return undefined
    this.#asking = true
    try {
      const { port, at } = this.#session
      const found = await askOutOfCmux(port, this.#clock, force, signal)
      if (found === 'cmux') {
        // What was asked before went into the multiplexer as noise: the next OK is not its answer.
        at.assumeData()
        at.toCommand()
      }
      return found
    } finally {
      this.#asking = false
    }
  }

  #foundTalk(found: ByteClass): void {
    if (found !== 'ppp' && found !== 'cmux') return
    this.#found = true
    // Whatever the engine still wanted to ask would go into what is spoken here.
    this.#session.at.assumeData()
    this.set(found === 'ppp' ? 'data' : 'cmux')
  }
}
