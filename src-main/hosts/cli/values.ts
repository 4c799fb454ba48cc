import { boundsOf, Fault, framings, type CallName, type Framing, type Input } from '@contract'
import type { Read } from './command'
import {
  bitRateFrom,
  framingFrom,
  numberFrom,
  octetsFrom,
  secondsAbove,
  secondsFrom,
  speedFrom,
  wholeNumber,
} from './value-words'

/** A number from `low` to `high`. */
export const number =
  (low: number, high: number) =>
  (text: string, label: string): number => {
    const value = Number(text)
    if (text.trim() !== '' && value >= low && value <= high) return value
    throw new Fault('bad-input', numberFrom(label, low, high))
  }

export const whole =
  (low: number, high: number) =>
  (text: string, label: string): number => {
    const value = number(low, high)(text, label)
    if (Number.isInteger(value)) return value
    throw new Fault('bad-input', wholeNumber(label))
  }

/** A number as the call has it: its bounds stand in the contract alone. */
export const numberOf =
  <N extends CallName>(name: N, field: keyof Input<N> & string): Read<number> =>
  (text, label) => {
    const bounds = boundsOf(name, field)
    return (bounds.whole ? whole : number)(bounds.low, bounds.high)(text, label)
  }

/** Seconds as milliseconds. */
export const seconds =
  (low: number, high: number) =>
  (text: string, label: string): number => {
    const value = Number(text)
    if (text.trim() !== '' && value >= low && value <= high) return Math.round(value * 1000)
    throw new Fault('bad-input', secondsFrom(label, low, high))
  }

/** Seconds for what the call has in seconds. */
export const secondsOf =
  <N extends CallName>(name: N, field: keyof Input<N> & string): Read<number> =>
  (text, label) => {
    const { low, high } = boundsOf(name, field)
    return Math.round(seconds(low, high)(text, label) / 1000)
  }

/** Seconds for what the call has in milliseconds. */
export const msOf =
  <N extends CallName>(name: N, field: keyof Input<N> & string): Read<number> =>
  (text, label) => {
    const { low, high } = boundsOf(name, field)
    return seconds(low / 1000, high / 1000)(text, label)
  }

export const someSeconds: Read<number> = (text, label) => {
  const value = Number(text)
  if (value > 0) return value * 1000
  throw new Fault('bad-input', secondsAbove(label))
}

/** Octets, as many as the call takes at least: `500000`, `500k`, `20M`, `1G`, in steps of 1000. */
export const octetsOf =
  <N extends CallName>(name: N, field: keyof Input<N> & string): Read<number> =>
  (text, label) => {
    const { low } = boundsOf(name, field)
    const value = scaled(text.trim().replace(/B$/i, ''))
    if (value >= low) return Math.round(value)
    throw new Fault('bad-input', octetsFrom(label, low))
  }

/** Bits per second within the bounds of the call: `256k`, `2M`, in steps of 1000. */
export const bitRateOf =
  <N extends CallName>(name: N, field: keyof Input<N> & string): Read<number> =>
  (text, label) => {
    const { low, high } = boundsOf(name, field)
    const value = scaled(text.trim())
    if (value >= low && value <= high) return Math.round(value)
    throw new Fault('bad-input', bitRateFrom(label, low, high))
  }

/** NaN for what is no number with k, M or G behind it. */
function scaled(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kMG]?)$/i.exec(text)
  const factors: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, G: 1e9 }
  return Number(match?.[1]) * (factors[(match?.[2] ?? '').toUpperCase()] ?? Number.NaN)
}

/** Of a serial port, in bit/s. */
export const speed = (text: string, label: string): number => {
  const baud = Number(text)
  if (Number.isInteger(baud) && baud >= 300 && baud <= 4_000_000) return baud
  throw new Fault('bad-input', speedFrom(label))
}

/** Data bits, parity and stop bits of a serial port: `8N1`. */
export const framing = (text: string, label: string): Framing => {
  const found = framings.find((one) => one === text.trim().toUpperCase())
  if (found) return found
  throw new Fault('bad-input', framingFrom(label))
}
