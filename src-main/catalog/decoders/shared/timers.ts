import type { FactValue } from '@core/at/knowledge'

/** Seconds of a unit of GPRS timer 3 (3GPP TS 24.008, 10.5.7.4a): the extended periodic TAU. */
const tauUnits = [600, 3600, 36000, 2, 30, 60, 1152000]
/** Seconds of a unit of GPRS timer 2 (10.5.7.3): the active time. */
const activeUnits = [2, 60, 360]

function timer(
  bits: FactValue | undefined,
  units: readonly number[],
  otherwise?: number,
): string | undefined {
  if (typeof bits !== 'string' || !/^[01]{8}$/.test(bits)) return undefined
  // All ones in the unit means the timer is deactivated.
  if (bits.startsWith('111')) return 'off'
  const unit = units[parseInt(bits.slice(0, 3), 2)] ?? otherwise
  if (unit === undefined) return undefined
  return duration(unit * parseInt(bits.slice(3), 2))
}

export function periodicTau(bits: FactValue | undefined): string | undefined {
  return timer(bits, tauUnits)
}

export function activeTime(bits: FactValue | undefined): string | undefined {
  // Units that are not defined count minutes (10.5.7.3).
  return timer(bits, activeUnits, 60)
}

/** eDRX cycle of LTE (24.008, 10.5.5.32) in seconds. */
const cycles = [
  5.12, 10.24, 20.48, 40.96, 61.44, 81.92, 102.4, 122.88, 143.36, 163.84, 327.68, 655.36, 1310.72,
  2621.44, 5242.88, 10485.76,
]

export function edrxCycle(bits: FactValue | undefined): string | undefined {
  if (typeof bits !== 'string' || !/^[01]{4}$/.test(bits)) return undefined
  const seconds = cycles[parseInt(bits, 2)]
  return seconds === undefined ? undefined : `${seconds} s`
}

function duration(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600} h`
  if (seconds >= 60 && seconds % 60 === 0) return `${seconds / 60} min`
  return `${seconds} s`
}
