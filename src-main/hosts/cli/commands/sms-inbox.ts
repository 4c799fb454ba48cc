import { Fault, harmless, harmlessJson, momentText, quoted, reportSaid } from '@contract'
import type { Language, MessageBox, ShortMessage, Words } from '@contract'
import { argument, command, flag } from '../command'
import { modemTakes, onModem } from '../on-modem'
import { print } from '../output'

const port = argument('<port>')
const each = {
  pdu: flag('--pdu', 'with the PDU of each part'),
  json: flag('--json', 'one JSON object a message'),
}

export const list = command({
  name: 'list',
  about: 'List all messages, one a line; the modem counts them as read then',
  takes: { port, ...modemTakes, ...each },
  after:
    'The name in front (SM:3) is what read and delete take. Exit code: 0 done, 1 the modem refused, 2 wrong call, 3 no port.',
  run: (options) =>
    onModem(options, async ({ call, slot }) => {
      const { json, pdu, lang } = options
      const box = await call('messages.list', { slot })
      if (json) return printJsonAll(box.messages)
      await print(headOf(box, lang))
      for (const message of box.messages) {
        await print(lineOf(message, lang))
        if (pdu) await printPdus(message)
      }
    }),
})

export const read = command({
  name: 'read',
  about: 'Print messages whole, by conversation; all of them where none is named',
  takes: { port, ids: argument('[ids...]'), ...modemTakes, ...each },
  run: (options) =>
    onModem(options, async ({ call, slot }) => {
      const { ids, json, pdu, lang } = options
      const { messages } = await call('messages.list', { slot })
      const chosen = ids.length === 0 ? byNumber(messages) : ids.map((id) => named(messages, id))
      if (json) return printJsonAll(chosen)
      for (const message of chosen) {
        await print(titleOf(message, lang))
        await print(bodyOf(message, lang))
        if (pdu) await printPdus(message)
        await print('')
      }
    }),
})

export const remove = command({
  name: 'delete',
  about: 'Delete messages, each with all its parts',
  takes: { port, ids: argument('<ids...>'), ...modemTakes },
  run: (options) =>
    onModem(options, async ({ call, slot }) => {
      await call('messages.list', { slot })
      await call('messages.delete', { slot, ids: [...options.ids] })
    }),
})

export const centre = command({
  name: 'centre',
  about: 'Print the number of the service centre, or set it',
  takes: { port, number: argument('[number]'), ...modemTakes },
  run: (options) =>
    onModem(options, async ({ call, slot }) => {
      const { number } = options
      if (number !== undefined) return call('messages.setCentre', { slot, number })
      const box = await call('messages.list', { slot })
      await print(harmless(box.centre))
    }),
})

async function printJsonAll(messages: readonly ShortMessage[]): Promise<void> {
  for (const message of messages) await print(harmlessJson(message))
}
async function printPdus({ pdus }: ShortMessage): Promise<void> {
  for (const pdu of pdus) await print(`    ${harmless(pdu)}`)
}

function named(messages: readonly ShortMessage[], id: string): ShortMessage {
  const found = messages.find((message) => message.id === id)
  if (!found) throw new Fault('sms-unknown', quoted(id))
  return found
}

/** Conversations in the order of their first message. */
function byNumber(messages: readonly ShortMessage[]): readonly ShortMessage[] {
  const numbers = [...new Set(messages.map(({ number }) => number))]
  return numbers.flatMap((number) => messages.filter((message) => message.number === number))
}

function headOf({ storages, centre: number }: MessageBox, lang: Language): string {
  const used = storages.map(({ name, used, total }) => `${name} ${used}/${total}`).join(', ')
  const full = storages.some(({ receives, used, total }) => receives && used >= total && total > 0)
  const said: Words = {
    en: `storage ${used}${full ? ' (full: the network holds back new messages; delete some)' : ''}; service centre ${number || 'none'}`,
    ja: `保存領域 ${used}${full ? '（満杯：新着はネットワーク側に保留中。削除してください）' : ''}、サービスセンター ${number || 'なし'}`,
  }
  return harmless(said[lang])
}

const kinds = {
  received: { en: 'from', ja: '受信' },
  sent: { en: 'to', ja: '送信' },
  draft: { en: 'draft to', ja: '下書き' },
  report: { en: 'report of', ja: '配信レポート' },
} as const satisfies Record<ShortMessage['kind'], Words>

const mostInLine = 60

function lineOf(message: ShortMessage, lang: Language): string {
  const first = bodyOf(message, lang).replace(/\s*\n\s*/g, ' ⏎ ')
  const characters = [...first]
  const text =
    characters.length > mostInLine ? `${characters.slice(0, mostInLine).join('')}…` : first
  return `${titleOf(message, lang)}  ${text}`
}

/** `SM:1  2026-11-28 10:05:00 +09:00  from +8190…  unread`. */
export function titleOf(message: ShortMessage, lang: Language): string {
  const { id, at, kind, number, unread, parts, missing } = message
  const marks: Words[] = []
  if (unread) marks.push({ en: 'unread', ja: '未読' })
  if (parts > 1) marks.push({ en: `${parts} parts`, ja: `${parts} パート` })
  if (missing.length > 0)
    marks.push({ en: `missing: ${missing.join(', ')}`, ja: `欠落：${missing.join('、')}` })
  const time = at ? momentText(at) : '-'
  const fields = [id.padEnd(6), time, `${kinds[kind][lang]} ${number || '?'}`]
  return harmless([...fields, ...marks.map((mark) => mark[lang])].join('  '))
}

export function bodyOf(message: ShortMessage, lang: Language): string {
  const { text, hex, why, report } = message
  const told = report === undefined ? '' : reportOf(report, lang)
  const body = text ?? hex ?? ''
  return harmless([body, why?.[lang] ?? '', told].filter((line) => line !== '').join('\n'))
}

export function reportOf(report: NonNullable<ShortMessage['report']>, lang: Language): string {
  const time = report !== 'awaited' && report.at ? ` (${momentText(report.at)})` : ''
  return `${reportSaid(report)[lang]}${time}`
}
