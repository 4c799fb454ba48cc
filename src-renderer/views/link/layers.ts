import {
  addressesText,
  type IpState,
  type Rung,
  type RungId,
  type SlotState,
  type StepId,
  type StepState,
  type Words,
} from '@contract'
import { ladderShown, type ShownRung } from '../../components/ladder-shown'
import { seen } from '../../text'
import { bytesText } from '../../text/time'

/** The rungs of the ladder, lowest first, each with the parts that this page tells apart. */
const partsOf = {
  power: [],
  port: ['mode'],
  sim: [],
  network: [],
  context: [],
  ppp: ['lcp', 'auth', 'ipcp'],
  ip: [],
  internet: ['dns', 'http'],
} as const satisfies { readonly [id in RungId]: readonly string[] }
export type PartId = (typeof partsOf)[RungId][number]
export type LayerId = RungId | PartId

export interface Layer {
  readonly id: LayerId
  /** A part of the rung above it. */
  readonly part: boolean
  readonly state: Rung['state']
  /** Absent: the general word for the state says enough. */
  readonly word?: Words
  readonly fact?: string
  readonly sinceMs?: number
  /** It was so when a rung below broke, at this time. */
  readonly untilMs?: number
}

const plain = (text: string): Words => ({ en: text, ja: text })

/** The ladder of a slot from the top, each rung before its parts: the Bench shows the same rungs with the same words. */
export function layersOf(state: SlotState): readonly Layer[] {
  return ladderShown(state)
    .toReversed()
    .flatMap((shown): readonly Layer[] => [
      { id: shown.rung.id, part: false, ...rungReading(shown, state) },
      ...partsOf[shown.rung.id]
        .toReversed()
        .map((id) => ({ id, part: true, ...readers[id](state) })),
    ])
}

type Reading = Omit<Layer, 'id' | 'part'>
const idle: Reading = { state: 'idle' }

function rungReading({ rung, untilMs }: ShownRung, { net }: SlotState): Reading {
  const { word, sinceMs } = rung
  const fact = seen(rung.fact ?? '')
  const passed = rung.id === 'ip' && net.bytes ? bytesPassed(net.bytes) : ''
  const facts = [fact, passed].filter(Boolean).join('  ')
  return {
    state: untilMs === null ? rung.state : 'idle',
    word,
    ...(facts === '' ? {} : { fact: facts }),
    ...(sinceMs === undefined ? {} : { sinceMs }),
    ...(untilMs === null ? {} : { untilMs }),
  }
}
const bytesPassed = ({ rx, tx }: { readonly rx: number; readonly tx: number }) =>
  `↓ ${bytesText(rx)} ↑ ${bytesText(tx)}`

const stepStates = {
  waiting: 'idle',
  running: 'busy',
  ok: 'fine',
  skipped: 'idle',
  failed: 'failure',
} as const satisfies Record<StepState['state'], Rung['state']>

function step(state: SlotState, id: StepId): Reading {
  const found = state.connect.steps.find((one) => one.id === id)
  if (!found || (found.state === 'ok' && !state.ip)) return idle
  const sinceMs = found.startedMs === undefined ? undefined : found.startedMs + (found.ms ?? 0)
  return {
    state: stepStates[found.state],
    ...(found.words ? { word: found.words } : {}),
    ...(found.ms === undefined || found.state === 'skipped'
      ? {}
      : { fact: `${Math.round(found.ms)} ms` }),
    ...(sinceMs === undefined ? {} : { sinceMs }),
  }
}

/** Which part of PPP a failed link stopped in, by the fault that ended it. */
function stoppedIn(state: SlotState): 'lcp' | 'auth' | 'ipcp' | undefined {
  const { verdict } = state.connect
  if (verdict?.result !== 'failed' || (verdict.step !== 'ppp' && verdict.step !== 'address'))
    return undefined
  const reason = verdict.reason ?? ''
  if (/auth|password|pap|chap/.test(reason)) return 'auth'
  return /ipcp|address/.test(reason) || verdict.step === 'address' ? 'ipcp' : 'lcp'
}

