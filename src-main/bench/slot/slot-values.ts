import { idleConnect } from '@core/connect/connect-state'
import { noSecondPort } from './slot-second'
import type { ModemSession } from '@core/modem/session'
import type { AtWay } from '@core/modem/at-way'
import type { IpState } from '@core/modem/ip-state'
import type { SlotName } from '@core/modem/slot-names'
import type { SlotState } from '@contract'

/** Nobody can be asked. */
export const noWay: AtWay = { through: null, found: false, held: false }

/** A slot nothing was opened in. */
export function emptySlot(slot: SlotName, parts: Pick<SlotState, 'net' | 'poll'>): SlotState {
  return {
    slot,
    port: null,
    mode: 'closed',
    at: noWay,
    back: null,
    prompt: null,
    second: noSecondPort,
    unresponsive: false,
    unanswered: null,
    inFlight: null,
    rungs: [],
    facts: [],
    connect: idleConnect,
    ip: null,
    board: null,
    idle: null,
    macro: null,
    messages: { count: 0, sending: null },
    radioUndo: null,
    psm: null,
    sleep: null,
    voice: null,
    esimDownload: null,
    journal: null,
    modem: null,
    ...parts,
  }
}

/** What the IP layer of a link has now. */
export function ipOf({ up, sinceMs, link, host }: NonNullable<ModemSession['upLink']>): IpState {
  return {
    address: up.address,
    peerAddress: up.peerAddress,
    ipv6: host.ipv6,
    dns: host.dns,
    auth: up.auth,
    mtu: up.mtu,
    framing: up.framing,
    upMs: sinceMs,
    rxBytes: link.counters.rxBytes,
    txBytes: link.counters.txBytes,
  }
}
