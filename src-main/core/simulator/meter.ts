import { bytesOf, latin1 } from '../bytes'
import type { BytePort } from '../ports/byte-port'
import type { Chance } from '../ports/chance'
import type { Cancel, Clock } from '../ports/clock'
import type { SimulatedModem } from './modem'
import { Plug } from './plug'

/** From a question to its answer, ms. */
const measuresMs = 20
const rippleOf = 0.02

/** The name of the modem whose supply an ammeter `sim:meter?of=sim7672` is in; undefined: the name is none of an ammeter. */
export function meteredModem(name: string): string | undefined {
  const [, of] = /^sim:meter(?:\?of=(?:sim:)?([^&]+))?$/i.exec(name.trim()) ?? ['', undefined]
  if (!/^sim:meter(?:\?|$)/i.test(name.trim())) return undefined
  return `sim:${decoded(of ?? 'sim7672')}`
}
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/** What a module of this class takes from 3.8 V in each state, in mA. */
export function currentMa({ power, radio, call, supply }: SimulatedModem): number {
  const leak = power.state === 'unpowered' ? 0 : (supply.leakMa ?? 0)
  return leak + own()
  function own(): number {
    switch (power.state) {
      case 'unpowered':
        return 0
      case 'off':
        return 0.02
      case 'asleep':
        return 0.005
      case 'booting':
      case 'closing':
        return 80
      case 'on':
        if (radio.functionality !== 1) return 3
        if (call) return 190
        return radio.state.kind === 'registered' ? 14 : 95
    }
  }
}

/**
 * A multimeter in the supply of a simulated modem, with the commands that such instruments share (SCPI-99, volume 2, MEASure): lines in, a
 * number in amperes or volts out.
 */
export class SimulatedMeter {
  readonly #modem: () => SimulatedModem
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #waiting = new Set<Cancel>()
  #plug: Plug | undefined
  #typed = ''

  constructor(modem: () => SimulatedModem, clock: Clock, chance: Chance) {
    this.#modem = modem
    this.#clock = clock
    this.#chance = chance
  }

  open(label: string): BytePort {
    this.#plug ??= new Plug(label, {
      fromHost: (bytes) => this.#take(latin1(bytes)),
      setHostBaudRate: () => undefined,
      setHostLines: () => undefined,
      modemLines: () => ({ dtr: true, rts: true, cts: true, dsr: true, dcd: false, ri: false }),
    })
    return this.#plug.open(label)
  }
  dispose(): void {
    for (const cancel of this.#waiting) cancel()
    this.#plug?.close()
  }

  #take(text: string): void {
    const lines = (this.#typed + text).split(/[\r\n]/)
    this.#typed = lines.pop() ?? ''
    for (const line of lines) {
      const answer = this.#answer(line.trim())
      if (answer !== undefined) this.#later(answer)
    }
  }
  #later(answer: string): void {
    const cancel = this.#clock.schedule(measuresMs, () => {
      this.#waiting.delete(cancel)
      this.#plug?.deliver(bytesOf(`${answer}\r\n`))
    })
    this.#waiting.add(cancel)
  }

  #answer(line: string): string | undefined {
    if (/^\*IDN\?$/i.test(line)) return 'MODEM BENCH,SIMULATED METER,0,1.0'
    if (/^(?:MEAS(?:URE)?:CURR(?:ENT)?(?::DC)?|READ|FETC[H]?)\?$/i.test(line))
      return nr3(currentMa(this.#modem()) / 1000, this.#ripple())
    if (/^MEAS(?:URE)?:VOLT(?:AGE)?(?::DC)?\?$/i.test(line))
      return nr3(this.#modem().supply.volts, 1)
    if (/^SYST(?:EM)?:ERR(?:OR)?\?$/i.test(line)) return '+0,"No error"'
    // As instruments do: a question that is none of theirs has no answer.
    return undefined
  }
  #ripple(): number {
    return 1 + (this.#chance.next() * 2 - 1) * rippleOf
  }
}

/** <NR3> of IEEE 488.2, 8.7.4. */
function nr3(value: number, ripple: number): string {
  const [mantissa = '0', exponent = '+0'] = (value * ripple).toExponential(6).split('e')
  const sign = mantissa.startsWith('-') ? '' : '+'
  return `${sign}${mantissa}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`
}
