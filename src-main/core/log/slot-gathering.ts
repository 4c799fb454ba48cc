import { asksCard, cardOfNews, saysLittle } from '../card/card-state'
import type { Facts } from '../at/knowledge'
import { sleepSaid } from '../modem/sleep'
import { rungIds, type RungId } from '../modem/rungs'
import type { SlotName } from '../modem/slot-names'
import { httpStatus } from './http-status'
import { isDial, openingStage, sends } from './summary-opening'
import {
  cardCommands,
  cardIn,
  carrying,
  networkCauses,
  severe,
  startsService,
  stoppedAt,
  wrongSecret,
} from './summary-parts'
import { notRecorded } from './words'
import { shortest } from './shortest'
import { standing, Standstills } from './standstills'
import { begunAfterNetwork, endsHere, endsLink, pppStage } from './summary-ppp'
import { nameLost, pingLost, pingsAddress } from './summary-tests'
import { NetworkStage } from './network-stage'
import { Refusals } from './refusals'
import { HangUps, isAskedEnd } from './hang-ups'
import { isBoot, Restarts } from './restarts'
import type { LogRow } from './row'
import { SlotIdentity } from './slot-identity'
import type { SlotSummary, Stage } from './slot-summary'
import { Stages } from './stages'
import { Warnings } from './warned'

const setsContext = /^AT\+(?:CG(?:DCONT|AUTH|ACT|ATT)|CSTT)=/i

const closedByPeer = /^\+KTCP_NOTIF: *\d+, *(?:4|48)$/

const takesDown = /^AT\+CG(?:ACT|ATT)=0\b/i

/** What one slot's rows say of it, gathered while they pass by. */
export class SlotGathering {
  readonly #slot: SlotName
  readonly #unit: string | undefined
  readonly #stages = new Stages()
  readonly #network = new NetworkStage(this.#stages)
  readonly #identity = new SlotIdentity()
  #apn = ''
  readonly #refusals = new Refusals()
  readonly #restarts = new Restarts()
  readonly #hangUps = new HangUps()
  /** The command by which the context failed, and whether AT+CGACT brought one up since. */
  #contextBy = ''
  #activated = false
  /** What a server answered to the latest request, where the log shows it. */
  #status: number | undefined
  #rows = 0
  readonly #warnings = new Warnings()
  #failures = 0
  #asleep = false
  /** What the card was too busy for, after it had been ready. */
  #busyFor: string | undefined
  /** The link was ended on this side. */
  #endedHere = false
  readonly #standstills = new Standstills()
  #first: LogRow | undefined
  #last: LogRow | undefined

  constructor(slot: SlotName, unit?: string) {
    this.#slot = slot
    this.#unit = unit
  }

