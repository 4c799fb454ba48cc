import { z } from 'zod'
import type { Facts } from '@core/at/knowledge'
import type { SlotName } from '@core/modem/slot-names'
import type { Severity, Words } from '@core/words'
import { call } from './call'
import { slotName } from './schema'

/** Values measured at one moment; what was not measured then is absent. */
export interface SignalSample {
  readonly slot: SlotName
  readonly atMs: number
  readonly monoUs: number
  readonly rsrpDbm?: number
  readonly rsrqDb?: number
  readonly sinrDb?: number
  readonly rssiDbm?: number
  /** <rssi> of +CSQ, 0 to 31. */
  readonly csq?: number
  /** WCDMA: power and quality of the pilot. */
  readonly rscpDbm?: number
  readonly ecioDb?: number
  readonly temperatureC?: number
  readonly voltageV?: number
  readonly latencyMs?: number
  /** Of the last 20 echoes. */
  readonly lossPercent?: number
}

/** Something that happened to a slot and explains a change in its charts. */
export interface SignalEvent {
  readonly slot: SlotName
  readonly atMs: number
  /** The moment of the line in the log that tells it. */
  readonly monoUs: number
  readonly kind:
    | 'registration'
    | 'cell'
    | 'connected'
    | 'disconnected'
    | 'fault'
    | 'port'
    | 'failover'
    /** The computer went to sleep, or is awake again. */
    | 'sleep'
    /** Told by the platform of the SIM, at the time by its clock put right. */
    | 'platform'
  readonly severity: Severity
  readonly words: Words
}

/** Time a modem spent on one cell. */
export interface CellStay {
  readonly slot: SlotName
  readonly cell: string
  readonly band: string | null
  readonly access: string | null
  readonly operator: string | null
  readonly fromMs: number
  /** Null while it is the serving cell. */
  readonly toMs: number | null
  /** Where in the log it began. */
  readonly monoUs: number
  readonly rsrp: { readonly min: number; readonly max: number } | null
}

export interface SignalMarks {
  readonly events: readonly SignalEvent[]
  readonly cells: readonly CellStay[]
}

/** One operator that a scan heard. */
export interface ScannedOperator {
  readonly state: 'unknown' | 'available' | 'current' | 'forbidden'
  readonly name: string
  readonly short: string
  readonly numeric: string
  /** Radio access: `LTE`. Empty when the modem does not say. */
  readonly access: string
}
export interface OperatorScan {
  readonly operators: readonly ScannedOperator[]
  readonly ms: number
}

/** How strong the signal is now, as the modem says it: `RSRP -95 dBm, RSRQ -10 dB`. */
export interface SignalReading {
  readonly facts: Facts
  readonly level: string | null
}

export const signalCalls = {
  /** Asks for it beside the data of a call; null where AT is not to be had there. */
  'signal.read': call<SignalReading | null>()(z.object({ slot: slotName })),
  /** The signal samples of a stretch of time, thinned to what a chart shows. */
  'signal.history': call<readonly SignalSample[]>()(
    z.object({ sinceMs: z.number().optional(), maxPoints: z.number().int().optional() }),
  ),
  /** The events and the stays on cells of a stretch of time. */
  'signal.marks': call<SignalMarks>()(z.undefined()),
  /** AT+COPS=?: up to three minutes, cancelled by `at.cancel`. Rejects as `at.send` does. */
  'operators.scan': call<OperatorScan>()(z.object({ slot: slotName })),
} as const
