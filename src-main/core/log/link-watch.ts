import type { FaultCode } from '../fault'
import type { RungId } from '../modem/rungs'
import { isAskedEnd } from './hang-ups'
import type { LogRow } from './row'

/** Where it stands still though no line says so: what was asked again and again, and what it means. */
export interface Standstill {
  readonly id: RungId
  readonly code: FaultCode
  readonly row: LogRow
}

/** What is asked over a link, from below. */
const questions = ['cmux', 'lcp', 'auth', 'ipcp', 'dns', 'ping', 'tcp'] as const
type Question = (typeof questions)[number]

/** Each is asked again after some seconds; who asks so often waits in vain. */
const often = 3
/** Twice is enough where so much time lies between. */
const longMs = 4_000
/** LCP that is answered and asked again so often never agrees (RFC 1661, 4.6: Max-Failure is 5). */
const endless = 6
/** A call that ends so soon, before anything was agreed, was refused. */
const soonMs = 2_000
const mostSent = 8
/** SIMCom says that its PPP is over before NO CARRIER, or instead of it. */
const ends = /^(?:NO CARRIER$|\+PPPD: DISC)/

const meanings: { readonly [question in Question]: Pick<Standstill, 'id' | 'code'> } = {
  cmux: { id: 'port', code: 'cmux-no-answer' },
  lcp: { id: 'ppp', code: 'link-no-lcp' },
  auth: { id: 'ppp', code: 'link-auth-no-answer' },
  ipcp: { id: 'ip', code: 'link-no-ipcp' },
  dns: { id: 'internet', code: 'connect-no-dns' },
  ping: { id: 'internet', code: 'connect-no-ping' },
  tcp: { id: 'internet', code: 'tcp-timeout' },
}

interface Asked {
  count: number
  readonly first: LogRow
  last: LogRow
}

/** Watches the frames of a link for questions that nobody answers. */
export class LinkWatch {
  readonly #asked = new Map<Question, Asked>()
  /** LCP was spoken on the other side. */
  #spoke = false
  #agreed = false
  #requests = 0
  #last: LogRow | undefined
  #connected: LogRow | undefined
  /** What was answered, but not as it was wanted. */
  #refused: Standstill | undefined
  /** The authentication that the modem insists on was rejected on this side. */
  #rejected: LogRow | undefined
  /** Our own frames come back. */
  #back: LogRow | undefined
  #sent: string[] = []

  /** A dial, or a port that was opened anew: nothing of before is waited for. */
  begin(): void {
    this.#asked.clear()
    this.#spoke = this.#agreed = false
    this.#requests = 0
    this.#refused = this.#back = this.#connected = this.#rejected = undefined
    this.#sent = []
  }

  take(row: LogRow): void {
    if (row.kind === 'cmux') return this.#channel(row)
    if (row.kind === 'final' && row.text.startsWith('CONNECT')) this.#connected = row
    if (ends.test(row.text) && row.kind !== 'echo' && !isAskedEnd(row)) this.#hungUp(row)
    if (row.kind !== 'ppp') return
    if (row.dir === 'tx') this.#asks(row)
    else if (row.dir === 'rx') this.#hears(row)
    // pppd begins anew.
    else if (row.text.startsWith('Connect: ')) this.begin()
  }