/** The parts of PPP come one after the other, so the one that failed tells what those before it did. */
function ppp(
  state: SlotState,
  id: 'lcp' | 'auth' | 'ipcp',
  facts: (ip: IpState) => { readonly word?: string; readonly fact?: string },
): Reading {
  if (state.ip) {
    const { word, fact } = facts(state.ip)
    return {
      state: 'fine',
      ...(word === undefined ? {} : { word: plain(word) }),
      ...(fact === undefined ? {} : { fact }),
      sinceMs: state.ip.upMs,
    }
  }
  const order = ['lcp', 'auth', 'ipcp'] as const
  const stopped = stoppedIn(state)
  if (stopped && stopped === id)
    return {
      state: 'failure',
      ...(state.connect.verdict ? { word: state.connect.verdict.meaning } : {}),
    }
  if (stopped && order.indexOf(id) < order.indexOf(stopped)) return { state: 'fine' }
  const running = state.connect.steps.some((one) => one.id === 'ppp' && one.state === 'running')
  return running ? { state: 'busy' } : idle
}

/** `MTU 1500 ACCM 00000000 PFC ACFC`: what the modem asked of our frames. */
function framingText(mtu: number, { accm, pfc, acfc }: IpState['framing']): string {
  const map = accm.toString(16).padStart(8, '0')
  return [`MTU ${mtu}`, `ACCM ${map}`, ...(pfc ? ['PFC'] : []), ...(acfc ? ['ACFC'] : [])].join(' ')
}

const readers: { readonly [id in PartId]: (state: SlotState) => Reading } = {
  mode: ({ mode, unresponsive, port }) => {
    const sinceMs = port?.openedMs === undefined ? {} : { sinceMs: port.openedMs }
    if (mode === 'closed') return idle
    if (unresponsive) return { state: 'failure', ...sinceMs }
    if (mode === 'unknown') return { state: 'warning', ...sinceMs }
    return { state: mode === 'booting' ? 'busy' : 'fine', ...sinceMs }
  },
  lcp: (state) => ppp(state, 'lcp', ({ mtu, framing }) => ({ fact: framingText(mtu, framing) })),
  auth: (state) =>
    ppp(state, 'auth', ({ auth }) => (auth === 'none' ? {} : { word: auth.toUpperCase() })),
  ipcp: (state) =>
    ppp(state, 'ipcp', (ip) => ({
      word: addressesText(ip),
      ...(ip.peerAddress === null ? {} : { fact: `↔ ${ip.peerAddress}` }),
    })),
  dns: (state) => step(state, 'dns'),
  http: (state) => step(state, 'http'),
}

/** What the log shows of a layer. */
export const layerFilters: {
  readonly [id in LayerId]: { readonly kinds?: readonly string[]; readonly text?: string }
} = {
  power: { text: '/power|GPIO|STATUS|CPOF|CRESET|PWRKEY|VOLTAGE|POWER|RDY|START/' },
  port: { kinds: ['divider', 'note', 'noise'] },
  sim: { text: '/CPIN|CCID|CIMI|SIM/' },
  mode: { text: '/CONNECT|NO CARRIER|\\+\\+\\+|ATH|ATO|ATD|CMUX|command mode/' },
  network: { text: '/C5?G?E?REG|COPS|CGATT|CSQ|CESQ|CPSI|CFUN/' },
  context: { text: '/CGDCONT|CGACT|CGEV|CGPADDR|CGAUTH|ATD|CONNECT/' },
  ppp: { kinds: ['ppp'], text: '/LCP|PAP|CHAP|IPCP/' },
  lcp: { kinds: ['ppp'], text: '/LCP/' },
  auth: { kinds: ['ppp'], text: '/PAP|CHAP/' },
  ipcp: { kinds: ['ppp'], text: '/IPCP/' },
  ip: { kinds: ['ppp'], text: '/IP(v4)? /' },
  internet: { kinds: ['ppp'], text: '/DNS|UDP|TCP|ICMP/' },
  dns: { kinds: ['ppp'], text: '/DNS|UDP/' },
  http: { kinds: ['ppp'], text: '/TCP/' },
}
