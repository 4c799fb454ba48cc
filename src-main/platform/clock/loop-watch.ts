import type { Late, WatchLateness } from '@core/ports/lateness'

const everyMs = 250
/** What a person at a terminal notices; shorter ones are the daily work of a computer. */
const leastMs = 1_000

/**
 * Looks four times a second whether its turn comes: whatever holds up the one loop that carries ports, PPP and journal holds up
 * this too. The program does not stay alive for it.
 */
export const watchLoop: WatchLateness = (heard: (late: Late) => void) => {
  let before = { ms: performance.now(), cpu: process.cpuUsage() }
  const timer = setInterval(() => {
    const now = { ms: performance.now(), cpu: process.cpuUsage() }
    const ms = now.ms - before.ms - everyMs
    const cpuMs = (now.cpu.user + now.cpu.system - before.cpu.user - before.cpu.system) / 1000
    before = now
    if (ms >= leastMs) heard({ ms, cpuMs })
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
