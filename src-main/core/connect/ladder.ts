import type { SleepState } from '../modem/sleep'
import type { KnownFact } from '../modem/known-fact'
import type { Mode } from '../modem/mode'
import type { PortState } from '../modem/port-state'
import type { Rung, RungId } from './rungs'
import type { IpState } from '../ip/ip-state'
import type { BoardState } from '../power/board-state'
import { addressesText } from '../ip/ip-state'
import { rungIds } from './rungs'
import type { Words } from '../words'
import type { ConnectState, StepId, StepState } from './connect-state'
import { stoppedAt } from './words'

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
  readonly nowMs: number
}

type Reading = Pick<Rung, 'state' | 'word'> & { readonly fact?: string }

const idle: Reading = { state: 'idle', word: { en: 'not tried', ja: '未確認' } }
const reading = (state: Rung['state'], en: string, ja: string, fact?: string): Reading => ({
  state,
  word: { en, ja },
  ...(fact ? { fact } : {}),
})

const asleep = ({ told }: SleepState): Reading =>
  told
    ? reading('idle', 'asleep', 'スリープ中')
    : reading('idle', 'may sleep', 'スリープ中の可能性')

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

/** A step that runs or failed speaks for its rung before any fact does. */
function fromSteps(id: RungId, { connect, port }: LadderInput): Reading | undefined {
  if (port?.state !== 'open') return undefined
  const steps = connect.steps.filter((step) => stepsOf[id].includes(step.id))
  const failed = steps.find((step) => step.state === 'failed')
  if (failed && connect.state === 'failed') return { state: 'failure', word: failWord(failed) }
  const running = steps.find((step) => step.state === 'running')
  if (running && connect.state === 'running') return { state: 'busy', word: busyWord(running) }
  return undefined
}
const failWord = (step: StepState): Words => stoppedAt(step.title)
const busyWord = (step: StepState): Words => ({
  en: `${step.title.en} …`,
  ja: `${step.title.ja} …`,
})

/** What the board tells of power: a sequence that runs or failed, and a STATUS that is measured. */
function boardPower({ name, sequence, reading: seen }: BoardState): Reading | undefined {
  if (sequence?.state === 'running')
    return reading(
      'busy',
      `${actionWords[sequence.action].en} …`,
      `${actionWords[sequence.action].ja} …`,
      name,
    )
  if (seen.by !== 'status') return undefined
  // The word keeps short: the words of all rungs share a column, and the address needs the rest of the line.
  const measured = `${name} STATUS`
  if (seen.power === 'on') return reading('fine', 'on', 'オン', measured)
  if (sequence?.state === 'failed')
    return reading('failure', 'did not follow', '状態変化なし', name)
  return reading('warning', 'off', 'オフ', measured)
}
const actionWords = {
  on: { en: 'powering on', ja: '電源オン中' },
  off: { en: 'powering off', ja: '電源オフ中' },
  reset: { en: 'resetting', ja: 'リセット中' },
  cut: { en: 'cutting the supply', ja: '電源遮断中' },
} as const

