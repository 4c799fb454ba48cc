import { z } from 'zod'
import type { FailoverState } from '@core/failover/failover-state'
import type { Mode } from '@core/modem/mode'
import type { PortState } from '@core/modem/port-state'
import type { SlotName } from '@core/modem/slot-names'
import type { Rung, RungId } from '@core/modem/rungs'
import type { AlertFigures } from './alerts'
import { call } from './call'

/** What a modem measures, with the unit in the name; what it has not told is absent. */
export interface MeasuredFigures {
  readonly rsrpDbm?: number
  readonly rsrqDb?: number
  readonly sinrDb?: number
  readonly rssiDbm?: number
  readonly rscpDbm?: number
  readonly ecioDb?: number
  readonly temperatureCelsius?: number
  readonly supplyVolts?: number
}

/** How often something has happened since the bench was started. Each only grows. */
export interface CountedFigures {
  /** The network took the modem in. */
  readonly registrations: number
  readonly registrationLosses: number
  /** A connection came up: it had an address. */
  readonly connections: number
  /** A connection ended, by whoever's wish. */
  readonly connectionEnds: number
  /** The port vanished. */
  readonly portLosses: number
  readonly pings: number
  readonly pingsLost: number
  /** The round trips of those that were answered, in all. */
  readonly pingSeconds: number
  /** IP packets with their headers, over all connections; to the second. */
  readonly rxBytes: number
  readonly txBytes: number
}

/** How connections ended up. */
export interface VerdictCount {
  readonly result: 'connected' | 'failed' | 'cancelled'
  /** A fault code; empty where nothing failed. */
  readonly reason: string
  readonly count: number
}

/** A slot in numbers and names that stay the same in every language. Nothing in it identifies a SIM or a person. */
export interface SlotFigures {
  readonly slot: SlotName
  /** The path of the port; empty: none was opened. */
  readonly port: string
  readonly portState: PortState['state'] | 'closed'
  /** The modem's family as far as it is known, its model and its firmware; empty where it has not told. */
  readonly modem: string
  readonly model: string
  readonly firmware: string
  readonly mode: Mode
  /** It does not answer, and nothing says that it sleeps. */
  readonly unresponsive: boolean
  /** It said that it sleeps (PSM), or went silent after PSM was granted. */
  readonly asleep: boolean
  /** `<stat>` of 27.007; null: not known. */
  readonly registrationStat: number | null
  readonly registered: boolean | null
  /** `LTE`; empty: not known. */
  readonly access: string
  readonly band: string
  /** MCC and MNC as digits, or the name, as the modem tells it. */
  readonly operator: string
  /** Since when there is an address, epoch ms; null: there is none. */
  readonly connectedMs: number | null
  /** The highest layer of the ladder that was tried; null: none was. */
  readonly rung: { readonly id: RungId; readonly state: Rung['state'] } | null
  readonly measured: MeasuredFigures
  readonly counted: CountedFigures
  readonly verdicts: readonly VerdictCount[]
  readonly lastVerdict: (Omit<VerdictCount, 'count'> & { readonly atMs: number }) | null
}

export interface FailoverFigures {
  readonly state: FailoverState['state']
  /** Who has the traffic; null: nobody. */
  readonly active: SlotName | null
  readonly switches: number
  readonly failedSwitches: number
  /** From the first sign of trouble to the first octet, over all that succeeded. */
  readonly switchSeconds: number
}

/** A bench in numbers, for those who watch many. */
export interface Figures {
  readonly version: string
  readonly startedMs: number
  readonly slots: readonly SlotFigures[]
  /** Null while no failover runs; its counts are then told again from where they were. */
  readonly failover: FailoverFigures | null
  /** Every rule that is on, on each of its slots. */
  readonly alerts: readonly AlertFigures[]
}

export const figuresCalls = {
  /** The figures of the bench, as /metrics and MQTT tell them. */
  'figures.read': call<Figures>()(z.undefined()),
} as const
