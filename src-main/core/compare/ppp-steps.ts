import { factText } from '../at/fact-text'
import type { LogRow } from '../log/row'
import type { ToldLine } from '../story/story'
import type { Step } from './step'

const protocols: { readonly [number: number]: string } = { 1: 'ICMP', 6: 'TCP', 17: 'UDP' }
const fewBroken = 3

/** What a call came to: each layer once, not each frame. */
export class PppSteps {
  #said = new Set<string>()
  readonly #asked = new Map<string, ToldLine>()
  #broken = 0

  /** A new call. */
  begin(): void {
    this.#said = new Set()
  }

  take(row: LogRow, shown: ToldLine): readonly Step[] {
    const { protocol, code, proto, error, rcode } = row.explanation?.facts ?? {}
    if (error !== undefined)
      return this.#broken++ === fewBroken ? [failed('frames broken', shown, 'link-fcs-errors')] : []
    if (typeof rcode === 'number' && rcode !== 0) return this.#refusedName(shown)
    if (protocol === 'IP') return this.#packet(protocols[Number(proto)] ?? 'IP', row.dir, shown)
    if (row.dir !== 'rx') return []
    switch (`${factText(protocol)} ${factText(code)}`) {
      case 'LCP ConfAck':
        return this.#once('LCP', shown)
      case 'PAP AuthAck':
      case 'CHAP Success':
        return this.#once('authentication', shown)
      case 'PAP AuthNak':
      case 'CHAP Failure':
        return [failed('authentication', shown, 'link-auth-refused')]
      case 'IPCP ConfAck':
        return this.#once('IP address', shown)
      case 'LCP TermReq':
        return [failed('call ended', shown, 'link-terminated-by-peer')]
      default:
        return []
    }
  }

  /** What was asked of the network and never answered. */
  end(): readonly Step[] {
    return [...this.#asked].map(([key, shown]) => failed(key, shown, 'ip-no-answer'))
  }

  #packet(name: string, dir: LogRow['dir'], shown: ToldLine): readonly Step[] {
    const key = `${name} answers`
    if (this.#said.has(key)) return []
    if (dir === 'rx') {
      this.#asked.delete(key)
      return this.#once(key, shown)
    }
    if (!this.#asked.has(key)) this.#asked.set(key, shown)
    return []
  }

  /** The same step as an answer in an export that holds the lines alone. */
  #refusedName(shown: ToldLine): readonly Step[] {
    const key = 'UDP answers'
    if (this.#said.has(key)) return []
    this.#said.add(key)
    this.#asked.delete(key)
    return [failed(key, shown, 'dns-failed')]
  }

  #once(key: string, shown: ToldLine): readonly Step[] {
    if (this.#said.has(key)) return []
    this.#said.add(key)
    return [{ key, asked: '', result: 'fine', failed: false, kind: 'state', lines: [shown] }]
  }
}

function failed(key: string, shown: ToldLine, code: NonNullable<Step['code']>): Step {
  const kind = key === 'call ended' || key === 'frames broken' ? 'event' : 'state'
  return { key, asked: '', result: 'failed', failed: true, kind, lines: [shown], code }
}
