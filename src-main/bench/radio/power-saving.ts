import type { PowerSaving } from '@contract'
import type { AtReply } from '@core/at/reply'
import { durationText, tauSeconds, windowSeconds } from '@core/radio/gprs-timers'
import {
  askedPsm,
  askedWindow,
  edrxRows,
  grantedPsm,
  reportingIn,
  type OwnSaving,
  type PsmTimers,
} from '@core/radio/saving'
import { activeTime, edrxCycle, periodicTau } from '@catalog/decoders/shared/timers'

type Send = (command: string) => Promise<AtReply>

/** What the modem has asked of the network to save power, and what it was given. Nothing stays changed. */
export async function powerSavingBy(send: Send, own: OwnSaving = {}): Promise<PowerSaving> {
  const lines = async (command: string) => {
    const reply = await send(command)
    return reply.ok ? reply.lines : []
  }
  const asked = askedPsm(await lines('AT+CPSMS?'))
  const given = asked?.on ? await grantedBy(own, send, lines) : null
  const set = await lines('AT+CEDRXS?')
  const edrx = set.length > 0 ? edrxRows(set, await lines('AT+CEDRXRDP')) : []
  const { window } = own
  const windows = window && edrx.length > 0 ? await lines(window.command) : []
  return {
    psm: asked && {
      on: asked.on,
      asked: shown(asked),
      granted: given,
    },
    edrx: edrx.map(({ act, ...cycles }) => ({
      act,
      asked: edrxCycle(cycles.asked ?? undefined) ?? null,
      granted: edrxCycle(cycles.granted ?? undefined) ?? null,
      window: {
        asked: windowText(window ? askedWindow(windows, window.prefix, act) : null, act),
        granted: windowText(cycles.window, act),
      },
    })),
  }
}
function windowText(bits: string | null, act: number): string | null {
  const seconds = windowSeconds(bits ?? '', act)
  return seconds === undefined ? null : `${seconds} s`
}
type Granted = NonNullable<NonNullable<PowerSaving['psm']>['granted']>

/** By the maker's own command where it has one, else by +CEREG. */
async function grantedBy(
  { psm }: OwnSaving,
  send: Send,
  lines: (command: string) => Promise<readonly string[]>,
): Promise<Granted | null> {
  const own = psm?.read(await lines(psm.command)) ?? null
  if (own) {
    const { active, tau } = own
    return { activeTime: durationText(active), periodicTau: durationText(tau), tauSeconds: tau }
  }
  const given = await granted(send, lines)
  return given && { ...shown(given), tauSeconds: tauSeconds(given.tau ?? '') ?? null }
}
const shown = ({ active, tau }: PsmTimers) => ({
  activeTime: activeTime(active ?? undefined) ?? null,
  periodicTau: periodicTau(tau ?? undefined) ?? null,
})

/** Told with <n> 4 alone, which goes back to what it was. */
async function granted(
  send: Send,
  lines: (command: string) => Promise<readonly string[]>,
): Promise<PsmTimers | null> {
  const n = reportingIn(await lines('AT+CEREG?'))
  if (n === undefined) return null
  if (n >= 4) return grantedPsm(await lines('AT+CEREG?'))
  const taken = await send('AT+CEREG=4')
  if (!taken.ok) return null
  const timers = grantedPsm(await lines('AT+CEREG?'))
  await send(`AT+CEREG=${n}`)
  return timers
}
