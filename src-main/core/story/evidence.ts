import { isToldGarbled } from '../log/listener-words'
import { cardOfNews } from '../card/card-state'
import type { FaultCode } from '../fault'
import { httpStatus } from '../log/http-status'
import { isBrownOut } from '../log/restarts'
import type { LogRow } from '../log/row'
import { isDial, openingStage } from '../log/summary-opening'
import {
  cardIn,
  lowPower,
  networkCauses,
  noServiceTold,
  wrongSecret as secretError,
} from '../log/summary-parts'
import { sleepSaid } from '../modem/sleep'
import type { RungId } from '../modem/rungs'
import { insideFailure } from './inside'
import { isBroken } from './oddities'

interface Sign {
  readonly code: FaultCode
  /** The rung it stops; a cause below the rung that stopped explains it better. */
  readonly rung: RungId
  readonly weight: number
  readonly shows: (row: LogRow) => boolean
}

const said = (form: RegExp) => (row: LogRow) =>
  row.dir === 'rx' && row.kind !== 'echo' && form.test(row.text)
const named =
  (name: RegExp, holds: (facts: { readonly [key: string]: unknown }) => boolean) => (row: LogRow) =>
    row.dir === 'rx' &&
    row.explanation !== undefined &&
    name.test(row.explanation.name) &&
    holds(row.explanation.facts)
/** The program that dialled says so itself. */
export const concluded = (code: FaultCode, row: LogRow) => row.explanation?.facts['cause'] === code
const refused = (command: RegExp) => (row: LogRow) =>
  row.kind === 'final' && /ERROR/.test(row.text) && command.test(row.command ?? '')
const wrongSecret = said(secretError)
/** An error that tells of the card, whatever was asked for. */
const card = (code: RegExp) => (row: LogRow) => {
  const told = row.dir === 'rx' && row.kind !== 'echo' ? cardIn(row) : undefined
  return told !== undefined && code.test(told)
}
/** A lock that is changed in vain stops nothing. */
const setsLock = ({ command = '' }: LogRow) => /^AT\+C(?:LCK|PWD)=/i.test(command)
/** A PUK has eight digits, and a new PIN stands behind it. */
const entersPuk = ({ command = '' }: LogRow) => /^AT\+CPIN=[^,]+,/i.test(command)
const noService = /^\+CME ERROR: (?:30|31|no network service|network timeout)$/i
/** A level of the signal, though it was unknown before. */
export const hears = (row: LogRow) =>
  row.dir === 'rx' && /^\+CSQ: *(?:[1-9]|[12]\d|3[01]),/.test(row.text)
const activates = /^AT\+CG(?:ACT|ATT)\b(?!=0)/i
function activationFailed(row: LogRow): boolean {
  const told = openingStage(row)
  return (told?.id === 'ip' && told.state === 'failure') || refused(activates)(row)
}
/** The network's own reason; it comes for an activation, a dial, or by itself. */
function denies(row: LogRow): boolean {
  const { command } = row
  const own = command === undefined || isDial(command)
  return said(networkCauses)(row) && (own || activationFailed(row))
}
/** What was up was taken down by the network: Quectel, SIMCom, and 27.007, 10.1.19. */
export const contextEnded = said(
  /^\+QIURC: *"pdpdeact"|^\+PDP: *DEACT|^\+CIPEVENT: NETWORK CLOSED|^\+CGEV: *NW (?:PDN |PDP )?DEACT/,
)
/** The other side closed a connection of the modem's own; nobody had asked for it. */
export const socketEnded = said(
  /^\+QIURC: *"closed"|^\+IPCLOSE: *\d+, *1\b|^(?:\d{1,2}, *)?CLOSED$|^\+UUSOCL:|^\+NSOCLI:|^\+KTCP_NOTIF: *\d+, *4\b|^\+QMTSTAT:|^\+CMQTTCONNLOST:|^\+CASTATE: *\d+, *0\b/,
)
const registration = /^\+(?:C(?:5G|E|G)?|EG?)REG$/
/** A reject cause also stands in a registration that goes on searching (27.007, 7.2 and 10.1.22). */
const tellsCause = /^\+(?:C(?:EER|(?:5G|E|G)?REG)|EG?REG)$/
/** The same as a line of its own (27.007, 9.1b): why the registration was refused. */
export const networkCause = /^\+CNEC_(?:5G|E|G)?MM$/
const denied = named(registration, ({ stat }) => stat === 3)
const rejected = (facts: { readonly [key: string]: unknown }) => Number(facts['reject_cause']) > 0

/** The modem says that its radio is off. */
export const radioOffTold = said(/^\+CFUN: *[04]\b/)