const readers: { readonly [id in RungId]: (input: LadderInput) => Reading } = {
  power({ port, mode, facts, unresponsive, sleep, board }) {
    // A modem in PSM drops STATUS, too.
    if (sleep && board?.sequence?.state !== 'running') return asleep(sleep)
    const byBoard = board ? boardPower(board) : undefined
    if (byBoard) return byBoard
    if (port?.state === 'gone') return reading('failure', 'gone', '消失')
    if (port?.state !== 'open') return idle
    if (mode === 'command' && !unresponsive)
      return reading('fine', 'on (it answers)', 'オン（応答あり）', factText(facts, 'voltage'))
    if (mode === 'data' || mode === 'cmux') return reading('fine', 'on', 'オン')
    return unresponsive ? reading('warning', 'no answer', '応答なし') : idle
  },
  port({ port, mode, unresponsive, sleep }) {
    if (!port) return reading('idle', 'closed', '未接続')
    if (port.state === 'opening') return reading('busy', 'opening', 'オープン中', port.label)
    if (port.state === 'gone') return reading('failure', 'gone', '消失', port.path)
    if (port.state === 'failed') return reading('failure', 'failed', '失敗', port.path)
    if (sleep) return { ...asleep(sleep), fact: port.label }
    if (unresponsive) return reading('failure', 'no answer', '応答なし', port.label)
    return reading('fine', modeWords[mode].en, modeWords[mode].ja, `${port.path} ${port.baudRate}`)
  },
  sim({ facts }) {
    const code = valueOf(facts, 'sim')
    if (code === undefined) return idle
    if (code === 'READY') return reading('fine', 'ready', '準備完了', valueOf(facts, 'iccidHint'))
    const state = passing.has(code) ? 'busy' : /2$/.test(code) ? 'warning' : 'failure'
    const word = factOf(facts, 'sim')?.text
    return word ? { state, word, fact: code } : reading(state, code, code)
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
    const known = registrationWords[stat]
    return known
      ? { ...known, ...(fact && known.state === 'fine' ? { fact } : {}) }
      : reading('warning', `state ${stat}`, `状態 ${stat}`)
  },
  context({ facts, ip }) {
    const apn = valueOf(facts, 'apn')
    if (ip) return reading('fine', 'active', '有効', apn)
    return apn === undefined ? idle : reading('idle', 'defined', '設定済み', apn)
  },
  ppp({ ip, mode }) {
    if (ip)
      return reading(
        'fine',
        'up',
        '確立',
        ip.auth === 'none' ? 'LCP' : `LCP, ${ip.auth.toUpperCase()}`,
      )
    return mode === 'data'
      ? reading('warning', 'data mode, no link', 'データモード（リンクなし）')
      : idle
  },
  ip({ ip }) {
    if (!ip) return idle
    const fact = `${addressesText(ip)}  DNS ${ip.dns.join(' ') || '-'}`
    // IPv6 is of use once a router has told an address.
    const waits = ip.address === null && ip.ipv6?.address === null
    return waits
      ? reading('warning', 'no address yet', 'アドレス待ち', fact)
      : reading('fine', 'up', '取得済み', fact)
  },
  internet({ ip, connect }) {
    if (!ip) return idle
    const ping = connect.verdict?.ping
    if (ping && ping.received > 0)
      return reading(
        'fine',
        'answers',
        '応答あり',
        `${ping.host}  ${ping.avgMs === null ? '' : `${ping.avgMs.toFixed(0)} ms`}`,
      )
    if (ping) return reading('warning', 'no answer', '応答なし', `${ping.host}  0/${ping.sent}`)
    // What nobody has tried is not said to work.
    return connect.verdict?.result === 'connected' ? reading('idle', 'not tested', '未試験') : idle
  },
}

/** The SIM is starting, or away for a moment: time helps. */
const passing = new Set(['SIM BUSY', 'NOT READY'])

const modeWords: { readonly [mode in Mode]: Words } = {
  closed: { en: 'closed', ja: '未接続' },
  unknown: { en: 'open, mode unknown', ja: 'オープン（モード不明）' },
  booting: { en: 'booting', ja: '起動中' },
  command: { en: 'command mode', ja: 'コマンドモード' },
  data: { en: 'data mode', ja: 'データモード' },
  cmux: { en: 'multiplexer', ja: 'マルチプレクサー' },
}

const registrationWords: { readonly [stat: number]: Reading } = {
  0: reading('idle', 'not searching', '検索停止'),
  1: reading('fine', 'home', 'ホームネットワーク'),
  2: reading('busy', 'searching', '検索中'),
  3: reading('failure', 'denied', '登録拒否'),
  4: reading('failure', 'no coverage', '圏外'),
  5: reading('fine', 'roaming', 'ローミング中'),
  6: reading('warning', 'SMS only', 'SMS のみ'),
  7: reading('warning', 'SMS only, roaming', 'SMS のみ（ローミング）'),
  8: reading('warning', 'emergency only', '緊急通報のみ'),
}

const factOf = (facts: readonly KnownFact[], key: string) => facts.find((fact) => fact.key === key)
const valueOf = (facts: readonly KnownFact[], key: string) => factOf(facts, key)?.value
function factText(facts: readonly KnownFact[], key: string): string | undefined {
  const fact = factOf(facts, key)
  return fact ? `${fact.value}${fact.unit ? ` ${fact.unit}` : ''}` : undefined
}
