import { openSync, writeSync, closeSync, constants } from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { PtyPair } from '../support/pty-pair'

/** Who talks without a pause, on the far end of a pty. */
const talks = {
  /** What a wrong speed sounds like. */
  noise: (n: number) =>
    Buffer.from(Array.from({ length: 40 }, (_, i) => 128 + ((n * 31 + i * 17) % 120))),
  /** What a modem says with every report on. */
  reports: (n: number) =>
    Buffer.from(
      n % 2 === 0 ? `\r\n+CSQ: ${n % 31},99\r\n` : `\r\n+CREG: 1,"1A2B","0${100_000 + n}",7\r\n`,
    ),
} as const

const everyMs = 10

/** Writes at a speed; what a full pty does not take is said later. */
export function talker({ far }: PtyPair, kind: keyof typeof talks, bytesPerS: number) {
  const file = openSync(far, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)
  let [said, n, rest] = [0, 0, Buffer.alloc(0)]
  const began = performance.now()
  const timer = setInterval(() => {
    const due = Math.min((bytesPerS / 1000) * (performance.now() - began) - said, bytesPerS / 10)
    const parts = [rest]
    for (let length = rest.length; length < due;) {
      const part = talks[kind](n++)
      parts.push(part)
      length += part.length
    }
    rest = Buffer.concat(parts)
    try {
      const written = writeSync(file, rest)
      said += written
      rest = rest.subarray(written)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }, everyMs)
  return {
    said: () => said,
    stop: () => {
      clearInterval(timer)
      closeSync(file)
    },
  }
}
