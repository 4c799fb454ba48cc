import type { Mode } from '../modem/mode'
import type { SlotName } from '../modem/slot-names'

/** Values that a rule may watch, by the names that /metrics uses; the last two are of the echoes of pings. */
export const alertValues = [
  'rsrp_dbm',
  'rsrq_db',
  'sinr_db',
  'rssi_dbm',
  'rscp_dbm',
  'ecio_db',
  'temperature_celsius',
  'supply_volts',
  'ping_seconds',
  'ping_loss_percent',
] as const
export type AlertValue = (typeof alertValues)[number]

export const alertStates = [
  /** A connection was there, and is not, by nobody's wish. */
  'link-lost',
  'not-registered',
  'sim-missing',
  /** The device behind the port vanished. */
  'port-gone',
  /** The port did not answer three times in a row. */
  'unresponsive',
] as const
export type AlertState = (typeof alertStates)[number]

/** When a rule is raised. */
export type AlertCondition =
  /** As it is typed into the search of the log; each row that fits counts. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  | {
      readonly kind: 'value'
      readonly value: AlertValue
      readonly side: 'below' | 'above'
      readonly limit: number
      /** Once raised it ends when the value is on the good side of this. */
      readonly back: number
      readonly forMs: number
    }
  | { readonly kind: 'state'; readonly state: AlertState; readonly forMs: number }
  | { readonly kind: 'mode'; readonly mode: Mode; readonly forMs: number }

export interface AlertActions {
  readonly notice: boolean
  readonly sound: boolean
  readonly webhook?: string | undefined
  /** A macro by its id. */
  readonly macro?: string | undefined
}

/** What is watched, and what is done when it happens. */
export interface AlertRule {
  readonly name: string
  readonly slot: SlotName | 'either'
  readonly on: boolean
  readonly when: AlertCondition
  /** It is raised once in this time at most. */
  readonly againMs: number
  readonly does: AlertActions
}