  get standstill(): Standstill | undefined {
    if (this.#back) return { id: 'ppp', code: 'link-looped', row: this.#back }
    for (const question of questions) {
      const asked = this.#asked.get(question)
      if (!asked || !inVain(asked)) continue
      return { ...meanings[question], row: asked.last }
    }
    if (this.#requests >= endless && this.#spoke && !this.#agreed && this.#last)
      return { id: 'ppp', code: 'link-lcp-loops', row: this.#last }
    return this.#refused
  }

  #hungUp(row: LogRow): void {
    if (this.#rejected && !this.#agreed) return this.#unsupported(this.#rejected)
    const since = this.#connected
    if (!since || this.#agreed || row.timed === 'none' || row.atMs - since.atMs > soonMs) return
    this.#asked.clear()
    this.#refused = { id: 'ppp', code: 'link-network-refused', row }
  }

  /** What the modem insists on was rejected, and the link ended with that. */
  #unsupported(row: LogRow): void {
    this.#refused ??= { id: 'ppp', code: 'link-auth-unsupported', row }
  }

  #channel(row: LogRow): void {
    if (row.dir === 'rx') this.#asked.delete('cmux')
    else if (row.explanation?.facts['control'] === 'SABM') this.#ask('cmux', row)
  }

  #asks(row: LogRow): void {
    if (row.hex !== undefined) this.#sent = [...this.#sent.slice(1 - mostSent), row.hex]
    const { code, options } = row.explanation?.facts ?? {}
    if (code === 'ConfRej' && typeof options === 'object' && options !== null && 'auth' in options)
      this.#rejected = row
    const question = questionIn(row)
    if (question === 'lcp' && this.#agreed) return
    if (question === 'lcp') {
      this.#requests++
      this.#last = row
    }
    if (question) this.#ask(question, row)
  }

  #ask(question: Question, row: LogRow): void {
    const asked = this.#asked.get(question)
    if (asked) {
      asked.count++
      asked.last = row
    } else this.#asked.set(question, { count: 1, first: row, last: row })
  }

  #hears(row: LogRow): void {
    if (row.hex !== undefined && this.#sent.includes(row.hex)) {
      this.#back ??= row
      return
    }
    this.#back = undefined
    this.#spoke = true
    const { protocol, code } = row.explanation?.facts ?? {}
    if (protocol === 'LCP') {
      this.#asked.delete('lcp')
      if (code === 'TermReq' && this.#rejected && !this.#agreed) this.#unsupported(this.#rejected)
      return
    }
    this.#agreed = true
    this.#asked.delete('lcp')
    if (protocol === 'PAP' || protocol === 'CHAP') {
      if (code !== 'Challenge') this.#asked.delete('auth')
      return
    }
    this.#asked.delete('auth')
    if (protocol === 'IPCP') this.#asked.delete('ipcp')
    if (protocol === 'IP' || protocol === 'IPV6') this.#packet(row)
  }

  #packet(row: LogRow): void {
    this.#asked.delete('ipcp')
    const facts = row.explanation?.facts ?? {}
    const { rcode, addresses, icmp_type: icmp, tcp_flags: flags } = facts
    if (typeof rcode === 'number') return this.#named(row, rcode, addresses)
    if (icmp === 0 || icmp === 129) {
      this.#asked.delete('ping')
      this.#refused = undefined
    }
    if (typeof flags !== 'number') return
    const refused = (flags & reset) !== 0 && this.#asked.has('tcp')
    for (const question of ['dns', 'ping', 'tcp'] as const) this.#asked.delete(question)
    this.#refused = refused ? { id: 'internet', code: 'tcp-refused', row } : undefined
  }

  /** A server of names that answers may say that there is no such name. */
  #named(row: LogRow, rcode: number, addresses: unknown): void {
    this.#asked.delete('dns')
    // Who has no address of one family may have one of the other.
    if (rcode !== 0) this.#refused = { id: 'internet', code: 'connect-no-dns', row }
    else if (Array.isArray(addresses)) this.#refused = undefined
  }
}

/** RST (RFC 9293, 3.1). */
const reset = 4

function inVain({ count, first, last }: Asked): boolean {
  if (count >= often) return true
  return count > 1 && last.timed !== 'none' && last.atMs - first.atMs >= longMs
}

function questionIn({ explanation }: LogRow): Question | undefined {
  const {
    protocol,
    code,
    dns_name: name,
    icmp_type: icmp,
    tcp_flags: flags,
  } = explanation?.facts ?? {}
  switch (protocol) {
    case 'LCP':
      return code === 'ConfReq' ? 'lcp' : undefined
    case 'PAP':
    case 'CHAP':
      return code === 'AuthReq' || code === 'Response' ? 'auth' : undefined
    case 'IPCP':
      return code === 'ConfReq' ? 'ipcp' : undefined
    case 'IP':
    case 'IPV6':
      if (name !== undefined) return 'dns'
      if (icmp === 8 || icmp === 128) return 'ping'
      return flags === undefined ? undefined : 'tcp'
    default:
      return undefined
  }
}
