import type { EndingsOf } from '../../at/endings'
import { bytesOf } from '../../bytes'
import type { DecodedFrame } from '../../ppp/decode'
import { frameRow } from '../ppp-rows'
import { AtLines, isAnswer, isCommand, isFinal } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser } from './format'
import { pppdFrame } from './pppd-frame'
import { Chat } from './chat'
import { inVain, pppdRow, pppdSays } from './pppd-says'
import { prefixStamp } from './prefix-stamp'
import { takeStamp } from './stamps'
import { typewritten } from './terminal'

const prefix = /^(.*?)\b(chat|pppd)\[\d+\]: (.*)$/
/** A service that shows what its children print on the screen: `Mar 06 12:59:57 pi sh[434]: send (ATD*99#^M)`. */
const service = /^(\w{3} [ \d]\d \d\d:\d\d:\d\d \S+ )[\w.-]+\[\d+\]: (.*)$/
const said = /^(?:send \(|expect \(|abort on \(|sent \[|rcvd \[|timeout set to )/
const status =
  /^(?:expect|abort on|timeout set|report|alarm|Failed|Connected?\.|-- |CONNECT script)/

/** chat, wherever its words are shown. */
const chatSays = /(?:^|[:>\]] ?)(?:send \(|expect \(|abort on \(|-- got it)/

const ends = /^(?:Connection terminated|Modem hangup|Hangup \(SIGHUP\))/

/** What `chat -v` and `pppd debug` write, in the syslog or on the screen: the dial, then each packet in words. */
class PppdParser implements LogParser {
  #heard = false
  /** Somebody ended it on this side: that it ends is no failure then. */
  #ended = false
  readonly #chat = new Chat()

  /** chat and pppd write under their own names: what another program shows of it is the same once more. */
  readonly #named: boolean

  /** lwIP's frames among lines that a terminal shows: no chat says which of them were sent. */
  readonly #typed: AtLines | undefined
  /** What somebody typed in the terminal before chat and pppd wrote under their names. */
  readonly #above: ReadonlySet<string>
  readonly #typedAbove: AtLines

  constructor(first: readonly string[], endings?: EndingsOf) {
    this.#named = first.some((line) => prefix.test(line))
    const unseen = first.length === 0
    const shown = unseen || this.#named || first.some((line) => chatSays.test(line))
    this.#typed = shown ? undefined : new AtLines(endings)
    const named = first.findIndex((line) => prefix.test(line))
    this.#above = new Set(first.slice(0, Math.max(0, named)))
    this.#typedAbove = new AtLines(endings)
  }

  line(text: string): ImportEvent[] {
    const match = prefix.exec(text)
    const shown = match ? undefined : service.exec(text)
    // Before a line of the system log may stand its facility and level: `<6>`.
    const head = (match?.[1] ?? shown?.[1] ?? '').replace(/^<\d{1,3}>/, '')
    const stamp = takeStamp(head).stamp ?? prefixStamp(head)
    const again = shown && this.#named
    const events: ImportEvent[] = again
      ? [{ kind: 'text', text }]
      : this.#events(text, match?.[2], match?.[3] ?? shown?.[2] ?? frameIn(text))
    this.#heard ||= events.some((event) => event.kind === 'bytes' && event.dir === 'rx')
    return stamp ? events.map((event) => ({ ...event, stamp })) : events
  }
  finish(): ImportEvent[] {
    return []
  }

  #events(text: string, program: string | undefined, content: string): ImportEvent[] {
    const frame = pppdFrame(content)
    if (frame) return [{ kind: 'row', row: rowOf(frame.frame, frame.dir, frame.text) }]
    const alarm = program === 'pppd' ? undefined : this.#chat.line(content)
    const sent = /^send \((.*)\)$/.exec(typewritten(content))?.[1]
    const says = program === 'chat' ? undefined : pppdSays(content)
    if (/^Terminating on signal/.test(content)) this.#ended = true
    else if (/^(?:Connect: |Serial connection established)/.test(content)) this.#ended = false
    if (says && this.#ended && ends.test(content)) return [{ kind: 'text', text }]
    if (says) return [{ kind: 'row', row: pppdRow(content, says) }]
    if (program !== 'pppd' && !this.#heard && content.trim() === 'alarm')
      return [{ kind: 'row', row: inVain(text) }]
    if (alarm) return [{ kind: 'row', row: alarm }]
    // Passwords that chat was told to hide say nothing.
    if (sent !== undefined && !/^\?+/.test(sent))
      return [{ kind: 'bytes', dir: 'tx', bytes: chatOctets(sent) }]
    const line = typewritten(content)
      .replace(/ *(?:--|–) (?:got it|failed) *$/, '')
      .replace(/(\^M|\^J)+$/, '')
      .trim()
    if (this.#typed && program === undefined) return this.#typed.line(typewritten(text))
    const above = program === undefined && this.#above.has(text)
    if (above && (isCommand(line) || this.#typedAbove.waits)) return this.#typedAbove.line(line)
    const theirs =
      program === 'chat'
        ? line !== '' && !status.test(content.trim()) && sent === undefined
        : isExchange(line) || (sent === undefined && /\S\^M$/.test(content))
    if (theirs) return [{ kind: 'bytes', dir: 'rx', bytes: bytesOf(`${line}\r\n`) }]
    return /^(\^M)*$/.test(content) ? [] : [{ kind: 'text', text }]
  }
}

function isExchange(line: string): boolean {
  return isCommand(line) || isFinal(line) || isAnswer(line)
}

/** Another program's name and level may stand before a frame: `SYSLOG 10: sent [LCP ConfReq …]`. */
function frameIn(line: string): string {
  const at = line.search(/\b(?:sent|rcvd) \[(?:LCP|PAP|CHAP|IPCP|CCP|IPV6CP) /)
  return at > 0 && at < 80 ? line.slice(at) : line
}

/** A frame as pppd and lwIP write one, in the midst of another program's log. */
export function pppdFrameEvent(line: string): ImportEvent | undefined {
  const frame = pppdFrame(frameIn(line))
  return frame && { kind: 'row', row: rowOf(frame.frame, frame.dir, frame.text) }
}

/** The same, and what lwIP says of the link. */
export function pppdEvent(line: string): ImportEvent | undefined {
  const frame = pppdFrameEvent(line)
  if (frame) return frame
  const says = pppdSays(line)
  return says && { kind: 'row', row: pppdRow(line, says) }
}

function rowOf(frame: DecodedFrame, dir: 'rx' | 'tx', text: string) {
  return frameRow(frame, dir, text)
}

/** `^M` and the pauses and breaks of a chat script (`\d`, `\K`). */
function chatOctets(text: string): Uint8Array {
  const plain = text
    .replace(/\\[dpcK]/g, '')
    .replace(/\^M/g, '\r')
    .replace(/\^J/g, '\n')
  return bytesOf(plain.endsWith('\r') || plain === '+++' ? plain : `${plain}\r`)
}

export const pppd: LogFormat = {
  id: 'pppd',
  name: { en: 'pppd and chat debug log', ja: 'pppd / chat のデバッグログ' },
  detect: (lines) =>
    5 *
    lines.filter((line) => {
      const named = prefix.exec(line)
      return (
        said.test(named?.[3] ?? service.exec(line)?.[2] ?? frameIn(line)) ||
        (named?.[2] === 'pppd' && pppdSays(named[3] ?? ''))
      )
    }).length,
  parser: (endings, first = []) => new PppdParser(first, endings),
}
