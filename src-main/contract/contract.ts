import { z } from 'zod'
import type { Explanation } from '@core/at/knowledge'
import type { NetTool } from '@core/ip/net-state'
import type { ToolProgress } from '@core/ip/tools/tool-answer'
import type { Decision } from '@core/failover/decision'
import type { FailoverState } from '@core/failover/failover-state'
import type { LogRow } from '@core/log/row'
import type { ProbeResult } from '@core/modem/probed'
import type { BackState, SlotState } from './slot-state'
import type { SlotName } from '@core/modem/slot-names'
import type { PortInfo } from '@core/ports/port-info'
import type { JournalSum } from '@core/ports/journal-care'
import type { StoreTrouble } from '@core/ports/store'
import type { SoakState } from '@core/soak/soak-state'
import type { Words } from '@core/words'
import { alertCalls, type AlertNews, type AlertsState } from './alerts'
import { benchesCalls } from './benches'
import { boardCalls } from './board'
import { call, type Call } from './call'
import { cardCalls } from './card'
import { esimCalls } from './esim'
import { usbCalls } from './usb'
import { voiceCalls } from './voice'
import { careCalls } from './care'
import { contextCalls } from './contexts'
import type { ExportedFile } from './exported-file'
import { failoverCalls } from './failover'
import { figuresCalls } from './figures'
import type { JournalsState } from './journals'
import { logCalls, logId, type FilePiece } from './logs'
import { macroCalls, type Macro, type MacroAnswer } from './macros'
import { messageCalls } from './messages'
import { netCalls } from './net'
import { measureCalls } from './net-measure'
import { phonebookCalls } from './phonebook'
import { positionCalls } from './position'
import { socketCalls } from './sockets'
import { radioCalls } from './radio'
import { fileCalls } from './files'
import { rawCalls } from './raw'
import { remoteCalls } from './remote'
import { ussdCalls } from './ussd'
import {
  connectTarget,
  exportFormat,
  language,
  payload,
  portOptions,
  portPath,
  preset,
  settingsChange,
  slotName,
  type Preset,
  type Role,
  type Settings,
} from './schema'
import { simulatorCalls } from './simulator'
import { storyCalls } from './story'
import { testCalls, type Tests } from './test'
import { soracomCalls, type SoracomState } from './soracom'
import { signalCalls, type SignalMarks, type SignalSample } from './signal'

/** An answer to a command typed by a person. */
export interface AtAnswer {
  readonly lines: readonly string[]
  readonly final: string
  readonly ok: boolean
  readonly ms: number
  /** The later lines that carried the true result, where they were waited for. */
  readonly second?: readonly string[]
}

export interface Snapshot {
  /** Patches with this number or a lower one are already inside. */
  readonly seq: number
  readonly slots: { readonly [slot in SlotName]: SlotState }
  readonly ports: readonly PortInfo[]
  readonly settings: Settings
  /** The window may only look: everything else is refused with read-only. */
  readonly readOnly?: true
  /** What the token of the window may do; absent: everything. */
  readonly role?: Role
  readonly presets: readonly Preset[]
  /** What keeps the log from being safe on the disk. */
  readonly store: readonly StoreTrouble[]
  readonly app: {
    readonly version: string
    readonly host: 'electron' | 'web' | 'cli'
    readonly platform: string
    readonly dataFolder: string
  }
}

/** One command as the reference panel and the completion show it. */
export interface CommandHelp {
  readonly name: string
  readonly title: Words
  readonly group: string
  readonly spec?: string
  readonly forms: readonly { readonly text: string; readonly title: Words }[]
  readonly parameters: readonly {
    readonly name: string
    readonly meaning: Words
    readonly values?: readonly { readonly value: string; readonly meaning: Words }[]
  }[]
}

const nothing = z.undefined()
const ofSlot = z.object({ slot: slotName })

