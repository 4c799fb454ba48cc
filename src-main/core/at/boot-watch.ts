import type { UnsolicitedRow } from './unsolicited'

/** One start prints its lines within this time; the SIM5320 repeats `+STIN` for longer, which counts for nothing. */
const startLastsUs = 15_000_000
/** `PB DONE` comes up to a minute after power-on or AT+CFUN=1. */
const stirLastsUs = 120_000_000

const power = /POWER(?:ED)? |POWER$/

/** Decides whether a line means that the modem restarted by itself, which ends everything that was asked. */
export class BootWatch {
  #stirredUs: number
  #startedUs: number | undefined
  #lines = new Set<string>()

  constructor(nowUs: number) {
    this.#stirredUs = nowUs
  }

  /** A command was sent; radio, SIM and power commands make the modem say what it says at a start. */
  sent(command: string, nowUs: number): void {
    if (/\+(CFUN|CPIN)=|\+(CPOF|CRESET)\b|^AT(Z|&F)/i.test(command)) this.#stirredUs = nowUs
  }

  /**
   * True when the line says that a restart happened. The lines of one start count once. `+CPIN: READY` and the like come
   * at a start, but also after CFUN=1 or a SIM change: they count only when nothing of that kind happened for two minutes.
   */
  heard(row: UnsolicitedRow, line: string, nowUs: number): boolean {
    if (row.boot === undefined) return false
    const quiet = nowUs - this.#stirredUs > stirLastsUs
    const starting = this.#startedUs !== undefined && nowUs - this.#startedUs < startLastsUs
    this.#stirredUs = nowUs
    if (row.boot === 'stir') return quiet && /READY|DONE|Ready/.test(line)
    // What was asked between switching off and starting was never answered.
    const wasOff = [...this.#lines].every((one) => power.test(one)) && !power.test(line)
    if (starting && !wasOff && !this.#lines.has(line)) {
      this.#lines.add(line)
      return false
    }
    this.#startedUs = nowUs
    this.#lines = new Set([line])
    return true
  }
}
