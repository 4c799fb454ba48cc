import { isToldGarbled } from '../log/listener-words'
import type { LogRow } from '../log/row'
import type { Spelled } from '../log/summary-parts'
import { isBoot } from '../log/restarts'
import { isDial, openingStage } from '../log/summary-opening'
import { pppStage } from '../log/summary-ppp'
import type { Party, StoryArrow } from './story'
import { toldLine } from './told-line'

const most = 60
const mostBegun = 16
/** Commands that are a step towards a connection, whoever makes the modem. */
const steps =
  /^AT(?:\+C(?:PIN|FUN|OPS|REG|GREG|EREG|5GREG|GATT|GDCONT|GAUTH|GACT|STT|GPADDR|NMP|IFSR)\b|\^SYSCFG|#PDPAUTH)/i
const news =
  /^\+(?:C(?:PIN|REG|GREG|EREG|5GREG|GEV)|APP PDP|PPPD|QIURC|SIMCARD|CIPCLOSE)\b|^NO CARRIER|^CLOSED/

/** The picture of a log: only what brought the connection further, or ended it. */
export class ArrowReader {
  readonly #arrows: (Omit<StoryArrow, 'times'> & { times: number })[] = []
  more = 0
  #answer: string | undefined
  /** Commands whose OK came; what comes of them may follow. */
  readonly #begun = new Set<string>()

  get arrows(): readonly StoryArrow[] {
    return this.#arrows
  }

  take(row: LogRow): void {
    const failed = row.explanation?.severity === 'failure'
    if (row.kind === 'command') {
      this.#answer = undefined
      this.#begun.delete(row.text)
      if (matters(row.text) || isToldGarbled(row)) this.#add('host', 'modem', row)
    } else if (row.kind === 'answer' && this.#begun.has(row.command ?? '')) this.#came(row)
    else if (row.kind === 'answer') {
      if (matters(row.command ?? '')) this.#answer = row.text
      if (failed && !matters(row.command ?? '')) this.#add('modem', 'host', row)
    } else if (row.kind === 'final') this.#ended(row, failed)
    else if (row.kind === 'ppp') this.#frame(row)
    else if (isBoot(row) || (row.kind === 'note' && failed)) this.#add('modem', 'modem', row)
    else if (row.kind === 'unsolicited' && (news.test(row.text) || openingStage(row)))
      this.#add('network', 'modem', row)
  }

  /** The true result, long after OK: `+APP PDP: 0,DEACTIVE`. */
  #came(row: LogRow): void {
    const told = openingStage(row)
    if (told && told.state !== 'busy') this.#add('network', 'modem', row, told.state === 'failure')
  }

  #ended(row: Spelled, failed: boolean): void {
    if (row.text === 'OK' && row.command !== undefined && matters(row.command)) {
      if (this.#begun.size >= mostBegun) this.#begun.clear()
      this.#begun.add(row.command)
    }
    const answer = this.#answer
    this.#answer = undefined
    if (!matters(row.command ?? '') && !failed) return
    const result = row.said ?? row.text
    const text = answer === undefined ? result : `${answer} ${result}`
    this.#add('modem', 'host', { ...row, text, ...(row.said === undefined ? {} : { said: text }) })
  }

  /** A frame is a message between host and network; the exchange of data itself is one arrow. */
  #frame(row: LogRow): void {
    const stage = pppStage(row)
    if (!stage) return
    if (row.dir === 'note') return this.#add('host', 'host', row, stage.state === 'failure')
    const { protocol, code } = row.explanation?.facts ?? {}
    const text =
      protocol === 'IP'
        ? 'IP'
        : [protocol, code].filter((part) => typeof part === 'string').join(' ')
    const [from, to]: [Party, Party] = row.dir === 'tx' ? ['host', 'network'] : ['network', 'host']
    this.#add(from, to, { ...row, text }, stage.state === 'failure')
  }

  #add(
    from: Party,
    to: Party,
    row: LogRow,
    failed = row.explanation?.severity === 'failure',
  ): void {
    const { text, moment } = toldLine(row)
    const last = this.#arrows.slice(-2).find((one) => one.text === text && one.from === from)
    if (last) {
      last.times++
      return
    }
    if (this.#arrows.length >= most) {
      this.more++
      return
    }
    const notice = row.explanation?.severity === 'warning'
    const state = failed ? 'failure' : notice ? 'notice' : 'fine'
    this.#arrows.push({ from, to, text, state, times: 1, ...(moment ? { moment } : {}) })
  }
}

function matters(command: string): boolean {
  return (
    steps.test(command) ||
    isDial(command) ||
    openingStage({ kind: 'command', text: command }) !== undefined
  )
}
