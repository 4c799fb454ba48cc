import type { PeerFraming } from '../ppp/link-types'
import type { OpenPrompt } from '../at/prompt'
import type { SecretKind } from '../at/knowledge'
import type { LineStates } from '../ports/byte-port'
import type { Framing } from '../ports/framing'
import type { ConnectState } from '../connect/connect-state'
import type { IdleMeasurement } from '../failover/idle'
import type { Ipv6State } from '../ip/ipv6-state'
import type { NetState } from '../ip/net-state'
import type { MacroState } from '../macro/macro-state'
import type { BoardState } from '../power/board-state'
import type { RadioUndo } from '../radio/undo'
import type { SeenLine, Words } from '../words'
import type { Mode } from './mode'
import type { WayBackStep } from './way-back'
import type { EsimDownload } from '../esim/download-state'
import type { VoiceCall } from '../voice/call-state'
import type { SleepState } from './sleep'

export type { Mode } from './mode'

export const slotNames = ['a', 'b'] as const
export type SlotName = (typeof slotNames)[number]

/** How AT can be used now. */
export interface AtWay {
  /** The bare port, a channel of our multiplexer, the second AT port; null: nowhere, commands are refused. */
  readonly through: 'port' | 'channel' | 'second' | null
  /** The modem was found in data mode or in the multiplexer: an earlier program left it there. */
  readonly found: boolean
  /** A call waits for ATO. */
  readonly held: boolean
}

/** A port of the same device that may take AT while data runs on the first one. */
export interface SecondPortChoice {
  readonly path: string
  readonly label: SeenLine
}

/** The second AT port of a slot. */
export interface SecondPortState {
  /** Those the device has, most fitting first. */
  readonly offered: readonly SecondPortChoice[]
  /** The one that is used; null: none was asked for. */
  readonly port:
    | (SecondPortChoice & {
        readonly state: 'opening' | 'open' | 'gone' | 'failed'
        readonly detail?: SeenLine
      })
    | null
}

/** The way back to command mode: the one under way, or the last one. */
export interface BackState {
  readonly running: boolean
  /** `held`: the call waits for ATO; `none`: only a power cycle is left. Null: under way, or cancelled. */
  readonly result: 'command' | 'held' | 'none' | null
  readonly steps: readonly WayBackStep[]
}

/** The port of a slot. `gone`: the device vanished and is opened again by itself when it returns. */
export interface PortState {
  readonly path: string
  readonly label: string
  readonly baudRate: number
  /** Data bits, parity and stop bits; absent where the port has none of its own. */
  readonly framing?: Framing
  readonly state: 'opening' | 'open' | 'gone' | 'failed'
  readonly openedMs?: number
  /** The modem control lines, where the port has them. */
  readonly lines?: LineStates
  /** Why it is gone or failed: what was seen. */
  readonly detail?: SeenLine
}

export const rungIds = [
  'power',
  'port',
  'sim',
  'network',
  'context',
  'ppp',
  'ip',
  'internet',
] as const
export type RungId = (typeof rungIds)[number]

/** One layer of a connection. `idle`: not tried; `busy`: going on; the other three are results. */
export interface Rung {
  readonly id: RungId
  readonly state: 'idle' | 'busy' | 'fine' | 'warning' | 'failure'
  /** The state in one or two words: `roaming`, `searching`, `up`. */
  readonly word: Words
  /** The one fact people look for: `44010  LTE B28  -79 dBm`. */
  readonly fact?: string
  readonly sinceMs?: number
}

export type Quality = 'excellent' | 'good' | 'fair' | 'poor'

export const factGroups = [
  'identity',
  'sim',
  'network',
  'signal',
  'context',
  'supply',
  'link',
] as const
export type FactGroup = (typeof factGroups)[number]

/** One thing known about the modem now. */
export interface KnownFact {
  /** Stable name: `rsrp`, `imei`, `operator`. */
  readonly key: string
  readonly group: FactGroup
  readonly label: Words
  /** As the modem says it, without the unit. */
  readonly value: string
  /** The value in a word or two, where it is a code: `roaming` for 5. */
  readonly text?: Words
  readonly unit?: string
  readonly number?: number
  readonly quality?: Quality
  /** What the value means. */
  readonly words?: Words
  readonly atMs: number
  /** The command that reads it again. */
  readonly command?: string
  /** Something has happened since that most likely changed it: the radio went off, the modem started anew. */
  readonly stale?: boolean
  /** Set where the value identifies somebody: views mask it. */
  readonly secret?: SecretKind
}

