import { Fault } from '../fault'
import type { IpHost } from '../ip/host'
import { utf8, utf8Bytes } from '../utf8'
import type { UploadPlan } from './plan'
import { quoted } from '../words'

export interface Uploaded {
  readonly latencyMs: number
  readonly status: number | null
  readonly own: string | null
  /** The address the server answered with, where its answer is one. */
  readonly seenAs: string | null
}

/**
 * Sends one value as the seed's thermometer did: in the query of a GET, or as the form of a POST. Any answer of the server
 * means that the value arrived; rejects with a Fault when none came.
 */
export async function upload(
  host: IpHost,
  { kind, target, timeoutMs }: UploadPlan,
  value: string,
  signal: AbortSignal,
): Promise<Uploaded> {
  const own = host.address
  if (kind === 'ping') {
    const found = await host.ping(target, { count: 1, timeoutMs, signal })
    if (found.avgMs === null) throw new Fault('ip-no-answer', quoted(target))
    return { latencyMs: found.avgMs, status: null, own, seenAs: null }
  }
  const options = { timeoutMs, signal, maxBytes: 65_536 }
  const reply =
    kind === 'get'
      ? await host.http(`${target}${target.includes('?') ? '&' : '?'}${value}`, options)
      : await host.http(target, {
          ...options,
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: utf8Bytes(value),
        })
  const said = utf8(reply.body.subarray(0, 64)).trim()
  const seenAs = /^(\d{1,3}\.){3}\d{1,3}$/.test(said) ? said : null
  return { latencyMs: reply.ms, status: reply.status, own, seenAs }
}
