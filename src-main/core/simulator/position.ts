import type { Cancel, Clock } from '../ports/clock'

const EVERY_MS = 1_000

/** A sentence with its check sum (NMEA 0183). */
function sentence(body: string): string {
  let sum = 0
  for (let i = 0; i < body.length; i++) sum ^= body.charCodeAt(i)
  return `$${body}*${sum.toString(16).toUpperCase().padStart(2, '0')}\r\n`
}

/** What a receiver says that hears no satellite. */
const noFix = [
  'GPGSV,1,1,00',
  'GPGGA,,,,,,0,,,,,,,,',
  'GPRMC,,V,,,,,,,,,,N',
  'GPGSA,A,1,,,,,,,,,,,,,,,',
  'GPVTG,,T,,M,,N,,K,N',
].map(sentence)

/** The receiver for satellites: once a second its sentences go out of the NMEA port. */
export class Position {
  readonly #clock: Clock
  readonly #say: (text: string) => void
  #next: Cancel | undefined
  mode = 1
  constructor(clock: Clock, say: (text: string) => void) {
    this.#clock = clock
    this.#say = say
  }
  get on(): boolean {
    return this.#next !== undefined
  }
  start(mode: number): void {
    this.mode = mode
    this.#next = this.#clock.schedule(EVERY_MS, () => {
      this.#say(noFix.join(''))
      this.start(mode)
    })
  }
  stop(): void {
    this.#next?.()
    this.#next = undefined
  }
}