/** Everything a window may ask of a host. */
export const calls = {
  /** The whole state: both slots, ports, settings, presets. Patches with a higher number follow as events. */
  'app.snapshot': call<Snapshot>()(nothing),
  /** Changes some settings; the others stay. Answers all of them. */
  'settings.change': call<Settings>()(settingsChange),
  /** The journals on the disk, and what the limits of the settings would remove now. */
  'journals.state': call<JournalsState>()(nothing),
  /** Removes what is beyond the limits of the settings now, not at the next full hour. Answers what went. */
  'journals.prune': call<JournalSum>()(nothing),
  /** Keeps a preset; the same id replaces. Answers all of them. */
  'presets.save': call<readonly Preset[]>()(preset),
  /** Removes a preset of the person’s own. Answers those that are left. */
  'presets.remove': call<readonly Preset[]>()(z.object({ id: z.string() })),

  /** The ports of this computer, and the simulated modems that are open. */
  'ports.list': call<readonly PortInfo[]>()(nothing),
  /** Opens a port in a slot. The slot’s state tells what became of it. */
  'port.open': call<void>()(
    z.object({
      slot: slotName,
      path: portPath,
      options: portOptions.partial().optional(),
      /** Take the board that some ports bring; its lines are opened with the port. */
      offerBoard: z.boolean().default(true),
    }),
  ),
  /** Closes the port of a slot, with what runs on it. */
  'port.close': call<void>()(ofSlot),
  /** AT beside data through this port of the same modem; null gives it up. Kept for the next time. */
  'port.second': call<void>()(z.object({ slot: slotName, path: portPath.nullable() })),
  /**
   * Searches the speed at which AT is answered without noise on the open port: half a minute where none is. The port is left at
   * the one that was found, else at the one it had; `at.cancel` ends it. Rejects with at-not-command-mode, connect-running, and
   * bad-input for a port that is not for AT or has no speed.
   */
  'port.findSpeed': call<ProbeResult>()(ofSlot),
  /** Sets DTR and RTS of the port. */
  'port.lines': call<void>()(z.object({ slot: slotName, dtr: z.boolean(), rts: z.boolean() })),

  /** Sends an AT command and waits for its final result. */
  'at.send': call<AtAnswer>()(
    z.object({
      slot: slotName,
      text: z.string().min(1).max(3071),
      force: z.boolean().optional(),
      /** How long its answer is waited for; absent: as long as its kind may take. */
      timeoutMs: z.number().min(1).max(86_400_000).optional(),
      /** Wait for the line behind the final result, where that carries the true one. */
      awaitSecond: z.boolean().optional(),
      /**
       * What is sent when the modem prompts for it. Without one the slot waits at the prompt (`SlotState.prompt`) for `at.give` or
       * `at.leave`.
       */
      payload: payload.optional(),
    }),
  ),
  /** Gives the modem what it has prompted for. Rejects with at-no-prompt, and at-bad-command where another count was announced. */
  'at.give': call<void>()(z.object({ slot: slotName, payload })),
  /** Leaves the prompt with ESC: nothing is sent. Rejects with at-no-prompt. */
  'at.leave': call<void>()(ofSlot),
  /**
   * Brings AT to the port before the first command: also where an earlier program left the modem in the multiplexer. Whoever
   * speaks PPP there is left alone: rejects with at-not-command-mode. A port that stays silent is no failure.
   */
  'at.reach': call<void>()(ofSlot),
  /** Gives up the commands that are under way and waiting. */
  'at.cancel': call<void>()(ofSlot),
  /** Turns the regular asking for signal and registration on or off. */
  'at.poll': call<void>()(
    z.object({
      slot: slotName,
      on: z.boolean(),
      intervalMs: z.number().int().min(500).max(3_600_000).optional(),
    }),
  ),
  /** Asks what the modem refused once more: one command, or all of them. */
  'at.pollAgain': call<void>()(z.object({ slot: slotName, command: z.string().optional() })),
  /** Asks the modem anew for one fact, or for all of them. */
  'facts.refresh': call<void>()(z.object({ slot: slotName, key: z.string().optional() })),
  /** The ladder back to command mode; with `keepCall` only the escape, after which the call waits for `mode.resume`. */
  'mode.back': call<BackState>()(z.object({ slot: slotName, keepCall: z.boolean().optional() })),
  /** Stops the way back to command mode. */
  'mode.cancel': call<void>()(ofSlot),
  /** The last rung: the modem off and on again by the board of the slot. */
  'mode.powerCycle': call<void>()(ofSlot),
  /** Goes on with the call that waits after `mode.back` with `keepCall` (ATO). */
  'mode.resume': call<void>()(ofSlot),

  /** Makes a data connection; the slot’s state tells each step. Rejects with connect-running. */
  'connect.start': call<void>()(
    z.object({
      slot: slotName,
      target: connectTarget,
      /** Press the power key once, though nobody knows whether the modem is on. */
      pressPower: z.boolean().default(false),
    }),
  ),
  /** Stops the connection that is being made. */
  'connect.cancel': call<void>()(ofSlot),
  /** Ends the data connection. */
  'connect.disconnect': call<void>()(ofSlot),
  /**
   * Ends the call whatever became of it, and a multiplexer with it, and leaves the attach and what was shown of the connection;
   * nothing happens where there is no call.
   */
  'connect.end': call<void>()(ofSlot),
  /** The last connection as a report: steps, verdict, what to try. */
  'connect.report': call<ExportedFile>()(
    z.object({ slot: slotName, language, redact: z.boolean().default(true) }),
  ),

  /** The log as a file. What identifies a SIM or a person is masked with `redact`. */
  'log.export': call<ExportedFile>()(
    z.object({
      slots: z.array(slotName).min(1),
      format: exportFormat,
      language,
      redact: z.boolean(),
      /** Also mask cell ids and IP addresses. */
      maskPlaces: z.boolean().default(false),
      /** Leaves positions in, on purpose; without it they are masked with the rest. */
      showPlaces: z.boolean().default(false),
      /** A log that was opened, instead of the live one. */
      opened: logId.optional(),
    }),
  ),
  /** The next piece of an exported file, from 1 on. Rejects with bad-input where the file is no longer kept. */
  'log.piece': call<FilePiece>()(
    z.object({
      id: z.string().max(64),
      piece: z.number().int().min(1),
      /** Nothing but a file with masking on. */
      redact: z.boolean().default(false),
    }),
  ),
  /** Writes a comment of a person into the log. */
  'log.note': call<void>()(z.object({ slot: slotName, text: z.string().min(1).max(2000) })),

  /** Every AT command that the console can explain. */
  'commands.reference': call<readonly CommandHelp[]>()(nothing),
  /** What an AT command means, part by part; null: it is not known. */
  'explain.command': call<Explanation | null>()(z.object({ text: z.string().max(3071) })),

  ...signalCalls,
  ...netCalls,
  ...measureCalls,
  ...remoteCalls,
  ...careCalls,
  ...boardCalls,
  ...failoverCalls,
  ...figuresCalls,
  ...alertCalls,
  ...benchesCalls,
  ...testCalls,

  ...rawCalls,
  ...messageCalls,
  ...cardCalls,
  ...esimCalls,
  ...usbCalls,
  ...voiceCalls,
  ...contextCalls,
  ...ussdCalls,
  ...phonebookCalls,
  ...positionCalls,
  ...socketCalls,
  ...radioCalls,
  ...fileCalls,
  ...macroCalls,
  ...logCalls,
  ...storyCalls,

  ...soracomCalls,

  ...simulatorCalls,
} as const

