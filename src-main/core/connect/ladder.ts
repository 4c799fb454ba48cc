import type { SleepState } from '../modem/sleep'
import type { KnownFact } from '../modem/known-fact'
import type { Mode } from '../modem/mode'
import type { PortState } from '../modem/port-state'
import type { Rung, RungId } from '../modem/rungs'
import type { NetState } from '../ip/net-state'
import type { IpState } from '../modem/ip-state'
import type { BoardState } from '../power/board-state'
import { addressesText } from '../modem/ip-state'
import { rungIds } from '../modem/rungs'
import { quoted, wordsOf, type SeenLine, type Words } from '../words'
import type { ConnectState, StepId, StepState } from './connect-state'
import {
  causeOf,
  stoppedAt,
  modeWords,
  registrationRung,
  goesOn,
  actionWords,
  addressUp,
  asleepNow,
  contextActive,
  contextDefined,
  dataModeWithoutLink,
  didNotFollow,
  internetAnswers,
  internetSilent,
  internetUntested,
  maySleep,
  noAddressYet,
  notTried,
  onAsItAnswers,
  onAsReady,
  portClosed,
  portFailed,
  portGone,
  portOpening,
  powerOff,
  powerOn,
  pppUp,
  otherRegistration,
  silentOnPort,
  simReady,
} from './words'

/** What the ladder is made from. */
export interface LadderInput {
  readonly port: PortState | null
  readonly mode: Mode
  readonly unresponsive: boolean
  readonly sleep?: SleepState | null
  readonly facts: readonly KnownFact[]
  readonly connect: ConnectState
  readonly ip: IpState | null
  readonly board?: BoardState | null
  readonly net?: Pick<NetState, 'check'>
  readonly nowMs: number
}

type Reading = Pick<Rung, 'state' | 'word'> & { readonly fact?: SeenLine }

const idle: Reading = { state: 'idle', word: notTried }
const reading = (state: Rung['state'], word: Words, fact?: string | Words): Reading => ({
  state,
  word,
  ...(fact ? { fact: typeof fact === 'string' ? quoted(fact) : fact } : {}),
})

const asleep = ({ told }: SleepState): Reading =>
  told ? reading('idle', asleepNow) : reading('idle', maySleep)

/** The steps that stand for each rung: a failed one fails its rung. */
const stepsOf: { readonly [id in RungId]: readonly StepId[] } = {
  power: ['power'],
  port: ['port', 'mode', 'setup', 'identity'],
  sim: ['sim'],
  network: ['radio', 'registration', 'signal'],
  context: ['stored', 'configure', 'dial'],
  ppp: ['ppp'],
  ip: ['address'],
  internet: ['dns', 'ping', 'http'],
}

/** The layers of a connection from bottom to top, each with its state and one fact. */
export function ladderOf(input: LadderInput, before: readonly Rung[]): readonly Rung[] {
  return rungIds.map((id) => {
    const now = { id, ...(fromSteps(id, input) ?? readers[id](input)) }
    const old = before.find((rung) => rung.id === id)
    const same = old?.state === now.state && old.word.en === now.word.en
    return { ...now, sinceMs: same && old.sinceMs !== undefined ? old.sinceMs : input.nowMs }
  })
}

/** A step that runs or failed speaks for its rung before any fact does, unless the fact says why it failed. */
function fromSteps(id: RungId, input: LadderInput): Reading | undefined {
  const { connect, port } = input
  if (port?.state !== 'open') return undefined
  const steps = connect.steps.filter((step) => stepsOf[id].includes(step.id))
  const failed = steps.find((step) => step.state === 'failed')
  if (failed && connect.state === 'failed') {
    const read = readers[id](input)
    const word = read.state === 'failure' ? read.word : failWord(failed)
    const why = connect.verdict?.cause
    return reading(
      'failure',
      word,
      why ? causeOf(why) : read.state === 'failure' ? read.fact : undefined,
    )
  }
  const running = steps.find((step) => step.state === 'running')
  if (running && connect.state === 'running') return { state: 'busy', word: busyWord(running) }
  return undefined
}
const failWord = (step: StepState): Words => stoppedAt(step.title)
const busyWord = (step: StepState): Words => goesOn(step.title)

/** What the board tells of power: a sequence that runs or failed, and a STATUS that is measured. */
function boardPower({ name, sequence, reading: seen }: BoardState): Reading | undefined {
  if (sequence?.state === 'running')
    return reading('busy', goesOn(actionWords[sequence.action]), name)
  if (seen.by !== 'status') return undefined
  // The word keeps short: the words of all rungs share a column, and the address needs the rest of the line.
  const measured = `${name} STATUS`
  if (seen.power === 'on') return reading('fine', powerOn, measured)
  if (sequence?.state === 'failed') return reading('failure', didNotFollow, name)
  return reading('warning', powerOff, measured)
}

