import { latin1 } from '../../bytes'
import type { Clock } from '../../ports/clock'
import type { SoracomCheck } from '../net-state'
import type { IpHost } from '../host'

/** What an endpoint said of the data that it was sent. */
export interface Said {
  readonly status: number
  readonly text: string
  /** Octets of the data, or of the request. */
  readonly bytesOut: number
}

export type DataWay = 'tcp' | 'udp'

/** The services that take data by TCP and UDP, each with its port (developers.soracom.io: Harvest, Funnel, Beam, Unified Endpoint). */
export const dataPlaces: {
  readonly [what in SoracomCheck]?: { readonly host: string; readonly port: number }
} = {
  harvest: { host: 'harvest.soracom.io', port: 8514 },
  unified: { host: 'uni.soracom.io', port: 23_080 },
  beam: { host: 'beam.soracom.io', port: 23_080 },
  funnel: { host: 'funnel.soracom.io', port: 23_080 },
}

const answerMs = 15_000

interface Sending {
  readonly by: DataWay
  readonly host: string
  readonly port: number
  readonly data: Uint8Array
  readonly signal: AbortSignal | undefined
}

/** One datagram, or one segment on a connection of its own, and the answer: a status and a text. Undefined: none came. */
export async function sendData(
  clock: Clock,
  host: IpHost,
  sending: Sending,
): Promise<Said | undefined> {
  const { by, data, signal } = sending
  const answer =
    by === 'udp'
      ? await host.udp(sending.host, sending.port, data, { signal, timeoutMs: answerMs })
      : await overTcp(clock, host, sending)
  if (answer === undefined || answer.length === 0) return undefined
  const said = latin1(answer).trim()
  const [, status, text = ''] = /^(\d{3})(?:\s+([^]*))?$/.exec(said) ?? []
  // What a destination says by itself, where the status is left out (“skip status code”).
  if (status === undefined) return { status: 200, text: said, bytesOut: data.length }
  return { status: Number(status), text, bytesOut: data.length }
}

async function overTcp(
  clock: Clock,
  host: IpHost,
  { host: name, port, data, signal }: Sending,
): Promise<Uint8Array | undefined> {
  const connection = await host.connect(name, port, { signal })
  const silence = new AbortController()
  const stop = () => silence.abort(signal?.reason)
  signal?.addEventListener('abort', stop, { once: true })
  const late = clock.schedule(answerMs, () => silence.abort())
  try {
    await connection.write(data, signal)
    return await connection.read(silence.signal)
  } catch (error) {
    // The limit alone: what the caller stopped, and what the connection met, is told.
    if (silence.signal.aborted && !signal?.aborted) return undefined
    throw error
  } finally {
    late()
    signal?.removeEventListener('abort', stop)
    connection.end()
  }
}