export type CallName = keyof typeof calls
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>
export type Parsed<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type Output<N extends CallName> =
  (typeof calls)[N] extends Call<z.ZodType, infer O> ? O : never
export type Handlers = { readonly [N in CallName]: (input: Parsed<N>) => Promise<Output<N>> }

/** Everything a host tells a window by itself. */
export interface Events {
  /** Numbered; the window drops those its snapshot already holds. */
  patch: { readonly seq: number; readonly slot: SlotName; readonly patch: Partial<SlotState> }
  /** The ports of this computer as they are now. */
  ports: readonly PortInfo[]
  /** All settings, after one was changed. */
  settings: Settings
  /** All presets, after one was changed. */
  presets: readonly Preset[]
  /** All that keeps the log from being safe on the disk now; empty: all is well. */
  store: readonly StoreTrouble[]
  /** All macros, after one was changed. */
  macros: readonly Macro[]
  /** What each port of a probe turned out to be, as soon as it is known. */
  probed: ProbeResult
  /** Octets of the body of an answer that is to be saved, in base64 and in order. */
  body: { readonly slot: SlotName; readonly base64: string }
  /** Each answer of a running macro. */
  macro: MacroAnswer
  /** What no octet tells, as a port says it: a bridge that was restarted, an order its driver refuses. */
  told: { readonly slot: SlotName; readonly words: Words }
  /** What happened with an alert: each is told, none is left out. */
  alert: AlertNews
  /** The alerts as they are now. */
  alerts: AlertsState
  /** What was done to old journals, or could not be. */
  upkeep: Words
  /** New rows, in order. `behind`: rows of each slot that were not sent because drawing could not keep up; page them. */
  rows: {
    readonly rows: readonly LogRow[]
    readonly behind: { readonly [slot in SlotName]: number }
  }
  /** Raw octets, one character each, for the raw terminal. */
  bytes: readonly {
    readonly slot: SlotName
    readonly dir: 'rx' | 'tx'
    readonly text: string
    readonly atMs: number
  }[]
  /** New signal samples. */
  signal: readonly SignalSample[]
  /** New events, and every stay on a cell as it is known now. */
  marks: SignalMarks
  /** The failover as it is now, ten times a second at most. */
  failover: FailoverState
  /** A decision of the failover as it is made, and again when its result is known: none is left out. */
  decision: Decision
  /** The run as it is now, once a second. */
  soak: SoakState
  /** The last test of each slot as it is now. */
  test: Tests
  /** What SORACOM's platform said, after it was asked, and who is signed in there. */
  soracom: SoracomState
  /** What a person chose in the menu of the system; the desktop app alone tells it. */
  menu: 'remote'
  /** What a running tool has to say before its answer. */
  net: { readonly slot: SlotName; readonly tool: NetTool; readonly progress: ToolProgress }
}
export type EventName = keyof Events
export type AnyEvent = {
  [N in EventName]: { readonly name: N; readonly value: Events[N] }
}[EventName]

/** A failed call as it crosses to the window: a fault code and its words. */
export interface CallError {
  readonly code: string
  readonly detail: string
  /** The detail in both languages, where it is a sentence of ours. */
  readonly said?: Words
  readonly meaning: Words
  readonly tries: readonly Words[]
}
export type Reply<O> =
  | { readonly ok: true; readonly value: O }
  | { readonly ok: false; readonly error: CallError }
