import type { ModemParts } from './modem-parts'

interface Wanted {
  readonly count: number
  readonly intervalMs: number
  readonly waitMs: number
  /** The modem may lose what they go over meanwhile. */
  readonly online: () => boolean
}

/** Pings of the modem's own stack: how long each took, undefined for one that nobody answered; then the times of all. */
export function sendPings(
  modem: ModemParts,
  address: string,
  { count, intervalMs, waitMs, online }: Wanted,
  told: (ms: number | undefined) => void,
  done: (times: readonly number[]) => void,
): void {
  const times: number[] = []
  const send = (sent: number): void => {
    if (sent === count) return done(times)
    const lost = !online() || modem.chance.next() < modem.radio.air.loss
    const ms = modem.network.roundTripMs() + modem.radio.air.extraMs
    const answers = !lost && modem.network.internet.answersPing(address)
    modem.later(answers ? ms : waitMs, () => {
      if (answers) times.push(ms)
      told(answers ? ms : undefined)
      modem.later(intervalMs, () => send(sent + 1))
    })
  }
  send(0)
}

/** Sent, received, lost, shortest, longest and mean time, as makers list them. */
export function pingSum(sent: number, times: readonly number[]): string {
  const average = Math.round(times.reduce((sum, ms) => sum + ms, 0) / Math.max(1, times.length))
  const low = times.length > 0 ? Math.min(...times) : 0
  const high = times.length > 0 ? Math.max(...times) : 0
  return `${sent},${times.length},${sent - times.length},${low},${high},${average}`
}