/** What the IP layer of a slot has. */
export interface IpState {
  /** IPv4; null on a link that carries IPv6 alone. */
  readonly address: string | null
  readonly peerAddress: string | null
  /** Null on a link without IPv6. */
  readonly ipv6: Ipv6State | null
  readonly dns: readonly string[]
  readonly auth: 'pap' | 'chap' | 'none'
  /** Longest packet that may be sent. */
  readonly mtu: number
  readonly framing: PeerFraming
  readonly upMs: number
  readonly rxBytes: number
  readonly txBytes: number
}

/** The addresses of a link in one text: of IPv4, of IPv6, or of both. */
export function addressesText({ address, ipv6 }: Pick<IpState, 'address' | 'ipv6'>): string {
  return [address, ipv6 && (ipv6.address ?? ipv6.linkLocal)].filter((one) => one).join('  ')
}

/** That messages have come, and how far one is that goes out; what they say is asked for (`messages.list`). */
export interface MessageNews {
  /** Counts what has happened: arrivals, reports, sent, deleted. */
  readonly count: number
  /** Parts of a message that is being sent. */
  readonly sending: { readonly done: number; readonly parts: number } | null
}

/** What is asked of the modem by itself, and how often. */
export interface PollState {
  readonly on: boolean
  readonly intervalMs: number
  readonly commands: readonly string[]
  /** Commands this modem does not know, and what it answered: not asked until it restarts or a person says so. */
  readonly refused: readonly { readonly command: string; readonly answer: string }[]
}

/** PSM as the network has granted it, in words: `1 min`; null: not told. */
export interface PsmGranted {
  readonly activeTime: string | null
  readonly periodicTau: string | null
  /** How long it sleeps at most; null: not told. */
  readonly tauSeconds: number | null
}

/** Everything the window shows of a slot. Patches replace whole top-level fields; an absent field is undefined. */
export interface SlotState {
  readonly slot: SlotName
  readonly port: PortState | null
  readonly mode: Mode
  readonly at: AtWay
  readonly back: BackState | null
  /** The modem waits for text or octets: nothing else can be sent until it is given or left. */
  readonly prompt: OpenPrompt | null
  readonly second: SecondPortState
  /** The port did not answer three times in a row; polling is stopped. */
  readonly unresponsive: boolean
  /** Something is waiting for an answer: the command, and since when. */
  readonly inFlight: { readonly command: string; readonly sinceMs: number } | null
  readonly rungs: readonly Rung[]
  readonly facts: readonly KnownFact[]
  readonly connect: ConnectState
  readonly ip: IpState | null
  readonly net: NetState
  /** How long the network lets this slot's link be silent, being measured or measured; null: not yet. */
  readonly idle: IdleMeasurement | null
  /** The board, its lines and its power; null where none is set up. */
  readonly board: BoardState | null
  /** The macro that runs, or the last one that did. */
  readonly macro: MacroState | null
  readonly messages: MessageNews
  /** A change of the radio that is neither kept nor taken back yet. */
  readonly radioUndo: RadioUndo | null
  /** What the network has granted for PSM, when it was read last: the modem may sleep. */
  readonly psm: PsmGranted | null
  /** The modem sleeps: no answer is no failure. */
  readonly sleep: SleepState | null
  /** The voice call, or the last one; null: none since the port was opened. */
  readonly voice: VoiceCall | null
  /** The profile that is being downloaded to the eUICC; null: none is. */
  readonly esimDownload: EsimDownload | null
  readonly poll: PollState
  readonly journal: { readonly file: string; readonly bytes: number } | null
  /** The modem's profile as far as it is known: `SIM7672`. */
  readonly modem: { readonly id: string; readonly name: string } | null
}

export const rungTitles: { readonly [id in RungId]: Words } = {
  power: { en: 'Power', ja: '電源' },
  port: { en: 'Port', ja: 'ポート' },
  sim: { en: 'SIM', ja: 'SIM' },
  network: { en: 'Network', ja: 'ネットワーク' },
  context: { en: 'Context', ja: 'コンテキスト' },
  ppp: { en: 'PPP', ja: 'PPP' },
  ip: { en: 'IP', ja: 'IP' },
  internet: { en: 'Internet', ja: 'インターネット' },
}
