import { isToldGarbled } from '../log/listener-words'
import { contextEnded, signs, socketEnded } from '../story/evidence'
import { isBroken } from '../story/oddities'
import type { ToldLine } from '../story/story'
import { toldLine } from '../story/told-line'
import { HangUps, isAskedEnd } from '../log/hang-ups'
import { isBoot } from '../log/restarts'
import { openingStage } from '../log/summary-opening'
import { spelled } from '../log/summary-parts'
import type { LogRow } from '../log/row'
import { askedOf, decidingFacts, keyOf, resultOf } from './command-step'
import { PppSteps } from './ppp-steps'
import { ProgramSteps } from './program-steps'
import { RegistrationSteps } from './registration-steps'
import { RestartReasons } from './restart-reasons'
import type { Step } from './step'

/** More steps than any run has; what comes after them is not compared. */
export const mostSteps = 20_000
/** Asked where the modem is registered: what it answers is a step of its own, whichever command it was. */
const asksRegistration = /^AT\+(?:C(?:5G|E|G)?|EG?)REG\?$/i
/** A poll that says what it said a few steps before is no step of its own. */
const pollReach = 6
/** The network took down what was up: 27.007, 10.1.19; SIM7070. */
const deactivated = /^\+CGEV: *NW DETACH|^\+APP PDP: *\d+, *DEACTIVE/
/** This side takes its contexts down. */
const hangsUp = /^AT\+(?:CNACT=(?:\d+,)?0|CGACT=0|CGATT=0|CIPSHUT|CFUN=[04])/i
const fewErrors = 3
const toldInAnswers: ReadonlySet<string> = new Set(['sim', 'internet'])

interface Open {
  readonly row: LogRow
  readonly shown: ToldLine
  readonly facts: string[]
  readonly lines: ToldLine[]
  code?: Step['code']
}

interface Broken {
  count: number
  /** The first of it, and where among the steps. */
  first?: { readonly shown: ToldLine; readonly at: number }
}

/** Reads the steps of a run; `shown` is the row as it may be printed, with secrets masked. */
export class StepReader {
  readonly #steps: Step[] = []
  readonly #registration = new RegistrationSteps()
  readonly #ppp = new PppSteps()
  readonly #program = new ProgramSteps()
  readonly #reasons = new RestartReasons()
  readonly #hangUps = new HangUps()
  /** The radio was switched off, and not on again. */
  #radioOff: { readonly shown: ToldLine; readonly at: number } | undefined
  #open: Open | undefined
  readonly #errors: Broken = { count: 0 }
  /** What was broken before the first exchange. */
  readonly #noise: Broken = { count: 0 }
  /** Since then nothing was answered any more. */
  #unanswered: ToldLine | undefined
  #exchanged = false
  #hangsUp = false
  /** Among the steps, where the registration was first told of, or lost. */
  #tryingFrom = 0
  cut = false