/** What lines are signs of which failure. */
export const signs: readonly Sign[] = [
  {
    code: 'at-unresponsive',
    rung: 'port',
    weight: 10,
    shows: (row) => row.explanation?.name === 'silence',
  },
  {
    code: 'at-asleep',
    rung: 'port',
    weight: 10,
    shows: (row) =>
      row.explanation?.name === 'asleep' || (row.dir === 'rx' && sleepSaid(row.text) === true),
  },
  { code: 'supply-low', rung: 'port', weight: 11, shows: isBrownOut },
  // Programs say so.
  ...(
    [
      'port-not-found',
      'port-busy',
      'port-permission',
      'port-gone',
      'cmux-no-answer',
      'cmux-echo',
    ] as const
  ).map((code): Sign => ({ code, rung: 'port', weight: 10, shows: () => false })),
  {
    code: 'at-garbled',
    rung: 'port',
    weight: 4,
    shows: (row) => isToldGarbled(row) || row.kind === 'noise' || isBroken(row),
  },
  {
    code: 'sim-missing',
    rung: 'sim',
    weight: 10,
    shows: (row) =>
      card(/^NOT INSERTED$/)(row) ||
      said(/^\+CPIN: *(?:NOT INSERTED|SIM REMOVED)/i)(row) ||
      (row.dir === 'rx' && row.kind !== 'echo' && cardOfNews(row.text) !== undefined),
  },
  {
    code: 'sim-pin-needed',
    rung: 'sim',
    weight: 10,
    shows: (row) => card(/^SIM PIN$/)(row) || said(/^\+CPIN: *SIM PIN2?$/i)(row),
  },
  {
    code: 'sim-puk',
    rung: 'sim',
    weight: 10,
    shows: (row) => card(/^SIM PUK$/)(row) || said(/^\+CPIN: *SIM PUK/i)(row),
  },
  {
    code: 'sim-pin-wrong',
    rung: 'sim',
    weight: 10,
    shows: (row) => wrongSecret(row) && !entersPuk(row) && !setsLock(row),
  },
  {
    code: 'sim-puk',
    rung: 'sim',
    weight: 10,
    shows: (row) => wrongSecret(row) && entersPuk(row),
  },
  {
    // With AT+CFUN=0 the SIM is off, too (27.007, 8.2).
    code: 'radio-off',
    rung: 'sim',
    weight: 9,
    shows: (row) =>
      (row.kind === 'command' && /^AT\+CFUN=[04]\b/i.test(row.text)) ||
      lowPower(row) ||
      radioOffTold(row),
  },
  {
    code: 'sim-busy',
    rung: 'sim',
    weight: 7,
    shows: card(/^SIM BUSY$/),
  },
  {
    code: 'sim-failure',
    rung: 'sim',
    weight: 8,
    shows: (row) =>
      card(/^SIM (?:FAILURE|WRONG)$|^PH-/)(row) ||
      said(/^\+CPIN: *(?:SIM FAILURE|PH-)/i)(row) ||
      // Nordic's own value: the card failed.
      named(registration, ({ stat }) => stat === 90)(row),
  },
  {
    code: 'registration-denied',
    rung: 'network',
    weight: 9,
    shows: (row) =>
      denied(row) || named(tellsCause, rejected)(row) || named(networkCause, () => true)(row),
  },
  {
    // The network's own reasons against the SIM, the device or the place (27.007, 9.2.2.1).
    code: 'registration-denied',
    rung: 'network',
    weight: 10,
    shows: said(/^\+CME ERROR: (?:10[3678]|11[123])$/),
  },
  {
    // 27.007, 9.2.1: network not allowed - emergency calls only.
    code: 'registration-denied',
    rung: 'network',
    weight: 9,
    shows: (row) =>
      refused(/^AT\+COPS=/i)(row) && /^\+CME ERROR: (?:32|network not allowed.*)$/i.test(row.text),
  },
  {
    code: 'radio-refused',
    rung: 'network',
    weight: 8,
    // Only where somebody tried.
    shows: (row) => radioOffTold(row) || refused(/^AT\+CFUN=1\b/i)(row),
  },
  {
    code: 'registration-no-coverage',
    rung: 'network',
    weight: 5,
    shows: (row) =>
      said(/^\+CSQ: *99,|^\+CESQ: *99,99,255,255,255,255/)(row) || said(noServiceTold)(row),
  },
  {
    code: 'registration-searching',
    rung: 'network',
    weight: 4,
    shows: named(registration, ({ stat }) => stat === 2 || stat === 4),
  },
  {
    code: 'registration-idle',
    rung: 'network',
    weight: 3,
    shows: named(registration, ({ stat }) => stat === 0),
  },
  {
    code: 'registration-no-coverage',
    rung: 'network',
    weight: 6,
    shows: (row) => refused(/^AT\+C(?:OPS|REG|GREG|EREG|GATT)\b/i)(row) && noService.test(row.text),
  },
  {
    code: 'context-refused',
    rung: 'context',
    weight: 8,
    shows: refused(/^AT\+(?:CGDCONT|CSTT|CIPCSGP|QICSGP)=/i),
  },
  {
    code: 'context-auth-refused',
    rung: 'context',
    weight: 8,
    shows: refused(/^AT\+CGAUTH=/i),
  },
  { code: 'context-denied', rung: 'context', weight: 8, shows: denies },
  {
    // Huawei says the same of its own session.
    code: 'context-denied',
    rung: 'context',
    weight: 8,
    shows: said(/^\^NDISSTAT: *0, *(?:8|27|32|33)\b/),
  },
  {
    // Asked why the data session failed: causes 8, 27, 32 and 33 (24.301, 9.9.4.4), behind the place on Qualcomm's modems.
    code: 'context-denied',
    rung: 'context',
    weight: 7,
    shows: said(/^\+CEER: *(?:\d{1,3}, ?)?(?:8|27|32|33)$/),
  },
  {
    code: 'context-not-activated',
    rung: 'context',
    weight: 7,
    shows: (row) => !denies(row) && activationFailed(row),
  },
  {
    code: 'link-auth-refused',
    rung: 'ppp',
    weight: 9,
    shows: (row) => {
      const { protocol, code } = row.explanation?.facts ?? {}
      return (
        concluded('link-auth-refused', row) ||
        (row.kind === 'text' && /^--> .*died: Authentication/i.test(row.text)) ||
        (row.dir === 'rx' &&
          ((protocol === 'PAP' && code === 'AuthNak') ||
            (protocol === 'CHAP' && code === 'Failure')))
      )
    },
  },
  {
    code: 'dial-no-carrier',
    rung: 'ppp',
    weight: 6,
    shows: ({ kind, text, command = '' }) =>
      (kind === 'final' &&
        /^(?:NO CARRIER|BUSY|NO ANSWER|NO DIAL)/.test(text) &&
        /^ATD|CGDATA/i.test(command)) ||
      // wvdial says so; the modem's own line may be left out.
      (kind === 'text' && /^(?:> ?)*--> No Carrier!/i.test(text)),
  },
  {
    code: 'dial-refused',
    rung: 'ppp',
    weight: 7,
    shows: ({ kind, text, command = '' }) =>
      kind === 'final' && /ERROR/.test(text) && /^ATD|CGDATA/i.test(command),
  },
  {
    code: 'link-terminated-by-peer',
    rung: 'ppp',
    weight: 6,
    shows: (row) =>
      concluded('link-terminated-by-peer', row) ||
      (row.dir === 'rx' &&
        row.explanation?.facts['protocol'] === 'LCP' &&
        row.explanation.facts['code'] === 'TermReq'),
  },
  {
    code: 'link-modem-hung-up',
    rung: 'ppp',
    weight: 4,
    shows: (row) =>
      concluded('link-modem-hung-up', row) ||
      (row.kind === 'text' && /^--> .*modem hung up/i.test(row.text)) ||
      (row.kind === 'unsolicited' && /^(?:NO CARRIER|\+PPPD: DISC)/.test(row.text)) ||
      // V.250, 6.3.7: the call to go back to is over.
      (row.kind === 'final' && row.text === 'NO CARRIER' && /^ATO\d?$/i.test(row.command ?? '')),
  },
  ...conclusions([
    ['dial-no-answer', 'ppp', 7],
    ['link-no-lcp', 'ppp', 8],
    ['link-looped', 'ppp', 9],
    ['link-auth-unsupported', 'ppp', 8],
    ['link-echo-timeout', 'ppp', 6],
    ['link-no-ipcp', 'ip', 8],
    ['link-no-address', 'ip', 7],
    ['context-lost', 'ip', 7],
  ]),
  ...insides([
    ['inside-not-begun', 8],
    ['inside-no-network', 7],
    ['inside-not-resolved', 7],
    ['tls-broken', 7],
    ['tcp-refused', 6],
    ['inside-no-connection', 6],
    ['ip-no-answer', 5],
  ]),
  {
    // MQTT 3.1.1, 3.2.2.3: the return code of CONNACK.
    code: 'mqtt-refused',
    rung: 'internet',
    weight: 7,
    shows: said(/^\+QMTCONN: *\d+, *0, *[1-5]\b/),
  },
  {
    code: 'http-status',
    rung: 'internet',
    weight: 5,
    shows: (row) => (httpStatus(row) ?? 0) >= 300,
  },
]

/** What the modem's own requests met. */
function insides(rows: readonly (readonly [FaultCode, number])[]): Sign[] {
  return rows.map(([code, weight]) => ({
    code,
    rung: 'internet',
    weight,
    shows: (row) => insideFailure(row) === code,
  }))
}

function conclusions(rows: readonly (readonly [FaultCode, RungId, number])[]): Sign[] {
  return rows.map(([code, rung, weight]) => ({
    code,
    rung,
    weight,
    shows: (row) => concluded(code, row),
  }))
}
