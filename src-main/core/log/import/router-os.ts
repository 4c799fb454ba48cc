import { frameRow } from '../ppp-rows'
import type { RowDraft } from '../draft'
import type { FaultCode } from '../../fault'
import type { RungId } from '../../modem/slot-state'
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
  readonly state: 'fine' | 'failure'
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

/** RouterOS with `/system logging add topics=ppp`: each packet on a line, its options on the lines below. */
class RouterOsParser implements LogParser {
  #held: { raw: string; text: string; stamp: Stamp | undefined } | undefined

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
    const event = eventOf(text)
    return [...events, stamp ? { ...event, stamp } : event]
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

function eventOf(text: string): ImportEvent {
  const content = within(toldForm, text) ?? ''
  const found = content === '' ? undefined : says.find(({ form }) => form.test(content))
  if (!found) return { kind: 'text', text }
  const row: RowDraft = pppdRow(text, found)
  return { kind: 'row', row }
}

export const routerOs: LogFormat = {
  id: 'router-os',
  name: { en: 'RouterOS log (ppp)', ja: 'RouterOS のログ（ppp）' },
  detect(lines) {
    const count = (form: RegExp) => lines.filter((line) => within(form, line) !== undefined).length
    const packets = count(packetForm)
    return packets > 0 ? 2 * (packets + count(optionForm)) : 0
  },
  parser: () => new RouterOsParser(),
}
