import { bytesOf, concat, latin1 } from '../bytes'
import type { Clock } from '../ports/clock'
import type { BytePort } from '../ports/byte-port'
import { faultCode } from '../fault'
import { sleep } from '../wait'
import type { Words } from '../words'
import { classifyBytes } from './classify'
import {
  channelsClosed,
  closeDown,
  disconnect,
  oldCloseDown,
  request,
  type CloseDown,
} from './close-down'
import { decoderFor } from './decoders'
import type { CmuxFrame, FrameOption } from './frame'
import {
  answeredWords,
  did,
  framedWords,
  multiplexingWords,
  oneSpeedWords,
  powerCycleWords,
  refusedSpeedWords,
  speedWords,
  unknownSpeedWords,
  type RecoveryStepNumber,
} from './recovery-words'
import { classWords } from './words'

/** One rung: what was done, what was seen after it, and the octets that came. */
export interface RecoveryStep {
  readonly step: RecoveryStepNumber
  readonly did: Words
  readonly seen: Words
  readonly octets: Uint8Array
  readonly worked: boolean
}

/** `command`: AT is answered; `cmux`: it multiplexes and the session can be resumed; `none`: only a power-cycle is left. */
export interface Recovery {
  readonly result: 'command' | 'cmux' | 'none'
  readonly steps: readonly RecoveryStep[]
  /** The speed at which it answered, when it is another than before. The port has that speed now. */
  readonly baudRate?: number
}

export interface RecoveryOptions {
  readonly clock: Clock
  readonly signal?: AbortSignal
  readonly onStep?: (step: RecoveryStep) => void
  /** The present speed, set again when no other one worked; without it step 6 is skipped, as there would be no way back. */
  readonly baudRate?: number
  /** The speeds step 6 tries. */
  readonly baudRates?: readonly number[]
  /** A session that still multiplexes is not for resuming: the last steps are climbed all the same. */
  readonly insist?: boolean
}

export type RecoveryPort = Pick<BytePort, 'write' | 'onBytes' | 'setBaudRate'>

const speeds = [115_200, 921_600, 460_800, 230_400, 57_600, 9600]
const listenMs = 300
const answerMs = 300
const settleMs = 200
const fallBackMs = 8000

const at = bytesOf('AT\r')
const options: readonly FrameOption[] = ['basic', 'advanced']

/** Of either option, as nobody knows which one was on; a modem takes the other's frames for noise. */
const ofBoth = (closing: CloseDown): Uint8Array[] => options.map(closing)

const lastCall = [...ofBoth(channelsClosed), ...ofBoth(closeDown)]

/** What came since the last look. */
interface Heard {
  readonly octets: Uint8Array
  /** What stood outside frames. */
  readonly text: string
  readonly frames: readonly CmuxFrame[]
}

/**
 * Brings a modem that an earlier program left in the multiplexer back to command mode: the ladder from listening to
 * power-cycling, stopping at the first rung after which AT is answered. Cancellable; about half a minute when nothing
 * helps, a minute where the speed can be changed. Rejects with the signal's reason, or when the port fails.
 */
export async function recoverCmux(port: RecoveryPort, options: RecoveryOptions): Promise<Recovery> {
  const ladder = new Ladder(port, options)
  try {
    return await ladder.climb()
  } finally {
    ladder.leave()
  }
}

class Ladder {
  readonly #port: RecoveryPort
  readonly #options: RecoveryOptions
  readonly #steps: RecoveryStep[] = []
  readonly leave: () => void
  #octets: Uint8Array[] = []

