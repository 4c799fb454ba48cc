import { factText } from '../at/fact-text'
import type { Facts } from '../at/knowledge'
import type { LogRow } from './row'
import type { Stage } from './slot-summary'
import type { Stages } from './stages'
import { lowPower, noServiceTold } from './summary-parts'
import { shortest } from './shortest'

/** Asked for its network, the modem says that it has none (27.007, 9.2.1). */
const noService = /^\+CME ERROR: (?:30|no network service)$/i
const asksNetwork = /^AT\+(?:COPS=?|C[EG]?REG|C5GREG|EG?REG)\?/i
/** To register is tried by these: format (3) and de-registering (2) do not try. */
const registers = /^AT\+(?:CFUN=1\b|COPS=[014])/i

/** <AcT> of +COPS: E-UTRAN, and what came after it (27.007, 7.3). */
const firstLte = 7

/** How far a modem came to its network: what it said of its registration, its operator, its service and its radio. */
export class NetworkStage {
  readonly #stages: Stages
  #unattached: LogRow | undefined
  /** The radio was switched off on purpose. */
  #switchedOff = false
  /** It could not be turned on. */
  #refusedOn = false

  constructor(stages: Stages) {
    this.#stages = stages
  }

  /** Whether it was about the network. */
  told(row: LogRow, name: string, facts: Facts): boolean {
    switch (name) {
      case '+CREG':
      case '+CGREG':
      case '+CEREG':
      case '+C5GREG':
      case '+EREG':
      case '+EGREG':
        this.#registration(row, facts)
        return true
      case '+CFUN':
        this.#radioTold(row, facts['fun'])
        return true
      case '+COPS':
        if (typeof facts['oper'] === 'string' && typeof facts['act'] === 'number')
          if (!this.#deniedOn(facts['act'])) this.#camped(row)
        return true
      case '+QNWINFO':
        if (typeof facts['channel'] === 'number') this.#camped(row)
        else if (noServiceTold.test(row.text)) this.#unserved(row)
        return true
      case '!GSTATUS':
        this.#sierra(row, facts)
        return true
      case '+CPSI':
        if (facts['mcc'] === undefined) this.#unserved(row)
        return true
      case '+ZPAS':
      case '+ZPASR':
      case '+QENG':
      case '+QCSQ':
      case '^SYSINFO':
      case '^SYSINFOEX':
      case '^HCSQ':
      case '!PCINFO':
        if (noServiceTold.test(row.text) || lowPower(row)) this.#unserved(row)
        return true
      default:
        return false
    }
  }
  /** AT!GSTATUS? tells in words, row by row. */
  #sierra(row: LogRow, { emm_state: emm, ps_state: ps }: Facts): void {
    if (emm === undefined) {
      if (/^not attached/i.test(factText(ps ?? ''))) this.#stages.set('network', 'busy', row)
    } else if (/^registered/i.test(factText(emm))) this.#camped(row)
    else this.#stages.set('network', 'busy', row)
  }
  /** A command that it refused had asked for the network, or tried to come there. */
  refused(row: LogRow, command: string): void {
    if (this.#stages.get('network')?.state === 'fine') return
    const none = noService.test(row.text) && asksNetwork.test(command)
    if (none || registers.test(command)) this.#stages.set('network', 'failure', row)
    this.#refusedOn ||= /^AT\+CFUN=1\b/i.test(command)
  }
  attachment(row: LogRow, state: unknown): void {
    this.#unattached = state === 0 ? row : undefined
  }

  /** Off, SIM and network say that they are gone; on, they must be asked anew. */
  radioChanged(command: string): void {
    this.#switchedOff = /=[04]\b/.test(command)
    this.#refusedOn = false
    this.#stages.keepFailures()
    for (const id of ['sim', 'network'] as const) {
      const state = this.#stages.get(id)?.state
      // What had failed when it was switched off stays the reason.
      const stays = state === 'fine' || (state === 'failure' && /=[04]\b/.test(command))
      if (!stays) this.#stages.delete(id)
    }
  }

  /** With its radio off, though nobody switched it off, it comes to no network. */
  #radioTold(row: LogRow, level: unknown): void {
    const off = (level === 0 || level === 4) && !this.#switchedOff
    if (off && !this.#stages.has('network')) this.#unserved(row)
  }

  /** No service: a registration that was denied says more. */
  #unserved(row: LogRow): void {
    const before = this.#stages.get('network')
    const registered = before?.state === 'fine' && row.kind !== 'answer'
    if (before?.state !== 'failure' && !registered) this.#stages.set('network', 'busy', row)
  }

  /** Where nothing else tells how far it came: detached from the packet network is not there yet. */
  get detached(): Stage | undefined {
    const row = this.#unattached
    const told = (['network', 'context', 'ppp', 'ip', 'internet'] as const).some((id) =>
      this.#stages.has(id),
    )
    if (!row || told) return undefined
    const words = row.explanation?.words
    return {
      id: 'network',
      state: 'busy',
      line: shortest(row.text),
      ...(words ? { words } : {}),
    }
  }

  /** An operator with its technology is told of a registration; what older networks said before is no matter. */
  #camped(row: LogRow): void {
    if (row.kind === 'answer') this.#stages.set('network', 'fine', row)
  }

  /** Denied there: a modem that camps for emergency calls alone names the operator, too. */
  #deniedOn(act: number): boolean {
    const { state, line = '' } = this.#stages.get('network') ?? {}
    const ofPackets = /^\+C(?:E|5G)REG:/.test(line)
    const ofOlder = /^\+CG?REG:/.test(line)
    return state === 'failure' && (act >= firstLte ? ofPackets : ofOlder)
  }

  /** One access technology is enough: a modem in LTE may well say 0 or 3 for the old network. */
  #registration(row: LogRow, facts: Facts): void {
    const stat = facts['stat']
    const before = this.#stages.get('network')
    // Nordic's own value: the card failed.
    if (stat === 90) return this.#stages.set('sim', 'failure', row)
    if (stat === 1 || stat === 5) {
      // Nobody registers without a SIM; only one that was pulled is missed some time later.
      if (before?.state !== 'fine') this.#stages.set('sim', 'fine', row)
      return this.#stages.set('network', 'fine', row)
    }
    const [name] = row.text.split(':')
    const [told = ''] = before?.line?.split(':') ?? []
    const lost = name !== '+CREG' && name !== '+CGREG' && !told.endsWith('REG')
    const other = before?.state === 'fine' && told !== name && !lost
    if (typeof stat !== 'number' || other) return
    // It does not search any more because it was denied, or because its radio could not be turned on.
    if (stat === 0 && before?.state === 'failure' && (told === name || this.#refusedOn)) return
    // Denied by one network, it is no better off where another one is not heard.
    if (stat !== 3 && before?.state === 'failure' && told.endsWith('REG') && told !== name) return
    this.#stages.set('network', stat === 3 ? 'failure' : 'busy', row)
  }
}
