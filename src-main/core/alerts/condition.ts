import { isRegistered } from '../registered'
import type { KnownFact } from '../modem/known-fact'
import type { Mode } from '../modem/mode'
import type { PortState } from '../modem/port-state'
import type { AlertCondition, AlertState, AlertValue } from './alert'

/** A slot as rules look at it. */
export interface AlertPicture {
  /** Null: the person closed it, or it never was open. */
  readonly port: Pick<PortState, 'state'> | null
  readonly mode: Mode
  readonly unresponsive: boolean
  readonly facts: readonly KnownFact[]
  /** A connection ended by nobody's wish, and none has come up since. */
  readonly linkLost: boolean
  readonly ping: {
    readonly seconds?: number | undefined
    readonly lossPercent?: number | undefined
  }
}

const factOf = {
  rsrp_dbm: 'rsrp',
  rsrq_db: 'rsrq',
  sinr_db: 'sinr',
  rssi_dbm: 'rssi',
  rscp_dbm: 'rscp',
  ecio_db: 'ecio',
  temperature_celsius: 'temperature',
  supply_volts: 'voltage',
} as const satisfies { readonly [value in Exclude<AlertValue, `ping_${string}`>]: string }

const current = (facts: readonly KnownFact[], key: string) =>
  facts.find((fact) => fact.key === key && !fact.stale)

/** The value as it is now; undefined: not known. */
export function valueIn(picture: AlertPicture, value: AlertValue): number | undefined {
  if (value === 'ping_seconds') return picture.ping.seconds
  if (value === 'ping_loss_percent') return picture.ping.lossPercent
  return current(picture.facts, factOf[value])?.number
}

/**
 * Whether a condition holds; undefined: nobody knows. `holding`: it held a moment ago, so that a value must reach its way back.
 * Nothing holds on a port that the person closed.
 */
export function holdsNow(
  when: Exclude<AlertCondition, { readonly kind: 'pattern' }>,
  picture: AlertPicture,
  holding: boolean,
): boolean | undefined {
  if (!picture.port) return false
  if (when.kind === 'mode') return picture.mode === when.mode
  if (when.kind === 'state') return stateHolds(when.state, picture)
  if (picture.port.state !== 'open') return undefined
  const value = valueIn(picture, when.value)
  if (value === undefined) return undefined
  const limit = holding ? when.back : when.limit
  return when.side === 'below' ? value < limit : value > limit
}

/** As +CPIN says it, asked or by itself. */
const noSim: ReadonlySet<string> = new Set(['NOT INSERTED', 'SIM REMOVED'])

function stateHolds(state: AlertState, picture: AlertPicture): boolean | undefined {
  const port = picture.port?.state
  if (state === 'port-gone') return port === 'gone' || (port === 'open' ? false : undefined)
  if (state === 'link-lost') return picture.linkLost
  if (port !== 'open') return undefined
  if (state === 'unresponsive') return picture.unresponsive
  if (state === 'sim-missing') {
    const code = current(picture.facts, 'sim')?.value
    return code === undefined ? undefined : noSim.has(code)
  }
  const stat = current(picture.facts, 'registration')?.number
  return stat === undefined ? undefined : !isRegistered(stat)
}
