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
import { bytesText } from '../../text/time'

/** The layers of a link from the supply up to a web page. */
export const layerIds = [
  'power',
  'uart',
  'mode',
  'attach',
  'context',
  'lcp',
  'auth',
  'ipcp',
  'ip',
  'dns',
  'http',
] as const
export type LayerId = (typeof layerIds)[number]

export interface Layer {
  readonly id: LayerId
  readonly state: Rung['state']
  /** Absent: the general word for the state says enough. */
  readonly word?: Words
  readonly fact?: string
  readonly sinceMs?: number
}

const plain = (text: string): Words => ({ en: text, ja: text })

/** Every layer of a slot with its state and facts, lowest first. */
export function layersOf(state: SlotState): readonly Layer[] {
  return layerIds.map((id) => ({ id, ...readers[id](state) }))
}

type Reading = Omit<Layer, 'id'>
const idle: Reading = { state: 'idle' }

function rung(state: SlotState, id: RungId): Reading {
  const found = state.rungs.find((one) => one.id === id)
  if (!found) return idle
  const { word, fact, sinceMs } = found
  return {
    state: found.state,
    word,
    ...(fact === undefined ? {} : { fact }),
    ...(sinceMs === undefined ? {} : { sinceMs }),
  }
}

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

const readers: { readonly [id in LayerId]: (state: SlotState) => Reading } = {
  power: (state) => rung(state, 'power'),
  uart: (state) => rung(state, 'port'),
  mode: ({ mode, unresponsive, port }) => {
    const sinceMs = port?.openedMs === undefined ? {} : { sinceMs: port.openedMs }
    if (mode === 'closed') return idle
    if (unresponsive) return { state: 'failure', ...sinceMs }
    if (mode === 'unknown') return { state: 'warning', ...sinceMs }
    return { state: mode === 'booting' ? 'busy' : 'fine', ...sinceMs }
  },
  attach: (state) => rung(state, 'network'),
  context: (state) => rung(state, 'context'),
  lcp: (state) => ppp(state, 'lcp', ({ mtu, framing }) => ({ fact: framingText(mtu, framing) })),
  auth: (state) =>
    ppp(state, 'auth', ({ auth }) => (auth === 'none' ? {} : { word: auth.toUpperCase() })),
  ipcp: (state) =>
    ppp(state, 'ipcp', (ip) => ({
      word: addressesText(ip),
      ...(ip.peerAddress === null ? {} : { fact: `↔ ${ip.peerAddress}` }),
    })),
  ip: (state) => {
    const base = rung(state, 'ip')
    const bytes = state.net.bytes
    return bytes
      ? { ...base, fact: `${base.fact ?? ''}  ↓ ${bytesText(bytes.rx)} ↑ ${bytesText(bytes.tx)}` }
      : base
  },
  dns: (state) => step(state, 'dns'),
  http: (state) => step(state, 'http'),
}

/** What the log shows of a layer. */
export const layerFilters: {
  readonly [id in LayerId]: { readonly kinds?: readonly string[]; readonly text?: string }
} = {
  power: { text: '/power|GPIO|STATUS|CPOF|CRESET|PWRKEY|VOLTAGE|POWER|RDY|START/' },
  uart: { kinds: ['divider', 'note', 'noise'] },
  mode: { text: '/CONNECT|NO CARRIER|\\+\\+\\+|ATH|ATO|ATD|CMUX|command mode/' },
  attach: { text: '/C5?G?E?REG|COPS|CGATT|CSQ|CESQ|CPSI|CFUN/' },
  context: { text: '/CGDCONT|CGACT|CGEV|CGPADDR|CGAUTH|ATD|CONNECT/' },
  lcp: { kinds: ['ppp'], text: '/LCP/' },
  auth: { kinds: ['ppp'], text: '/PAP|CHAP/' },
  ipcp: { kinds: ['ppp'], text: '/IPCP/' },
  ip: { kinds: ['ppp'], text: '/IP(v4)? /' },
  dns: { kinds: ['ppp'], text: '/DNS|UDP/' },
  http: { kinds: ['ppp'], text: '/TCP/' },
}
