import { Fault, faultCode } from '../fault'
import type { OpenTls, TlsOptions, TlsStream } from '../ports/tls'
import type { NtpResult } from './ntp'
import type { ByteStream } from '../ports/stream'
import type { Words } from '../words'
import { clocksDiffer } from './words'

interface Means {
  readonly openTls: OpenTls
  /** Asks a time server over the same link. */
  ask(server: string): Promise<NtpResult>
}

/** Asked only when a certificate is out of date: one datagram says whether it is the clock. */
const timeServer = 'pool.ntp.org'
/** Less than this makes no certificate invalid that was not about to be. */
const wrongMs = 3_600_000

/** A secure stream over a connection; a certificate out of date by a wrong clock of this computer is told as that. */
export async function secureStream(
  { openTls, ask }: Means,
  carrier: ByteStream,
  options: TlsOptions,
): Promise<TlsStream> {
  try {
    return await openTls(carrier, options)
  } catch (error) {
    const code = faultCode(error)
    if (code !== 'tls-expired' && code !== 'tls-not-yet-valid') throw error
    const wrong = await clockWrong(ask)
    if (!wrong) throw error
    throw new Fault('tls-clock', wrong, { cause: error })
  }
}

/** What the time server says where this computer's clock is off by so much that certificates look out of date; undefined: it is not, or nobody says. */
export async function clockWrong(
  ask: (server: string) => Promise<NtpResult>,
): Promise<Words | undefined> {
  const time = await ask(timeServer).catch(() => undefined)
  if (!time || Math.abs(time.offsetMs) < wrongMs) return undefined
  const text = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ')
  const [here, there] = [text(time.timeMs - time.offsetMs), text(time.timeMs)]
  return clocksDiffer(here, time.server, there)
}
