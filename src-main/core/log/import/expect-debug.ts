import { lineBytes } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'
import { takeStamp } from './stamps'

/** What expect says while `exp_internal 1` or `-d` is on; the text between the quotes may hold quotes itself. */
const sends = /^send: sending "(.*)" to \{ ?(exp\w+)/
const looksAt = /^expect(?:_\w+)?: does "(.*)" \(spawn_id (exp\w+)\) match /
const took = /^expect(?:_\w+)?: set expect_out\(buffer\) "(.*)"$/
const inBuffer = /^(?:expect(?:_\w+)?: )?set expect_out\(spawn_id\) "(exp\w+)"$/
const timedOut = /^expect(?:_\w+)?: timed out$/

const escape = /\\(?:([bfnrtv])|x([\da-f]{2})|u([\da-f]{4}))/gi
const letters: { readonly [name: string]: string } = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** As expect writes what cannot be printed; a backslash that was one stays as it is. */
function plain(written: string): string {
  return written.replace(
    escape,
    (_all, letter?: string, hex?: string, unicode?: string) =>
      letters[letter ?? ''] ?? String.fromCharCode(parseInt(hex ?? unicode ?? '', 16)),
  )
}

/** How much of the end of what was held stands at the beginning of what is held now: expect drops the oldest of a full buffer. */
function carriedOver(before: string, now: string): number {
  if (now.startsWith(before)) return before.length
  for (let from = 1; from < before.length; from++)
    if (now.startsWith(before.slice(from))) return before.length - from
  return 0
}
/** Of the buffer more is not compared: expect holds 2,000 letters unless told otherwise. */
const compared = 4000

/**
 * The log of a script of expect: each look at what has come shows all of it that no pattern has taken yet, so what is new in it
 * came since the look before.
 */
class ExpectParser implements LogParser {
  readonly #held = new Map<string, string>()
  #spawn = ''

  line(text: string): ImportEvent[] {
    const { stamp, rest } = takeStamp(text)
    return this.#events(rest, text).map((event) => (stamp ? { ...event, stamp } : event))
  }
  finish(): ImportEvent[] {
    return []
  }

  #events(rest: string, text: string): ImportEvent[] {
    const sent = sends.exec(rest)
    if (sent) return [bytes('tx', plain(sent[1] ?? ''))]
    const look = looksAt.exec(rest)
    if (look) return this.#came(plain(look[1] ?? ''), look[2] ?? '')
    const spawn = inBuffer.exec(rest)?.[1]
    if (spawn !== undefined) this.#spawn = spawn
    const taken = took.exec(rest)?.[1]
    if (taken !== undefined) this.#take(plain(taken))
    if (timedOut.test(rest)) return [{ kind: 'told', text, result: 'TIMEOUT' }]
    return spawn === undefined && taken === undefined ? [{ kind: 'text', text }] : []
  }

  #came(now: string, spawn: string): ImportEvent[] {
    const before = this.#held.get(spawn) ?? ''
    this.#held.set(spawn, now.slice(-compared))
    this.#spawn = spawn
    const fresh = now.slice(carriedOver(before, now))
    return fresh === '' ? [] : [bytes('rx', fresh)]
  }

  /** A pattern has taken the beginning of the buffer, and what stands before it. */
  #take(taken: string): void {
    const held = this.#held.get(this.#spawn) ?? ''
    const at = held.indexOf(taken)
    if (at >= 0) this.#held.set(this.#spawn, held.slice(at + taken.length))
  }
}

const bytes = (dir: 'rx' | 'tx', text: string): ImportEvent => ({
  kind: 'bytes',
  dir,
  bytes: lineBytes(text),
})

export const expectDebug: LogFormat = {
  id: 'expect',
  name: { en: 'debug log of expect', ja: 'expect のデバッグログ' },
  detect(lines) {
    const rests = lines.map((line) => takeStamp(line).rest)
    const looks = matching(rests, looksAt)
    return looks === 0 ? 0 : 2 * (looks + matching(rests, sends))
  },
  parser: () => new ExpectParser(),
}
