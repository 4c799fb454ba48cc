import type { CardState } from './card'
import { causeText } from './causes'
import type { ContextAuth, PdpContext } from './contexts'
import type { DataCall } from './data-call'
import type { ModemBase } from './modem-base'
import type { SignalLevel } from './operators'
import type { PowerState } from './power'
import { sessionText } from './session'

/** The state of a simulated modem as plain values. */
export interface ModemSnapshot {
  readonly persona: string
  readonly imei: string
  readonly power: PowerState
  readonly status: boolean
  readonly plugged: boolean
  readonly card: CardState
  readonly functionality: number
  readonly stat: number
  readonly registration: string
  readonly plmn?: string
  readonly cellId?: number
  readonly level?: SignalLevel
  readonly contexts: readonly (PdpContext & { readonly address?: string })[]
  readonly auth: readonly (ContextAuth & { readonly cid: number })[]
  readonly mode: 'command' | 'data' | 'cmux'
  readonly call?: {
    readonly cid: number
    readonly state: 'online' | 'held' | 'over'
    readonly address: string
    readonly bytesUp: number
    readonly bytesDown: number
  }
  readonly baudRate: number
  readonly lastCause?: string
}

interface Pictured extends ModemBase {
  readonly plugged: boolean
  readonly mode: ModemSnapshot['mode']
  readonly call: DataCall | undefined
}

export function snapshotOf(modem: Pictured): ModemSnapshot {
  const { radio, stored, contexts, call } = modem
  const serving = radio.serving()
  return {
    persona: modem.persona.id,
    imei: modem.imei,
    power: modem.power.state,
    status: modem.power.status(),
    plugged: modem.plugged,
    card: modem.card.state,
    functionality: radio.functionality,
    stat: radio.stat(),
    registration: radio.state.kind,
    ...(serving && {
      plmn: serving.cell.plmn,
      cellId: serving.cell.cellId,
      level: serving.level,
    }),
    contexts: [...stored.contexts.values()].map((context) => {
      const session = contexts.get(context.cid)
      return session ? { ...context, address: sessionText(session) } : context
    }),
    auth: [...stored.auth].map(([cid, auth]) => ({ cid, ...auth })),
    mode: modem.mode,
    ...(call && {
      call: {
        cid: call.cid,
        state: call.state,
        address: sessionText(call.session),
        bytesUp: call.session.bytesUp,
        bytesDown: call.session.bytesDown,
      },
    }),
    baudRate: modem.baudRate(),
    ...(modem.lastCause && { lastCause: causeText(modem.lastCause) }),
  }
}