  take(said: LogRow): void {
    const row = this.#hangUps.take(said)
    this.#rows++
    if (row.timed !== 'none') {
      this.#first ??= row
      this.#last = row
    }
    const { explanation } = row
    this.#stages.nextRow()
    this.#standstills.take(row, this.#stages.all)
    if (row.kind === 'divider') this.#stages.keepUnfinished()
    if (row.kind === 'divider' || isBoot(row)) this.#restart()
    this.#restarts.take(row)
    if (row.kind === 'answer' && this.#stages.get('port')?.state === 'busy')
      this.#stages.set('port', 'fine')
    if (explanation?.severity === 'failure' && row.kind === 'final') this.#refusals.take(row)
    if (row.dir === 'rx')
      this.#asleep = sleepSaid(row.text) ?? (this.#asleep && /POWER DOWN$/.test(row.text))
    this.#opened(row)
    this.#status = httpStatus(row) ?? this.#status
    if (row.kind === 'text') this.#identity.numbered(row)
    if (row.kind === 'command') this.#asked(row)
    else if (row.kind === 'final') this.#ended(row)
    else if (row.kind === 'ppp') this.#ppp(row)
    else if (explanation) this.#told(row, explanation.name, explanation.facts)
    // A row that says where it stopped is a failure, however mildly its words put it.
    if (explanation?.severity === 'failure' || this.#stages.failedNow) this.#failures++
    else if (explanation?.severity === 'warning') this.#warnings.take(row)
  }

  get stages(): ReadonlyMap<RungId, Stage> {
    return this.#stages.all
  }
  get summary(): SlotSummary {
    const detached = this.#network.detached
    const { reached } = this.#stages
    const stages = rungIds.map(
      (id): Stage => reached.get(id) ?? (detached?.id === id ? detached : { id, state: 'idle' }),
    )
    const { failed, overcame } = this.#refusals
    const connected = stages.some(({ id, state }) => carrying.has(id) && state === 'fine')
    const layer = stoppedAt(stages)
    const restarting = layer || connected ? undefined : this.#restarts.stage
    const standstill = restarting ? undefined : this.#standstills.of(layer)
    const stopped = standstill ? standing(standstill) : (layer ?? restarting)
    const unserved = connected && !stopped && this.#status !== undefined && this.#status >= 400
    return {
      slot: this.#slot,
      ...(this.#unit === undefined ? {} : { unit: this.#unit }),
      ...this.#identity.summary,
      apn: this.#apn,
      stages,
      ...(stopped ? { stopped } : {}),
      ...(standstill ? { standstill } : {}),
      ...(failed ? { failed } : {}),
      ...(failed && overcame ? ({ later: true } as const) : {}),
      connected,
      ...(restarting ? ({ restarting: true } as const) : {}),
      ...(unserved ? ({ unserved } as const) : {}),
      ...(this.#asleep ? ({ asleep: true } as const) : {}),
      warned: this.#warnings.kinds,
      counts: {
        rows: this.#rows,
        warnings: this.#warnings.count,
        failures: this.#failures,
      },
      ...(this.#first && this.#last ? { period: [this.#first, this.#last] as const } : {}),
    }
  }

  /** The modem's own connection and its sockets, where no PPP is spoken. */
  #opened(row: LogRow): void {
    const told = openingStage(row)
    // HL78xx says the same of a connection that was up.
    const neverUp = this.#stages.get('internet')?.state === 'busy' && closedByPeer.test(row.text)
    if (!told && neverUp) this.#stages.set('internet', 'failure', row)
    if (!told) return
    if (row.kind === 'command') this.#standstills.begin()
    const internet = this.#stages.get('internet')
    if (pingLost.test(row.text) && internet?.state === 'fine') return
    // An address that answers does not make good that names are not looked up.
    if (told.state !== 'failure' && nameLost.test(internet?.line ?? '') && pingsAddress(row)) return
    // What the modem said itself tells more than what a program made of it.
    const known = this.#stages.get(told.id)?.state
    if (row.kind === 'text' && told.state === 'failure' && known === 'failure') return
    // wvdial has it from the modem.
    const answered = row.kind === 'text' && /^--> No Carrier/i.test(row.text)
    if (answered && this.#stages.has('port')) this.#stages.set('port', 'fine')
    // Asked again behind its end, it is not open.
    if (row.text.startsWith('+IP ERROR') && this.#stages.get('ip')?.state === 'fine') return
    this.#stages.set(told.id, told.state, row)
    // An address that the dialling program got came through the link.
    const ppp = this.#stages.get('ppp')?.state
    if (row.kind === 'text' && told.id === 'ip' && ppp === 'busy') this.#stages.set('ppp', 'fine')
  }

  /** The port was opened anew or the modem restarted: what came up before is down. */
  #restart(): void {
    this.#stages.restart()
    this.#activated = false
  }

  #asked(row: LogRow): void {
    this.#identity.asked(row)
    if (!this.#stages.has('port')) this.#stages.set('port', 'busy', row)
    if (!isDial(row.text)) return
    this.#standstills.begin()
    this.#activated = this.#endedHere = false
    for (const id of ['ppp', 'ip', 'internet'] as const) this.#stages.delete(id)
    this.#stages.set('ppp', 'busy', row)
  }

  #ended(row: LogRow): void {
    this.#stages.set('port', 'fine')
    this.#identity.ended()
    const { command = '' } = row
    if (/^AT\+CFUN=/i.test(command)) this.#network.radioChanged(command)
    if (row.text === 'OK') this.#carriedOut(row, command)
    // It was what the SIM waited for.
    if (row.text === 'OK' && /^AT\+CPIN=/i.test(command)) this.#stages.set('sim', 'fine', row)
    const dial = isDial(command)
    // Files, sockets and messages wait for their data with CONNECT, too.
    if (/^CONNECT/.test(row.text)) {
      // Behind OK, what was opened in transparent mode.
      const opened = command === '' && this.#stages.get('internet')?.state === 'busy'
      if (opened && this.#onSocket) return this.#stages.set('internet', 'fine', row)
      const back = /^ATO/i.test(command) && this.#onSocket
      if (!back && (command === '' || dial || /^AT[ODA]/i.test(command))) this.#connected(row)
      return
    }
    this.#cardRefused(row, command)
    // Some modems say OK where 27.007, 10.1.12 has CONNECT.
    if (dial && row.text === 'OK') return this.#connected(row)
    if (dial) return this.#stages.set('ppp', 'failure', row)
    // What could not be sent before was sent now.
    const unsent = /SEND FAIL$|ERROR/.test(this.#stages.get('internet')?.line ?? '')
    if (/SEND OK$/.test(row.text) && unsent) this.#stages.set('internet', 'fine')
    if (isAskedEnd(row)) return
    if (row.text === 'NO CARRIER' && /^ATO/i.test(command) && this.#onSocket)
      return this.#stages.set('internet', 'failure', row)
    if (row.text === 'NO CARRIER')
      return /^ATO\d*$/i.test(command) ? this.#stages.set('ppp', 'failure', row) : this.#hungUp(row)
    const failed = row.explanation?.severity === 'failure' || /ERROR/.test(row.text)
    // A program that does not show what it sent.
    if (row.command === undefined && networkCauses.test(row.text))
      return this.#stages.set('ip', 'failure', row)
    if (!failed || row.command === undefined) return
    if (sends.test(row.command) && this.#stages.has('internet'))
      this.#stages.set('internet', 'failure', row)
    // Many modems do not know every way to ask for the card's number.
    const ofCard = row.text === 'ERROR' ? /^AT\+(CPIN|CIMI)(?=[=?;]|$)/i : cardCommands
    if (ofCard.test(row.command) && cardIn(row) === undefined)
      this.#stages.set('sim', 'failure', row)
    this.#network.refused(row, row.command)
    if (startsService.test(row.command) && this.#stages.get('internet')?.state !== 'fine')
      this.#stages.set('internet', 'failure', row)
    // What is not up cannot be taken down; many modems say so.
    if (!setsContext.test(row.command) || takesDown.test(row.command)) return
    this.#contextBy = row.command
    this.#stages.set('context', 'failure', row)
  }

  /** Data mode is that of a socket: one was opened, and nobody dialled. */
  get #onSocket(): boolean {
    return this.#stages.has('internet') && !this.#stages.has('ppp')
  }

  /** Whatever was asked for needed the card (27.007, 9.2.1; 27.005, 3.2.5). */
  #cardRefused(row: LogRow, command: string): void {
    const code = cardIn(row)
    if (code === undefined) return
    const fine = this.#stages.get('sim')?.state === 'fine'
    if (code === 'SIM BUSY' && fine && this.#stages.get('network')?.state !== 'fine')
      return this.#busyAgain(row, command)
    if (saysLittle(code, command) && fine) return
    // Whether the same was asked again is not known: the first reason stays.
    if (command === '' && this.#stages.get('sim')?.state === 'failure') return
    this.#stages.set(
      'sim',
      code === 'SIM BUSY' && !asksCard.test(command) ? 'busy' : 'failure',
      row,
    )
  }

  /** A card that was asked for its PIN, and took it, may need time for its files: over once the same is answered. */
  #busyAgain(row: LogRow, command: string): void {
    this.#stages.set('sim', 'busy', row)
    this.#busyFor = command
  }

  /** The outcome of a step is that of its last attempt. */
  #carriedOut(row: LogRow, command: string): void {
    this.#refusals.carriedOut(command)
    if (command === this.#busyFor && this.#stages.get('sim')?.state === 'busy')
      this.#stages.set('sim', 'fine')
    if (takesDown.test(command)) {
      this.#activated = false
      return
    }
    if (/^AT\+CGACT=1\b/i.test(command)) this.#activated = true
    const name = setsContext.exec(command)?.[0]
    const failed = this.#stages.get('context')?.state === 'failure'
    if (this.#activated && name !== undefined && /CGACT/i.test(name))
      return this.#stages.set('context', 'fine', row)
    if (!failed || !name || !this.#contextBy.toUpperCase().startsWith(name.toUpperCase())) return
    this.#stages.delete('context')
  }

  /** An address of a context that was activated by itself: data can flow, though nobody dialled. */
  #addressed(row: LogRow): void {
    if (row.kind !== 'answer' || row.explanation?.severity !== 'fine') return
    const [, activated] = /^AT\+CGACT=1, *(\d+)$/i.exec(this.#contextBy) ?? []
    const failed = this.#stages.get('context')?.state === 'failure'
    const same = activated !== undefined && row.text.startsWith(`+CGPADDR: ${activated},`)
    if (this.#activated || (failed && same)) this.#stages.set('ip', 'fine', row)
  }

  /** Until a frame shows what came of it. */
  #connected(row: LogRow): void {
    this.#stages.set('ppp', 'busy', row, notRecorded)
  }

  #hungUp(row: LogRow): void {
    if (!isAskedEnd(row) && this.#stages.get('ppp')?.state === 'busy')
      this.#stages.set('ppp', 'failure', row)
  }

  #told(row: LogRow, name: string, facts: Facts): void {
    if (row.kind === 'echo' || row.kind === 'text') return
    this.#identity.told(row, name, facts)
    if (this.#network.told(row, name, facts)) return
    switch (name) {
      case '+CPIN':
        return this.#card(row, facts)
      case '+CIMI':
        return this.#stages.set('sim', 'fine', row)
      // A SIM gives its number before its PIN, too.
      case '+CCID':
        if (!this.#stages.has('sim')) this.#stages.set('sim', 'fine', row)
        return
      case '+CGATT':
        this.#network.attachment(row, facts['state'])
        if (facts['state'] === 1 && /CGATT/i.test(this.#contextBy)) this.#attached()
        return
      case '+CGPADDR':
        return this.#addressed(row)
      case 'pppd':
      case 'manager':
      case 'CMUX':
        return this.#ppp(row)
      case 'silence':
        return this.#stages.set('port', 'failure', row)
      case '+CGDCONT':
        return this.#context(row, facts)
      default:
        if (cardOfNews(row.text)) this.#stages.set('sim', 'failure', row)
        if (row.text === 'NO CARRIER' || /^\+PPPD: DISC/.test(row.text)) this.#hungUp(row)
    }
  }

  /** A PIN that was refused is what stopped it, though the card goes on asking for one. */
  #card(row: LogRow, facts: Facts): void {
    const before = this.#stages.get('sim')
    if (facts['code'] === 'SIM PIN' && wrongSecret.test(before?.line ?? '')) return
    this.#stages.set('sim', facts['code'] === 'READY' ? 'fine' : severe(row), row)
  }

  #context(row: LogRow, facts: Facts): void {
    const contexts = Array.isArray(facts['contexts']) ? facts['contexts'] : []
    const [first] = contexts as readonly Facts[]
    if (!first) return
    this.#apn ||= shortest(first['apn'])
    // What is stored says nothing of what was refused before.
    if (this.#stages.get('context')?.state !== 'failure') this.#stages.set('context', 'fine', row)
  }

  #attached(): void {
    if (this.#stages.get('context')?.state === 'failure') this.#stages.delete('context')
  }

  #ppp(row: LogRow): void {
    const stage = pppStage(row)
    if (endsHere(row)) this.#endedHere = true
    if (!stage) return
    // That a link ends which was told to is no failure.
    if (this.#endedHere && stage.state === 'failure') return
    const before = this.#stages.get(stage.id)?.state
    if (stage.state === 'busy' && before === 'fine') return
    // It answered before: what a program waited for in vain then is no silent port.
    const silent = row.explanation?.facts['cause'] === 'at-unresponsive'
    if (stage.id === 'port' && before === 'fine' && silent) return
    // What went wrong first explains what followed from it.
    const ended = stage.id === 'ppp' && endsLink(row)
    const first = before === 'failure' || (ended && this.#stages.get('ip')?.state === 'failure')
    if (stage.state === 'failure' && first) return
    // A program that goes on with frames after the dial was refused, tidies up after the link was lost, or asks how it stands.
    const after = row.dir === 'tx' || /User interrupt|^\s*\{?\s*"registration":/.test(row.text)
    if (stage.state === 'busy' && before === 'failure' && after) return
    this.#stages.set(stage.id, stage.state, row)
    // ModemManager has it, whatever nmcli made of that.
    if (
      /\[modem\d+\] simple connect started/.test(row.text) &&
      this.#stages.get('port')?.state === 'failure'
    )
      this.#stages.set('port', 'fine')
    // Who starts a data session, or has it refused, had waited for the registration before.
    const network = this.#stages.get('network')
    if (stage.id === 'ip' && begunAfterNetwork(row) && network?.state === 'busy')
      this.#stages.set('network', 'fine')
    // Addresses are asked for once the link is up and the password accepted.
    if (stage.id === 'ip' && (stage.state === 'fine' || this.#stages.get('ppp')?.state === 'busy'))
      this.#stages.set('ppp', 'fine')
  }
}