const readers: { readonly [id in RungId]: (input: LadderInput) => Reading } = {
  power({ port, mode, facts, unresponsive, sleep, board }) {
    // A modem in PSM drops STATUS, too.
    if (sleep && board?.sequence?.state !== 'running') return asleep(sleep)
    const byBoard = board ? boardPower(board) : undefined
    if (byBoard) return byBoard
    if (port?.state === 'gone') return reading('failure', portGone)
    if (port?.state !== 'open') return idle
    if (mode === 'command' && !unresponsive)
      return reading('fine', onAsItAnswers, factText(facts, 'voltage'))
    if (mode === 'data' || mode === 'cmux') return reading('fine', onAsReady)
    return unresponsive ? reading('warning', silentOnPort) : idle
  },
  port({ port, mode, unresponsive, sleep }) {
    if (!port) return reading('idle', portClosed)
    if (port.state === 'opening') return reading('busy', portOpening, port.label)
    if (port.state === 'gone') return reading('failure', portGone, port.path)
    if (port.state === 'failed') return reading('failure', portFailed, port.path)
    if (sleep) return { ...asleep(sleep), fact: quoted(port.label) }
    if (unresponsive) return reading('failure', silentOnPort, port.label)
    return reading('fine', modeWords[mode], `${port.path} ${port.baudRate}`)
  },
  sim({ facts }) {
    const code = valueOf(facts, 'sim')
    if (code === undefined) return idle
    if (code === 'READY') return reading('fine', simReady, valueOf(facts, 'iccidHint'))
    const state = passing.has(code) ? 'busy' : /2$/.test(code) ? 'warning' : 'failure'
    const word = factOf(facts, 'sim')?.text
    return word ? reading(state, word, code) : reading(state, wordsOf(quoted(code)))
  },
  network({ facts }) {
    const stat = factOf(facts, 'registration')?.number
    if (stat === undefined) return idle
    const fact = [
      valueOf(facts, 'operator'),
      valueOf(facts, 'band'),
      factText(facts, 'rsrp') ?? factText(facts, 'rscp') ?? factText(facts, 'rssi'),
    ]
      .filter((part) => part !== undefined)
      .join('  ')
    const state = registrationStates[stat] ?? 'warning'
    return reading(
      state,
      registrationRung[stat] ?? otherRegistration(stat),
      state === 'fine' ? fact : undefined,
    )
  },
  context({ facts, ip }) {
    const apn = valueOf(facts, 'apn')
    if (ip) return reading('fine', contextActive, apn)
    return apn === undefined ? idle : reading('idle', contextDefined, apn)
  },
  ppp({ ip, mode }) {
    if (ip)
      return reading('fine', pppUp, ip.auth === 'none' ? 'LCP' : `LCP, ${ip.auth.toUpperCase()}`)
    return mode === 'data' ? reading('warning', dataModeWithoutLink) : idle
  },
  ip({ ip }) {
    if (!ip) return idle
    const fact = `${addressesText(ip)}  DNS ${ip.dns.join(' ') || '-'}`
    // IPv6 is of use once a router has told an address.
    const waits = ip.address === null && ip.ipv6?.address === null
    return waits ? reading('warning', noAddressYet, fact) : reading('fine', addressUp, fact)
  },
  internet({ ip, connect, net }) {
    if (!ip) return idle
    const check = net?.check
    // What was asked since counts more than what the connection began with.
    if (check)
      return check.ms === null
        ? reading('warning', internetSilent, check.host)
        : reading('fine', internetAnswers, `${check.host}  ${check.ms.toFixed(0)} ms`)
    const ping = connect.verdict?.ping
    if (ping && ping.received > 0)
      return reading(
        'fine',
        internetAnswers,
        `${ping.host}  ${ping.avgMs === null ? '' : `${ping.avgMs.toFixed(0)} ms`}`,
      )
    if (ping) return reading('warning', internetSilent, `${ping.host}  0/${ping.sent}`)
    // What nobody has tried is not said to work.
    return connect.verdict?.result === 'connected' ? reading('idle', internetUntested) : idle
  },
}

/** The SIM is starting, or away for a moment: time helps. */
const passing = new Set(['SIM BUSY', 'NOT READY'])

const registrationStates: { readonly [stat: number]: Rung['state'] } = {
  0: 'idle',
  1: 'fine',
  2: 'busy',
  3: 'failure',
  4: 'failure',
  5: 'fine',
  6: 'warning',
  7: 'warning',
  8: 'warning',
}

const factOf = (facts: readonly KnownFact[], key: string) => facts.find((fact) => fact.key === key)
const valueOf = (facts: readonly KnownFact[], key: string) => factOf(facts, key)?.value
function factText(facts: readonly KnownFact[], key: string): string | undefined {
  const fact = factOf(facts, key)
  return fact ? `${fact.value}${fact.unit ? ` ${fact.unit}` : ''}` : undefined
}