  constructor(port: RecoveryPort, options: RecoveryOptions) {
    this.#port = port
    this.#options = options
    this.leave = port.onBytes((bytes) => this.#octets.push(bytes))
  }

  async climb(): Promise<Recovery> {
    await this.#listen()
    if (await this.#rung(2, [])) return this.#done('command')
    for (const [step, send] of gentle)
      if (await this.#rung(step, send)) return this.#done('command')
    const baudRate = await this.#otherSpeeds()
    if (baudRate !== undefined) return { ...this.#done('command'), baudRate }
    const multiplexing = await this.#stillMultiplexing()
    if (multiplexing && !this.#options.insist) return this.#done('cmux')
    // SABM has begun a new session, so it will not fall back by itself: its channels are closed before the wait.
    if (multiplexing && (await this.#rung(9, lastCall))) return this.#done('command')
    await this.#wait(fallBackMs)
    if (await this.#rung(8, [])) return this.#done('command')
    if (!multiplexing && (await this.#rung(9, lastCall))) return this.#done('command')
    this.#note(10, powerCycleWords, false)
    return this.#done('none')
  }

  async #listen(): Promise<void> {
    await this.#wait(listenMs)
    const { octets } = this.#look()
    this.#note(1, classWords[classifyBytes(octets)], false, octets)
  }

  async #rung(step: RecoveryStepNumber, send: readonly Uint8Array[]): Promise<boolean> {
    const { words, worked, octets } = await this.#attempt(send)
    this.#note(step, words, worked, octets)
    return worked
  }

  /** Sends these, each with a silence behind it, then AT twice. */
  async #attempt(send: readonly Uint8Array[]) {
    const all: Uint8Array[] = []
    for (const bytes of send) {
      await this.#port.write(bytes)
      await this.#wait(settleMs)
    }
    for (let i = 0; i < 2; i++) {
      await this.#port.write(at)
      await this.#wait(answerMs)
      const heard = this.#look()
      all.push(heard.octets)
      const octets = concat(all)
      if (/(^|[\r\n])OK\r/.test(heard.text)) return { words: answeredWords, worked: true, octets }
      const framed = heard.frames.some(({ info }) => latin1(info).includes('OK'))
      if (framed) return { words: framedWords, worked: false, octets }
    }
    const octets = concat(all)
    return { words: classWords[classifyBytes(octets)], worked: false, octets }
  }

  /** Every other speed in turn; the one that worked, or undefined with the old speed set again. */
  async #otherSpeeds(): Promise<number | undefined> {
    const { baudRate: present, baudRates = speeds } = this.#options
    if (!this.#port.setBaudRate || present === undefined) {
      this.#note(6, this.#port.setBaudRate ? unknownSpeedWords : oneSpeedWords, false)
      return undefined
    }
    for (const baudRate of baudRates.filter((other) => other !== present)) {
      if ((await this.#taken(baudRate)) && (await this.#atThisSpeed(baudRate))) return baudRate
    }
    await this.#taken(present)
    return undefined
  }

  /** A speed the driver refuses is passed over. */
  async #taken(baudRate: number): Promise<boolean> {
    try {
      await this.#port.setBaudRate?.(baudRate)
      return true
    } catch (error) {
      if (faultCode(error) !== 'port-failed') throw error
      this.#note(6, speedWords(baudRate, refusedSpeedWords), false)
      return false
    }
  }

  async #atThisSpeed(baudRate: number): Promise<boolean> {
    this.#look()
    const tries: (readonly Uint8Array[])[] = [[], ...gentle.map(([, send]) => send)]
    for (const send of tries) {
      const { words, worked, octets } = await this.#attempt(send)
      const last = send === tries.at(-1)
      if (worked || last) this.#note(6, speedWords(baudRate, words), worked, octets)
      if (worked) return true
    }
    return false
  }

  async #stillMultiplexing(): Promise<boolean> {
    this.#look()
    for (const option of options) {
      await this.#port.write(request(option, 0, 'SABM'))
      await this.#wait(settleMs)
    }
    const { octets, frames } = this.#look()
    const agreed = frames.some(({ dlci, control: kind }) => dlci === 0 && kind === 'UA')
    this.#note(7, agreed ? multiplexingWords : classWords[classifyBytes(octets)], agreed, octets)
    return agreed
  }

  #look(): Heard {
    const octets = concat(this.#octets.splice(0))
    const [basic, advanced] = options.map((option) => taken(option, octets))
    const found = advanced && advanced.frames.length > 0 ? advanced : basic
    return { octets, text: found?.text ?? '', frames: found?.frames ?? [] }
  }

  #wait(ms: number): Promise<void> {
    return sleep(this.#options.clock, ms, this.#options.signal)
  }

  #note(
    step: RecoveryStepNumber,
    seen: Words,
    worked: boolean,
    octets: Uint8Array = new Uint8Array(),
  ): void {
    const entry: RecoveryStep = { step, did: did[step], seen, octets, worked }
    this.#steps.push(entry)
    this.#options.onStep?.(entry)
  }

  #done(result: Recovery['result']): Recovery {
    return { result, steps: this.#steps }
  }
}

/** What came, taken for frames of an option. */
function taken(option: FrameOption, octets: Uint8Array): Omit<Heard, 'octets'> {
  const decoder = decoderFor(option)
  const events = [...decoder.push(octets), ...decoder.expire()]
  const outside = events.flatMap((event) => (event.kind === 'outside' ? [event.bytes] : []))
  const frames = events.flatMap((event) => (event.kind === 'frame' ? [event.frame] : []))
  return { text: latin1(concat(outside)), frames }
}

const gentle: readonly (readonly [RecoveryStepNumber, readonly Uint8Array[]])[] = [
  [3, ofBoth(closeDown)],
  [4, ofBoth(oldCloseDown)],
  [5, ofBoth(disconnect)],
]
