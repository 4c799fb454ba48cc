import { Fault } from '../../fault'
import type { CertificateFacts, CertificateTrouble, TlsFacts, TlsWishes } from '../../ports/tls'
import { quoted, type SeenLine, type Words } from '../../words'
import type { FamilyChoice } from '../destination'
import type { IpHost } from '../host'
import { clockWrong } from '../secure'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import { certificateRow, serverTrusted, tlsFacts } from './words'

export interface TlsTool extends ToolOptions, Omit<TlsWishes, 'insecure'> {
  readonly host: string
  readonly port: number
  readonly timeoutMs?: number | undefined
  readonly family?: FamilyChoice | undefined
}

/** A TLS handshake and nothing after it: version, chain, and whether the certificate is trusted. Rejects when there is no handshake. */
export async function tlsTool(host: IpHost, options: TlsTool): Promise<ToolAnswer<TlsFacts>> {
  const { host: name, port, onProgress: _onProgress, ...rest } = options
  // What is wrong with the certificate is the answer here, not its end.
  const stream = await host.connectTls(name, port, { ...rest, insecure: true })
  stream.end()
  const { facts, clock } = await byTheClock(host, stream.facts, options.signal)
  const answer = explainTls(`${name}:${port}`, facts, stream.remote.address)
  return clock ? { ...answer, lines: [...answer.lines, clock] } : answer
}

const ofTheDate: ReadonlySet<string> = new Set(['tls-expired', 'tls-not-yet-valid'])

/** A certificate that is out of date by a wrong clock of this computer alone is told as that: a time server is asked over the same link. */
async function byTheClock(
  host: IpHost,
  facts: TlsFacts,
  signal: AbortSignal | undefined,
): Promise<{ readonly facts: TlsFacts; readonly clock?: Words }> {
  const { trouble, also } = facts
  if (trouble === null || ![trouble, ...also].some((one) => ofTheDate.has(one))) return { facts }
  const clock = await clockWrong((server) => host.ntp(server, { signal, timeoutMs: 3_000 }))
  if (!clock) return { facts }
  const told = (one: CertificateTrouble) => (ofTheDate.has(one) ? 'tls-clock' : one)
  return { facts: { ...facts, trouble: told(trouble), also: also.map(told) }, clock }
}

export function explainTls(where: string, facts: TlsFacts, address: string): ToolAnswer<TlsFacts> {
  return {
    ok: facts.trouble === null,
    words: tlsWords(where, facts),
    lines: [quoted(`${where} (${address})`), ...tlsLines(facts)],
    facts,
  }
}

function tlsWords(where: string, facts: TlsFacts): Words {
  const { trouble, also, protocol, handshakeMs, chain } = facts
  const time = msText(handshakeMs)
  const until = chain[0] ? dayText(chain[0].validToMs) : ''
  if (trouble === null) return serverTrusted(where, protocol, time, until)
  const meanings = [trouble, ...also].map((one) => new Fault(one).row.meaning)
  const [first = { en: '', ja: '' }] = new Fault(trouble).row.tries
  return {
    en: `${where}: ${meanings.map(({ en }) => en).join(' ')} ${first.en}`,
    ja: `${where}: ${meanings.map(({ ja }) => ja).join('')}${first.ja}`,
  }
}

/** The session and its chain, a line a fact. */
export function tlsLines(facts: TlsFacts): SeenLine[] {
  const { protocol, cipher, alpn, serverName, handshakeMs, chain } = facts
  return [
    tlsFacts(protocol, cipher, msText(handshakeMs), serverName, alpn),
    ...chain.map((one, depth) => certificateLine(one, depth)),
  ]
}

function certificateLine(certificate: CertificateFacts, depth: number): SeenLine {
  const { subject, issuer, names, validFromMs, validToMs, fingerprint } = certificate
  const some = depth === 0 && names.length > 0 ? ` [${names.slice(0, 5).join(', ')}]` : ''
  const [from, to] = [validFromMs, validToMs].map(dayText)
  return certificateRow(depth, subject, some, issuer, from, to, fingerprint)
}

const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10)
