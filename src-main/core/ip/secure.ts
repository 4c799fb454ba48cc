import { Fault, faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import type { OpenTls, TlsOptions, TlsStream } from '../ports/tls'
import type { NtpResult } from './ntp'
import type { ByteStream } from './stream'

interface Means {
  readonly openTls: OpenTls
  readonly clock: Clock
  /** Asks a time server over the same link. */
  ask(server: string): Promise<NtpResult>
}

/** Asked only when a certificate is out of date: one datagram says whether it is the clock. */
const timeServer = 'pool.ntp.org'
/** Less than this makes no certificate invalid that was not about to be. */
const wrongMs = 3_600_000

/** A secure stream over a connection; a certificate out of date by a wrong clock of this computer is told as that. */
export async function secureStream(
  { openTls, clock, ask }: Means,
  carrier: ByteStream,
  options: TlsOptions,
): Promise<TlsStream> {
  try {
    return await openTls(carrier, options)
  } catch (error) {
    const code = faultCode(error)
    if (code !== 'tls-expired' && code !== 'tls-not-yet-valid') throw error
    const time = await ask(timeServer).catch(() => undefined)
    if (!time || Math.abs(time.offsetMs) < wrongMs) throw error
    const here = new Date(clock.nowMs()).toISOString().slice(0, 16).replace('T', ' ')
    const there = new Date(time.timeMs).toISOString().slice(0, 16).replace('T', ' ')
    throw new Fault(
      'tls-clock',
      {
        en: `This computer says ${here} UTC; ${time.server} says ${there} UTC.`,
        ja: `この PC: ${here} UTC、${time.server}: ${there} UTC。`,
      },
      { cause: error },
    )
  }
}
