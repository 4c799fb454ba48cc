import { notIperf3 } from './control'

/** What one side says of the one stream of a test. */
export interface StreamResult {
  readonly bytes: number
  /** -1 where it is not known. */
  readonly retransmits: number
  readonly jitterMs: number
  /** Datagrams that did not arrive, and all that were sent. */
  readonly lost: number
  readonly packets: number
}

/** The results as iperf3 sends them; times in seconds. */
export function resultsJson(result: StreamResult, seconds: number): object {
  return {
    cpu_util_total: 0,
    cpu_util_user: 0,
    cpu_util_system: 0,
    sender_has_retransmits: result.retransmits < 0 ? 0 : 1,
    streams: [
      {
        id: 1,
        bytes: Math.round(result.bytes),
        retransmits: result.retransmits,
        jitter: result.jitterMs / 1000,
        errors: result.lost,
        packets: result.packets,
        start_time: 0,
        end_time: seconds,
      },
    ],
  }
}

/** Throws `iperf3-bad-answer` where the octets that arrived are not told. */
export function readResults(value: unknown): StreamResult {
  const stream = firstStream(value)
  const number = (name: string, missing: number) => {
    const found = stream?.[name]
    return typeof found === 'number' && Number.isFinite(found) ? found : missing
  }
  const bytes = number('bytes', -1)
  if (bytes < 0) throw notIperf3(JSON.stringify(value).slice(0, 60))
  return {
    bytes,
    retransmits: number('retransmits', -1),
    jitterMs: number('jitter', 0) * 1000,
    lost: number('errors', 0),
    packets: number('packets', 0),
  }
}

function firstStream(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const streams = isObject(value) ? value['streams'] : undefined
  const first: unknown = Array.isArray(streams) ? streams[0] : undefined
  return isObject(first) ? first : undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
