import type { Facts } from '../at/knowledge'
import type { Words } from '../words'
import type { LogRow } from './row'
import type { SlotSummary } from './slot-summary'
import { cardOf, makers } from './summary-parts'
import { shortest } from './shortest'

/** A version and nothing else, as u-blox answers ATI9: `03.15,A00.01`, `L0.0.00.00.05.06 [Feb 03 2018 13:00:41]`. */
const firmware = /^[A-Z]?\d{1,3}\.\d/

const parts = ['maker', 'model', 'revision'] as const
type Part = (typeof parts)[number]

/** Who the modem is, its SIM and its operator, as one slot's rows say; what was said first stays. */
export class SlotIdentity {
  readonly #modem = new Map<Part, string>()
  readonly #sim = new Map<string, SlotSummary['sim'][number]>()
  #imei = ''
  #operator: Words | undefined
  #asksNumber = false

  get summary(): Pick<SlotSummary, 'modem' | 'imei' | 'sim' | 'operator'> {
    return {
      modem: parts.flatMap((part) => this.#modem.get(part) ?? []).join(' '),
      imei: this.#imei,
      sim: [...this.#sim.values()],
      ...(this.#operator ? { operator: this.#operator } : {}),
    }
  }

  asked({ text }: LogRow): void {
    this.#asksNumber = /^AT\+C?GSN(?:=[01])?$/i.test(text)
  }
  /** The result of what was asked came. */
  ended(): void {
    this.#asksNumber = false
  }

  /** A number behind the question for it, which a program wrote among words of its own. */
  numbered({ text }: LogRow): void {
    if (this.#asksNumber) this.#imei ||= /(?:^|\s)(\d{15}|IMEI-\d+)$/.exec(text.trim())?.[1] ?? ''
  }

  told(row: LogRow, name: string, facts: Facts): void {
    switch (name) {
      case 'ATI':
        this.#named(facts)
        return this.#identity(name, facts)
      case '+CGMI':
      case '+CGMM':
      case '+CGMR':
      case 'SIMCOMATI':
        return this.#identity(name, facts)
      case '+CGSN':
        this.#imei ||= shortest(facts['imei'])
        return
      case '+CIMI':
      case '+CCID':
        this.#sim.set(name, cardOf(row))
        return
      case '+COPS':
        if (row.explanation && typeof facts['oper'] === 'string')
          this.#operator = row.explanation.words
        return
      case '+CPSI':
        if (row.explanation && facts['mcc'] !== undefined) this.#operator ??= row.explanation.words
        return
      default:
        return
    }
  }

  /** Quectel's answer to ATI names maker and model on lines of their own. */
  #named({ text }: Facts): void {
    if (typeof text !== 'string' || text.length > 40 || text.includes('\n')) return
    const part = makers.test(text) ? 'maker' : firmware.test(text) ? 'revision' : 'model'
    if (!/^\d{14}/.test(text)) this.#put(part, text)
  }

  #identity(name: string, facts: Facts): void {
    this.#put('maker', facts['manufacturer'] ?? (name === '+CGMI' ? facts['text'] : undefined))
    this.#put('model', facts['model'] ?? (name === '+CGMM' ? facts['text'] : undefined))
    this.#put('revision', facts['revision'] ?? (name === '+CGMR' ? facts['text'] : undefined))
    this.#imei ||= shortest(facts['imei'])
  }

  #put(part: Part, value: unknown): void {
    const text = shortest(value)
    if (text !== '' && !this.#modem.has(part)) this.#modem.set(part, text)
  }
}
