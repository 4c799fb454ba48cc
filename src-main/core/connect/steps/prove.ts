import { factText } from '../../at/fact-text'
import { errorWords, faultCode } from '../../fault'
import { familyOf, isAddress } from '../../ip/address'
import type { DnsResult } from '../../ip/dns'
import type { IpHost } from '../../ip/host'
import { withoutBrackets } from '../../ip/http'
import { cancelled } from '../../wait'
import type { UpLink } from '../../modem/up-link'
import { LinkEnded, ok, skipped, StepFailure, type Step, type StepContext } from '../step'
import {
  hostAnswers,
  nameIs,
  noHostToPing,
  noNameToLookUp,
  noUrlToFetch,
  noneAnswered,
  pageFetched,
  pingReply,
  stepTitles,
} from './words'

type ProofFailure = 'connect-no-dns' | 'connect-no-ping' | 'connect-no-http'

/** What is proved over the link. A link that ends meanwhile is told by what ended it: nothing is known of the rest. */
async function overLink<T>(
  { session }: StepContext,
  failure: { readonly code: ProofFailure; readonly what: string },
  prove: (host: UpLink['host']) => Promise<T>,
): Promise<T> {
  const { upLink } = session
  if (!upLink) throw new LinkEnded('link-down')
  let ended: LinkEnded | undefined
  const stop = upLink.link.on((event) => {
    if (event.kind === 'down') ended = new LinkEnded(event.code, event.said)
  })
  try {
    const proof = await prove(upLink.host)
    if (ended) throw ended
    return proof
  } catch (error) {
    throw ended ?? named(error, failure.code, failure.what)
  } finally {
    stop()
  }
}

/** Names can be looked up through the link. */
export const dns: Step = {
  id: 'dns',
  title: stepTitles.dns,
  limitMs: 40_000,
  async run(context) {
    const name = context.target.pingHost || hostOf(context.target.httpUrl)
    if (name === '' || isAddress(name)) return skipped(noNameToLookUp)
    const answers = await overLink(context, { code: 'connect-no-dns', what: name }, (host) =>
      lookedUp(host, name, context.signal),
    )
    const found = answers.flatMap((answer) => answer.answers.map((one) => factText(one.data)))
    const [{ server, ms } = { server: '', ms: 0 }] = answers
    return ok(nameIs(name, found, ms, server), { name, answers: found, server, ms })
  },
}

/** The addresses of a name of each family that the link has: IPv6 first, as it is used first. */
async function lookedUp(host: IpHost, name: string, signal: AbortSignal): Promise<DnsResult[]> {
  const types = [
    ...(host.ipv6?.address ? (['AAAA'] as const) : []),
    ...(host.address === null ? [] : (['A'] as const)),
  ]
  const answers: DnsResult[] = []
  for (const type of types)
    answers.push(await host.resolve(name, { type, signal, timeoutMs: 15_000 }))
  return answers
}

/** A host answers pings through the link. */
export const ping: Step = {
  id: 'ping',
  title: { en: 'Ping', ja: 'ping' },
  limitMs: 40_000,
  async run(context) {
    const name = context.target.pingHost
    if (name === '') return skipped(noHostToPing)
    const result = await overLink(context, { code: 'connect-no-ping', what: name }, (host) =>
      host.ping(name, {
        count: 3,
        intervalMs: 1000,
        timeoutMs: 5000,
        signal: context.signal,
        onReply: (reply) => context.progress(pingReply(name, reply.ms)),
      }),
    )
    // A ping that is cancelled gives what it has; that is no answer of the host.
    const stopped = cancelled(context.signal)
    if (stopped) throw stopped
    const { sent, received, avgMs, address } = result
    // On a link of both families which one was used is not clear by itself.
    const family =
      isAddress(name) || context.target.pdpType === 'IP' ? undefined : familyOf(address)
    const by = family === undefined ? '' : family === 'ipv6' ? 'IPv6' : 'IPv4'
    context.found.pinged = { host: name, sent, received, avgMs: avgMs ?? null }
    if (received === 0) throw new StepFailure('connect-no-ping', noneAnswered(name, sent))
    return ok(hostAnswers(result, name, by), { host: name, sent, received, avg_ms: avgMs ?? null })
  },
}

/** A page can be fetched through the link. */
export const http: Step = {
  id: 'http',
  title: { en: 'HTTP', ja: 'HTTP' },
  limitMs: 60_000,
  async run(context) {
    const url = context.target.httpUrl
    if (url === '') return skipped(noUrlToFetch)
    const answer = await overLink(context, { code: 'connect-no-http', what: url }, (host) =>
      host.http(url, { signal: context.signal, timeoutMs: 30_000, maxBytes: 65_536 }),
    )
    return ok(pageFetched(url, answer.status, answer.body.length, answer.ms), {
      status: answer.status,
      bytes: answer.body.length,
      ms: answer.ms,
    })
  },
}

function hostOf(url: string): string {
  return withoutBrackets(/^https?:\/\/(\[[^\]]*\]|[^/:?#]+)/.exec(url)?.[1]) ?? ''
}

/** The step's own words around what went wrong below; a cancel and a lost port stay what they are. */
function named(error: unknown, code: ProofFailure, what: string) {
  const below = faultCode(error)
  if (below === 'ip-closed') return new LinkEnded('link-down')
  if (
    below === undefined ||
    below === 'at-cancelled' ||
    below === 'connect-cancelled' ||
    below.startsWith('port-')
  )
    return error
  const { en, ja } = errorWords(error)
  return new StepFailure(code, { en: `${what}: ${en}`, ja: `${what}：${ja}` })
}