  take(said: LogRow, shown: LogRow): void {
    const row = this.#hangUps.take(said)
    const told = toldLine(shown)
    this.#register(row, told)
    this.#reasons.take(row, told)
    switch (row.kind) {
      case 'command':
        return this.#asked(row, told)
      case 'answer':
        return this.#answered(row, told)
      case 'final':
        return this.#ended(row.dir === 'note' ? spelled(row) : row, told)
      case 'unsolicited':
        return this.#told(row, told)
      case 'ppp':
        for (const step of [...this.#ppp.take(row, told), ...this.#program.take(row, told)])
          this.#add(step)
        return
      case 'noise':
        return this.#broken(told)
      case 'unknown':
        // An echo with broken letters.
        return isToldGarbled(row) ? this.#broken(told) : undefined
      case 'text':
        return isBroken(row) ? this.#broken(told) : this.#dialled(row, told)
      case 'note':
        for (const step of this.#program.take(row, told)) this.#add(step)
        if (/^(?:silence|no answer)$/.test(row.explanation?.name ?? '')) this.#unanswered ??= told
        return
      default:
    }
  }

  /** All steps, when the log has ended. */
  end(): readonly Step[] {
    this.#close()
    // Nobody answers what was not understood.
    if (!this.#exchanged && this.#noise.count >= fewErrors) this.#garbled(this.#noise)
    else if (this.#unanswered && this.#errors.count > 0 && this.#errors.count < fewErrors)
      this.#garbled(this.#errors)
    else if (this.#unanswered && this.#errors.count === 0)
      this.#add({ ...event('silence', this.#unanswered), code: 'at-unresponsive' })
    this.#stillTrying()
    for (const step of [...this.#ppp.end(), ...this.#program.end()]) this.#add(step)
    return this.#steps
  }

  #register(row: LogRow, shown: ToldLine): void {
    const before = this.#registration.trying
    for (const step of this.#registration.take(row, shown)) this.#add(step)
    if (this.#registration.trying && !before) this.#tryingFrom = this.#steps.length
  }

  /** A run that went on without a network stands where it began to wait for one, as one that found it does: before its dial. */
  #stillTrying(): void {
    const steps = this.#registration.end()
    // Who asks for a network then has none.
    const off = steps.length > 0 ? this.#radioOff : undefined
    if (off && off.at <= this.#tryingFrom && this.#steps.length < mostSteps)
      this.#steps.splice(off.at, 0, { ...event('radio off', off.shown), code: 'radio-off' })
    if (this.#steps.length < mostSteps) this.#steps.splice(this.#tryingFrom, 0, ...steps)
  }

  #asked(row: LogRow, shown: ToldLine): void {
    this.#close()
    this.#hangsUp = hangsUp.test(row.text)
    if (isToldGarbled(row)) return this.#broken(shown)
    this.#open = { row, shown, facts: [], lines: [] }
  }

  #answered(row: LogRow, shown: ToldLine): void {
    const open = this.#open
    if (row.late) return
    if (!open) return this.#cameToPass(row, shown)
    const facts = decidingFacts(row)
    if (facts !== '' && open.facts.length < 32) open.facts.push(facts)
    if (open.lines.length < 3) open.lines.push(shown)
    // `+CPIN: SIM PIN` and OK: the answer says what is wrong, its result does not.
    open.code ??= signs.find(({ rung, shows }) => toldInAnswers.has(rung) && shows(row))?.code
  }

  #ended(row: LogRow, shown: ToldLine): void {
    this.#exchanged = true
    this.#unanswered = undefined
    const open = this.#open
    // A late result may end a command of long before; that it came late is no difference.
    if (!open || row.command !== open.row.text) return
    const { result, failed } = resultOf(row)
    this.#open = undefined
    if (!failed && open.lines.length > 0 && asksRegistration.test(row.command)) return
    const code = failed ? signs.find(({ shows }) => shows(row))?.code : open.code
    if (result === 'OK') this.#switched(row.command, shown)
    this.#add({
      ...stepOf(open, failed ? result : [result, ...open.facts].join(' ')),
      failed,
      lines: [open.shown, ...open.lines, shown],
      ...(row.timed === 'none' || row.late ? {} : { tookMs: row.atMs - open.row.atMs }),
      ...(code ? { code } : {}),
    })
    if (result === 'CONNECT') this.#ppp.begin()
  }

  #switched(command: string, shown: ToldLine): void {
    const level = /^AT\+CFUN=(\d+)/i.exec(command)?.[1]
    if (level === undefined) return
    const off = level === '0' || level === '4'
    this.#radioOff = off ? { shown, at: this.#steps.length } : undefined
  }

  /** The true result of a command that had only begun with its OK: `+QIOPEN: 0,565`. */
  #cameToPass(row: LogRow, shown: ToldLine): void {
    const told = openingStage(row)
    if (row.command === undefined || !told || told.state === 'busy' || this.#hangsUp) return
    const failed = told.state === 'failure'
    const code = failed ? signs.find(({ shows }) => shows(row))?.code : undefined
    const result = failed ? 'failed' : 'fine'
    const key = keyOf(row.command)
    const lines = [shown]
    this.#add({ key, asked: '', result, failed, kind: 'state', lines, ...(code ? { code } : {}) })
  }

  /** wvdial and its kin say in words of their own what became of the link. */
  #dialled(row: LogRow, shown: ToldLine): void {
    const told = openingStage(row)
    if (!told) return
    if (told.state === 'failure') {
      const code = signs.find(({ shows }) => shows(row))?.code
      return this.#add({ ...event('call ended', shown), ...(code ? { code } : {}) })
    }
    const key = told.id === 'ip' ? 'IP address' : 'authentication'
    this.#add({ key, asked: '', result: 'fine', failed: false, kind: 'state', lines: [shown] })
  }

  /** The log has no result for it: its answer says enough, or somebody took the results out of the whole. */
  #close(): void {
    const open = this.#open
    this.#open = undefined
    if (open && (open.facts.length > 0 || !this.#exchanged))
      this.#add(stepOf(open, ['OK', ...open.facts].join(' ')))
  }

  #told(row: LogRow, shown: ToldLine): void {
    const { text } = row
    if (isBoot(row) && this.#exchanged)
      return this.#add({ ...event('restart', shown), ...this.#reasons.started(shown) })
    if (isAskedEnd(row)) return
    if (/^NO CARRIER|^\+PPPD: DISC/.test(text))
      return this.#add({ ...event('call ended', shown), code: 'link-modem-hung-up' })
    if (/UNDER-?VOLTAGE/i.test(text))
      return this.#add({ ...event('brown-out', shown), code: 'supply-low' })
    if (socketEnded(row)) return this.#add(event('connection closed', shown))
    if (contextEnded(row) || (deactivated.test(text) && !this.#hangsUp))
      return this.#add({ ...event('connection closed', shown), code: 'context-lost' })
    const sign = signs.find(({ rung, shows }) => rung === 'sim' && shows(row))
    if (sign) this.#add({ ...event('sim', shown), code: sign.code })
  }

  /** One wrong octet happens on any bench; what a board writes while it starts, at a speed of its own, is none. */
  #broken(shown: ToldLine): void {
    const broken = this.#exchanged ? this.#errors : this.#noise
    broken.first ??= { shown, at: this.#steps.length }
    if (++broken.count === fewErrors && this.#exchanged) this.#garbled(broken)
  }

  /** From where on: before what was not answered for it. */
  #garbled({ first }: Broken): void {
    if (!first || this.#steps.length >= mostSteps) return
    const step: Step = { ...event('bit errors', first.shown), code: 'at-garbled' }
    this.#steps.splice(first.at, 0, step)
  }

  #add(step: Step): void {
    const before = this.#steps.slice(-pollReach)
    const again = before.some(
      ({ key, asked, result }) =>
        key === step.key && asked === step.asked && result === step.result,
    )
    if (again && step.kind !== 'event' && step.key !== 'ATD') return
    if (this.#steps.length < mostSteps) this.#steps.push(step)
    else this.cut = true
  }
}

function stepOf({ row, shown, lines }: Open, result: string): Step {
  const { text } = row
  return {
    key: keyOf(text),
    asked: askedOf(text),
    result,
    failed: false,
    kind: 'command',
    lines: [shown, ...lines],
  }
}

function event(key: string, shown: ToldLine): Step {
  return { key, asked: '', result: '', failed: true, kind: 'event', lines: [shown] }
}
