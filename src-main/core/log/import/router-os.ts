import { frameRow } from '../ppp-rows'
import type { FaultCode } from '../../fault'
import type { RungId } from '../../modem/rungs'
import type { Words } from '../../words'
import { type ImportEvent, type LogFormat, type LogParser, type Stamp } from './format'
import { pppdFrame } from './pppd-frame'
import { pppdRow } from './pppd-says'
import { prefixStamp } from './prefix-stamp'

/** No line of it is longer, and the forms below need time with the length. */
const longest = 600
// 11:33:13 async,ppp,debug,packet ppp-out1: sent LCP ConfReq id=0x22
const packetForm =
  /[\s,<][\w.-]{0,30}ppp[\w.-]{0,30}>?: ((?:sent|rcvd) (?:LCP|PAP|CHAP|IPCP|CCP|IPV6CP) \w+(?: id=0x[0-9a-f]+)?.*)$/
// 11:33:13 async,ppp,debug,packet     <mru 1476>
const optionForm = /[\s,]ppp[,\s:].*? (<[\w-]+(?: [^<>]*)?>)\s*$/
const toldForm = /[\s<][\w.-]{0,30}ppp[\w.-]{0,30}>?: (.*)$/

const within = (form: RegExp, text: string) =>
  text.length > longest ? undefined : form.exec(text)?.[1]

interface Says {
  readonly form: RegExp
  readonly rung: RungId
  readonly state: 'fine' | 'busy' | 'failure'
  readonly cause?: FaultCode
  readonly words: Words
}

/** What RouterOS says of the connection as a whole. */
const says: readonly Says[] = [
  {
    form: /authentication failed/,
    rung: 'ppp',
    state: 'failure',
    cause: 'link-auth-refused',
    words: {
      en: 'User or password was refused.',
      ja: 'ユーザー名またはパスワードが拒否されました。',
    },
  },
  {
    form: /(?:terminating|disconnected).*(?:peer is not responding|no response|timeout)/,
    rung: 'ppp',
    state: 'failure',
    cause: 'link-no-lcp',
    words: {
      en: 'The other side does not answer: nothing on this port speaks PPP.',
      ja: '相手から応答がなく、このポートで PPP が動いていません。',
    },
  },
  {
    form: /(?:hungup|hung up|modem hanged up|no carrier)/i,
    rung: 'ppp',
    state: 'failure',
    cause: 'link-modem-hung-up',
    words: {
      en: 'The modem hung up, or the call could not be set up.',
      ja: 'モデムが回線を切断したか、発信に失敗しました。',
    },
  },
  {
    form: /^dialing out/,
    rung: 'ppp',
    state: 'busy',
    words: { en: 'The modem is asked to dial.', ja: 'モデムに発信を指示しています。' },
  },
  {
    form: /^disconnected\b/,
    rung: 'ppp',
    state: 'failure',
    words: { en: 'The connection ended.', ja: '接続が終了しました。' },
  },
  {
    form: /\bauthenticated$/,
    rung: 'ppp',
    state: 'fine',
    words: { en: 'User and password were accepted.', ja: '認証に成功しました。' },
  },
  {
    form: /^connected$/,
    rung: 'ip',
    state: 'fine',
    words: { en: 'The connection is up.', ja: '接続が確立しました。' },
  },
]

/** The link had been up. */
const fell = {
  cause: 'link-echo-timeout',
  words: {
    en: 'The link was up, but the other side answered no more.',
    ja: 'リンクは確立しましたが、相手から応答がなくなりました。',
  },
} as const

/** Its topics and the interface: `async,ppp,info ppp-out1: `. */
const topics = /(?:^|[\s,])(?:async|ppp|lte)(?:,[a-z]+)+ \S*(?:ppp|lte)\S*: /

/** RouterOS with `/system logging add topics=ppp`: each packet on a line, its options on the lines below. */
class RouterOsParser implements LogParser {
  #held: { raw: string; text: string; stamp: Stamp | undefined } | undefined
  #authenticated = false
  #failed = false
  /** Somebody ended it on this side. */
  #ended = false

  line(text: string): ImportEvent[] {
    const value = this.#held && within(optionForm, text)
    if (this.#held && value !== undefined) {
      this.#held.text += ` ${value}`
      return []
    }
    const events = this.finish()
    const found = within(packetForm, text)
    if (found !== undefined) {
      this.#held = { raw: text, text: found, stamp: prefixStamp(text) }
      return events
    }
    const stamp = prefixStamp(text)
    const event = this.#eventOf(text)
    return [...events, stamp ? { ...event, stamp } : event]
  }

  #eventOf(text: string): ImportEvent {
    const content = within(toldForm, text) ?? ''
    if (/^dialing out/.test(content)) this.#authenticated = this.#ended = this.#failed = false
    if (/^authenticated/.test(content)) this.#authenticated = true
    if (/^terminating.*\b(?:administrator|admin|user)\b/.test(content)) this.#ended = true
    const found = content === '' ? undefined : says.find(({ form }) => form.test(content))
    const failure = found?.state === 'failure'
    // Why it ended stands above.
    if (!found || (failure && (this.#ended || this.#failed))) return { kind: 'text', text }
    this.#failed ||= failure
    const told =
      this.#authenticated && found.cause === 'link-no-lcp' ? { ...found, ...fell } : found
    return { kind: 'row', row: pppdRow(text, told) }
  }

  finish(): ImportEvent[] {
    const held = this.#held
    this.#held = undefined
    if (!held) return []
    const [, way = '', rest = ''] = /^(sent|rcvd) (.*)$/.exec(held.text) ?? []
    const frame = pppdFrame(`${way} [${rest}]`)
    const event: ImportEvent = frame
      ? { kind: 'row', row: frameRow(frame.frame, frame.dir, frame.text) }
      : { kind: 'text', text: held.raw }
    return [held.stamp ? { ...event, stamp: held.stamp } : event]
  }
}

export const routerOs: LogFormat = {
  id: 'router-os',
  name: { en: 'RouterOS log (ppp)', ja: 'RouterOS のログ（ppp）' },
  detect(lines) {
    const count = (form: RegExp) => lines.filter((line) => within(form, line) !== undefined).length
    const packets = count(packetForm)
    if (packets > 0) return 2 * (packets + count(optionForm))
    // Without packets it says no more than how far it came.
    return 1.5 * lines.filter((line) => line.length <= longest && topics.test(line)).length
  },
  parser: () => new RouterOsParser(),
}
