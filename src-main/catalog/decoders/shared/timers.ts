import type { FactValue } from '@core/at/knowledge'
import {
  activeSeconds,
  cycleSeconds,
  durationText,
  isOff,
  tauSeconds,
} from '@core/radio/gprs-timers'

type Bits = FactValue | undefined

/** `1 min` of the bits of a timer; `off` where it is deactivated. */
function shown(bits: Bits, secondsOf: (bits: string) => number | undefined): string | undefined {
  if (typeof bits !== 'string') return undefined
  if (isOff(bits)) return 'off'
  const seconds = secondsOf(bits)
  return seconds === undefined ? undefined : durationText(seconds)
}

export const periodicTau = (bits: Bits): string | undefined => shown(bits, tauSeconds)
export const activeTime = (bits: Bits): string | undefined => shown(bits, activeSeconds)

/** eDRX cycle of LTE in seconds. */
export function edrxCycle(bits: Bits): string | undefined {
  const seconds = typeof bits === 'string' ? cycleSeconds(bits) : undefined
  return seconds === undefined ? undefined : `${seconds} s`
}
