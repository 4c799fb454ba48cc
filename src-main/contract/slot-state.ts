import type { OpenPrompt } from '@core/at/prompt'
import type { ConnectState } from '@core/connect/connect-state'
import type { EsimDownload } from '@core/esim/download-state'
import type { Rung } from '@core/modem/rungs'
import type { IdleMeasurement } from '@core/failover/idle'
import type { IpState } from '@core/modem/ip-state'
import type { NetState } from '@core/ip/net-state'
import type { MacroState } from '@core/macro/macro-state'
import type { AtWay } from '@core/modem/at-way'
import type { KnownFact } from '@core/modem/known-fact'
import type { Mode } from '@core/modem/mode'
import type { PortState } from '@core/modem/port-state'
import type { SleepState } from '@core/modem/sleep'
import type { SlotName } from '@core/modem/slot-names'
import type { WayBackStep } from '@core/modem/way-back'
import type { BoardState } from '@core/power/board-state'
import type { RadioUndo } from '@core/radio/undo'
import type { VoiceCall } from '@core/voice/call-state'
import type { Unanswered } from '@core/at/unanswered'
import type { SeenLine, Words } from '@core/words'

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

/** A command without a final result, with what that means and what to try. */
export interface UnansweredCommand {
  /** As it may be shown. */
  readonly command: string
  /** Nothing came, or what came had broken letters. */
  readonly code: Unanswered
  readonly meaning: Words
  readonly tries: readonly Words[]
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
  /** The last command got no final result in time, and none came since; null: the modem answers. */
  readonly unanswered: UnansweredCommand | null
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
