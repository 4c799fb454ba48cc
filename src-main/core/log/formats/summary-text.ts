import { rungTitles } from '../../connect/words'
import { colon, type Language, type Words } from '../../words'
import type { LogRow } from '../row'
import type { SlotSummary, Stage } from '../slot-summary'
import { code, escapedText } from './markdown-text'
import { isoTime } from './time'

type Heading =
  | 'summary'
  | 'modem'
  | 'sim'
  | 'operator'
  | 'apn'
  | 'attempted'
  | 'stopped'
  | 'why'
  | 'lines'
  | 'time'
  | 'nowhere'
  | 'unserved'
  | 'untried'
  | 'asleep'
  | 'failed'
  | 'stayed'
  | 'unasked'
  | 'unknown'
  | 'unnumbered'

export const headings: { readonly [heading in Heading]: Words } = {
  summary: { en: 'Summary', ja: '概要' },
  modem: { en: 'Modem', ja: 'モデム' },
  sim: { en: 'SIM', ja: 'SIM' },
  operator: { en: 'Operator', ja: '事業者' },
  apn: { en: 'APN', ja: 'APN' },
  attempted: { en: 'Attempted', ja: '試みた段階' },
  stopped: { en: 'Stopped at', ja: '止まった段階' },
  why: { en: 'Why', ja: '理由' },
  lines: { en: 'Lines', ja: '行数' },
  time: { en: 'Time', ja: '期間' },
  unserved: {
    en: 'nowhere: the connection came up; a server answered the last request with an error',
    ja: 'なし（接続は成功。最後の要求に対してサーバーがエラーを返しました）',
  },
  nowhere: { en: 'nowhere: all that was tried came up', ja: 'なし（試みた段階はすべて成功）' },
  untried: {
    en: 'not shown: no step that was tried failed, and no connection came up in this log',
    ja: '不明（失敗した段階はありませんが、接続の成功も記録されていません）',
  },
  asleep: {
    en: 'nowhere: no step failed, and the modem said at the end that it goes to sleep (PSM)',
    ja: 'なし（失敗した段階はなく、最後にモデムがスリープ（PSM）に入ったと通知しています）',
  },
  failed: { en: 'First command that failed', ja: '最初に失敗したコマンド' },
  stayed: {
    en: 'First command that failed and was not carried out later',
    ja: '最初に失敗し、その後も成功しなかったコマンド',
  },
  unasked: {
    en: 'Failure whose command is not in this log',
    ja: 'コマンドがこのログにない失敗',
  },
  unknown: { en: 'not asked in this log', ja: 'このログでは確認されていません' },
  unnumbered: {
    en: 'its number was not asked in this log',
    ja: '番号はこのログでは確認されていません',
  },
}

export const stateWords: { readonly [state in Stage['state']]: Words } = {
  idle: { en: 'not tried', ja: '未実施' },
  busy: { en: 'not finished', ja: '未完了' },
  fine: { en: 'came up', ja: '成功' },
  failure: { en: 'failed', ja: '失敗' },
}

/** The summary as pairs of a heading and what stands behind it; the ladder is told apart. */
export function summaryFacts(slot: SlotSummary, language: Language): [string, string][] {
  const say = (heading: Heading) => headings[heading][language]
  const { stopped, counts } = slot
  const tried = slot.stages.filter(({ state }) => state !== 'idle')
  const facts: [string, string][] = [
    [
      say('modem'),
      [slot.modem, slot.imei].filter((part) => part !== '').join(', ') || say('unknown'),
    ],
    [
      say('sim'),
      simText(slot, language) ||
        say(tried.some(({ id }) => id === 'sim') ? 'unnumbered' : 'unknown'),
    ],
    [say('operator'), slot.operator?.[language] ?? say('unknown')],
    ...(slot.apn === '' ? [] : [[say('apn'), slot.apn] satisfies [string, string]]),
    [say('attempted'), tried.map(({ id }) => rungTitles[id][language]).join(' → ') || '–'],
    [say('stopped'), stopped ? stageText(stopped, language) : say(nowhereOf(slot))],
    ...(stopped?.words
      ? [[say('why'), whyText(stopped, language)] satisfies [string, string]]
      : []),
    ...(slot.failed
      ? [[say(failedHeading(slot)), whyText(slot.failed, language)] satisfies [string, string]]
      : []),
    [say('lines'), countsText(counts, language)],
  ]
  const [first, last] = slot.period ?? []
  if (first && last && dated(first) && dated(last))
    facts.push([say('time'), `${isoTime(first)} – ${isoTime(last)}`])
  return facts
}

function failedHeading({ failed, later }: SlotSummary): Heading {
  if (failed?.unasked) return 'unasked'
  return later ? 'stayed' : 'failed'
}

function nowhereOf({ unserved, asleep, connected }: SlotSummary): Heading {
  if (unserved) return 'unserved'
  if (asleep) return 'asleep'
  return connected ? 'nowhere' : 'untried'
}

function simText({ sim }: SlotSummary, language: Language): string {
  return sim
    .map(({ line, words }) => [line, words?.[language]].filter((part) => part).join(' — '))
    .join(' ')
}

function stageText(stage: Stage, language: Language): string {
  const [title, state] = [rungTitles[stage.id][language], stateWords[stage.state][language]]
  return language === 'en' ? `${title} (${state})` : `${title}（${state}）`
}

function whyText(stage: Pick<Stage, 'line' | 'words'>, language: Language): string {
  return [stage.line, stage.words?.[language]].filter((part) => part).join(' — ')
}

/** It says its day, with or without its zone. */
const dated = ({ timed, atMs }: LogRow) => (timed === undefined || timed === 'date') && atMs > 1e11

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

function countsText(counts: SlotSummary['counts'], language: Language): string {
  return language === 'en'
    ? `${counts.rows}, ${plural(counts.warnings, 'warning')}, ${plural(counts.failures, 'failure')}`
    : `${counts.rows}（警告 ${counts.warnings}、失敗 ${counts.failures}）`
}

export function summaryMarkdown(slots: readonly SlotSummary[], language: Language): string {
  const parts = slots.map((slot) => {
    const lines = summaryFacts(slot, language).map(
      ([head, text]) => `- ${head}${colon[language]}${escapedText(text)}`,
    )
    const ladder = slot.stages
      .filter(({ state }) => state !== 'idle')
      .map((stage) => {
        const line = stage.line === undefined ? '' : `, ${code(stage.line)}`
        return `  - ${rungTitles[stage.id][language]}${colon[language]}${stateWords[stage.state][language]}${line}`
      })
    const title = slots.length > 1 ? ` ${slot.slot.toUpperCase()}` : ''
    return [`## ${headings.summary[language]}${title}`, '', ...lines, ...ladder, ''].join('\n')
  })
  return parts.join('\n')
}
