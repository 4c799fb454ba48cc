import { readFile } from 'node:fs/promises'
import { Fault, harmlessJson, partsOf, partsUnasked } from '@contract'
import type { Input, Language, MessageSent, ShortMessage, Words } from '@contract'
import { fileFault } from '../../file-fault'
import { askYesNo } from '../ask-yes-no'
import { complain } from '../complain'
import { argument, command, flag, option } from '../command'
import { exits } from '../exits'
import type { CommandBench } from '../on-bench'
import { asJson, modemTakes, onModem } from '../on-modem'
import { print } from '../output'
import { seconds } from '../values'
import { whenReady } from '../when-ready'
import { manyParts, partsCost, sendThem } from './sms-words'
import { reportOf } from './sms-inbox'

type Message = Input<'messages.send'>['message']

export const send = command({
  name: 'send',
  about: 'Send a text; exit 1 when it is refused, or its report is bad',
  takes: {
    port: argument('<port>'),
    number: argument('[number]'),
    typed: argument('[text]'),
    ...modemTakes,
    text: option(
      '--text <text>',
      'the text from elsewhere: @FILE, or - for standard input, where the list of processes does not show it',
    ),
    pdu: option(
      '--pdu <hex>',
      'send this SMS-SUBMIT as it is; 00 in front is the centre of the SIM',
    ),
    report: flag('--report', 'ask for a delivery report, and wait for it'),
    waitMs: option(
      '--wait <seconds>',
      'how long to wait for the network and for the report',
      seconds(0, 86_400),
      '60',
    ),
    yes: flag('--yes', 'send a text of more than 3 parts without being asked'),
    json: asJson,
  },
  after:
    'The text goes out in the GSM alphabet (160 characters, or 153 a part), or, where that lacks a character, in UCS2 (70, or 67 a\npart). Each part may be charged: more than 3 are sent once you say so, at most 255 are possible.\nExample: modem-bench sms send /dev/ttyUSB2 +819012345678 --text @message.txt --report',
  run: async (options) => {
    const { waitMs, lang, json } = options
    const message = await messageFrom(options)
    if ('text' in message) await mustBeWanted(message.text, options)
    await onModem(options, async (bench) => {
      const sent = await sendWhenReady(bench, message, waitMs)
      if (!json) await print(sentWords(sent)[lang])
      const report = options.report ? await reportFor(bench, sent.id, waitMs) : undefined
      if (json) await print(harmlessJson({ ...sent, ...(report ? { report } : {}) }))
      else if (report) await print(reportOf(report, lang))
      if (report === 'awaited' || report?.state === 'failed') process.exitCode = exits.refused
    })
  },
})

async function messageFrom({
  number,
  typed,
  text,
  pdu,
  report,
}: {
  readonly number: string | undefined
  readonly typed: string | undefined
  readonly text: string | undefined
  readonly pdu: string | undefined
  readonly report: boolean
}): Promise<Message> {
  if (pdu !== undefined) {
    if (number !== undefined || text !== undefined || report) throw mixed
    return { pdu }
  }
  if (number === undefined || (typed === undefined) === (text === undefined)) throw missing
  return { number, text: typed ?? (await textFrom(text ?? '')), report }
}

const missing = new Fault('bad-input', {
  en: 'Give a number and one text: as an argument, or with --text @FILE or --text -.',
  ja: '宛先と本文を 1 つ指定してください（本文は引数、--text @ファイル、--text - のいずれか）。',
})
const mixed = new Fault('bad-input', {
  en: '--pdu holds number and text already: give neither them nor --report beside it.',
  ja: '--pdu には宛先と本文が含まれます。宛先、本文、--report は同時に指定できません。',
})

/** Says what a long text costs; one of many parts is sent only where somebody says so. */
async function mustBeWanted(
  content: string,
  { yes, text, lang }: { yes: boolean; text: string | undefined; lang: Language },
): Promise<void> {
  const parts = partsOf(content)
  const sure = parts <= partsUnasked || yes
  // Whose text came by standard input has none left to answer with.
  const canAsk = process.stdin.isTTY && text !== '-'
  if (parts > 1 && (sure || canAsk)) complain(partsCost(parts))
  if (sure) return
  const never = new AbortController().signal
  const answer = canAsk ? await askYesNo(sendThem(parts)[lang], never) : 'none'
  if (answer !== 'yes') throw new Fault('not-confirmed', manyParts(parts))
}

/** `-` is standard input, `@FILE` a file in UTF-8; the line end behind the last line is not part of it. */
async function textFrom(given: string): Promise<string> {
  if (given !== '-' && !given.startsWith('@')) return given
  const text = given === '-' ? await standardInput() : await fileText(given.slice(1))
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n/g, '\n')
    .replace(/\n$/, '')
}

async function standardInput(): Promise<string> {
  let text = ''
  for await (const piece of process.stdin.setEncoding('utf8')) text += String(piece)
  return text
}

async function fileText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw fileFault(`--text @${path}`, error)
  }
}

function sendWhenReady(
  { call, slot, signal }: CommandBench,
  message: Message,
  waitMs: number,
): Promise<MessageSent> {
  return whenReady(['sms-no-network', 'sms-busy'], { waitMs, signal }, () =>
    call('messages.send', { slot, message }),
  )
}

/** What the network reports of it, or `awaited` when the time is over. */
async function reportFor(
  { call, slot, state, signal }: CommandBench,
  id: string,
  waitMs: number,
): Promise<NonNullable<ShortMessage['report']>> {
  const enough = AbortSignal.any([signal, AbortSignal.timeout(Math.max(1, waitMs))])
  let seen = -1
  for (;;) {
    const fresh = seen >= 0
    seen = state.now.messages.count
    // Some modems store a report and tell where.
    const { messages } = await call('messages.list', { slot, fresh })
    const report = messages.find((message) => message.id === id)?.report ?? 'awaited'
    if (report !== 'awaited' && report.state !== 'trying') return report
    const told = state.until(
      ({ messages: { count } }) => (count === seen ? undefined : true),
      enough,
    )
    const over = await told.then(
      () => false,
      () => true,
    )
    signal.throwIfAborted()
    if (over) return report
  }
}

function sentWords({ parts, alphabet }: MessageSent): Words {
  const named = { gsm: 'GSM', ucs2: 'UCS2', pdu: 'PDU' }[alphabet]
  return {
    en: `sent in ${parts} ${parts === 1 ? 'part' : 'parts'} (${named})`,
    ja: `送信しました（${parts} パート、${named}）`,
  } satisfies Record<Language, string>
}
