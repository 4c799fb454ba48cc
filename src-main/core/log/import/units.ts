import { isImei } from '../redact/digits'
import { coreOf } from './line-core'
import { isCommand } from './line-kinds'

/** Who a modem said that it is: its number, and its model. */
export interface Identity {
  readonly imei: string | undefined
  readonly model: string | undefined
}

/** So many lines behind the question stands the answer, with its echo and empty lines. */
const answerWithin = 6
const asksNumber = /^AT(?:\+C?GSN|\+SIMEI|I\d?)(?![A-Z])/i
const asksModel = /^AT\+C?GMM(?!=)/i
const model = /^(?:\+C?GMM: ?)?"?((?=[\w-]*\d)[A-Z][\w-]{2,30})"?$/i
const number = /(?:^|[\s:">])(\d{15}|IMEI-\d+)"?\s*$/

const bare = (line: string) => line.replace(/^[\s>|]+/, '').trim()

export function identityIn(lines: readonly string[]): Identity {
  let asked = ''
  let behind = 0
  const found: { imei?: string; model?: string } = {}
  for (const line of lines) {
    const [first = bare(line)] = coreOf(line)?.lines ?? []
    if (isCommand(first)) {
      asked = first
      behind = 0
      continue
    }
    if (bare(line) === '' || ++behind > answerWithin) continue
    const imei = asksNumber.test(asked) ? number.exec(line)?.[1] : undefined
    if (imei !== undefined && (isImei(imei) || !/^\d/.test(imei))) found.imei ??= imei
    const named = asksModel.test(asked) ? model.exec(bare(line))?.[1] : undefined
    if (named !== undefined) found.model ??= named
  }
  return { imei: found.imei, model: found.model }
}

export const differs = (one: Identity, other: Identity): boolean =>
  one.imei !== undefined && other.imei !== undefined
    ? one.imei !== other.imei
    : one.model !== undefined && other.model !== undefined && one.model !== other.model

/** Finds out which modem each stretch of a log is of, where somebody wrote to others between them. */
export class Units {
  readonly #known: Identity[] = []
  #current = 0

  /**
   * Their numbers from 1 on, behind those of before; undefined where all are of one modem. Who says nothing of itself is the
   * one before.
   */
  of(stretches: readonly (readonly string[])[]): readonly (string | undefined)[] {
    const units = stretches.map((lines) => this.#unitOf(identityIn(lines)))
    return units.map((unit) => (this.#known.length > 1 ? String(unit + 1) : undefined))
  }

  #unitOf(told: Identity): number {
    if (told.imei === undefined && told.model === undefined) return this.#current
    const same = this.#known.findIndex((one) => !differs(one, told))
    this.#current = same < 0 ? this.#known.length : same
    const before = this.#known[this.#current]
    this.#known[this.#current] = {
      imei: before?.imei ?? told.imei,
      model: before?.model ?? told.model,
    }
    return this.#current
  }
}
