import type { StepState, Verdict } from '@core/connect/connect-state'
import type { Redactor } from '@core/log/redact'
import { textWriter } from '@core/log/formats/text'
import { harmless } from '@core/log/formats/harmless'
import { code, escapedText } from '@core/log/formats/markdown-text'
import { isoOf } from '@core/log/formats/time'
import type { LogRow } from '@core/log/row'
import type { SlotState } from '@contract'
import type { Facts } from '@core/at/knowledge'
import { durationText } from '@core/duration'
import { colon, seenIn, type Language, type Words } from '@core/words'
import { stepHeadings, results, titles } from './words'

interface ReportInput {
  readonly state: SlotState
  readonly rows: AsyncIterable<LogRow>
  readonly language: Language
  readonly utcOffsetMin: number
  readonly redactor?: Redactor
}

const marks: { readonly [state in StepState['state']]: string } = {
  ok: '✓',
  skipped: '–',
  failed: '✗',
  waiting: ' ',
  running: '…',
}

/** A connection as a page to hand on: verdict first, then the steps, then every line of it explained. */
export async function report(input: ReportInput): Promise<string> {
  const { connect } = input.state
  const say = (words: Words) =>
    input.redactor?.words(words)[input.language] ?? words[input.language]
  const head = `# ${say(titles.title)}\n\n`
  if (connect.startedMs === null || connect.steps.length === 0)
    return `${head}${say(titles.none)}\n`
  // Read first: a line of the verdict is masked as it is in the log, where the lines before it say what it is.
  const masked = new Map<string, string>()
  const log = await logText(input, connect.startedMs, connect.verdict, masked)
  const parts = [
    head,
    about(input, connect.startedMs),
    verdictText(input, connect.verdict, masked),
    `## ${say(titles.steps)}\n\n`,
    stepTable(input, connect.steps),
    `\n## ${say(titles.log)}\n\n`,
    log,
  ]
  return harmless(parts.join(''))
}

function plain(input: ReportInput, text: string): string {
  return input.redactor?.text(text) ?? text
}

function about(input: ReportInput, startedMs: number): string {
  const { state, language } = input
  const { target } = state.connect
  const lines = [
    `- ${titles.when[language]}${colon[language]}${isoOf(startedMs, input.utcOffsetMin)}`,
  ]
  if (state.modem)
    lines.push(`- ${titles.modem[language]}${colon[language]}${escapedText(state.modem.name)}`)
  if (state.port)
    lines.push(
      `- ${titles.port[language]}${colon[language]}${code(plain(input, state.port.path))}, ${state.port.baudRate} baud`,
    )
  if (target) {
    const auth = target.user === '' ? '' : `, ${target.auth}`
    lines.push(
      `- ${titles.target[language]}${colon[language]}${code(plain(input, target.apn))}, ${target.pdpType}, cid ${target.cid}${auth}`,
    )
  }
  return `${lines.join('\n')}\n\n`
}

function verdictText(
  input: ReportInput,
  verdict: Verdict | null,
  masked: ReadonlyMap<string, string>,
): string {
  const { language } = input
  if (!verdict) return `## ${titles.verdict[language]}\n\n${titles.running[language]}\n\n`
  const seconds = durationText(verdict.ms, language)
  const seen = verdict.seen.map((line) => seenIn(line, language))
  const lines = [
    `## ${titles.verdict[language]}${colon[language]}${results[verdict.result][language]}${language === 'en' ? ` (${seconds})` : `（${seconds}）`}`,
    '',
    escapedText(plain(input, verdict.meaning[language])),
    '',
  ]
  if (verdict.seen.length > 0)
    lines.push(
      `### ${titles.seen[language]}`,
      '',
      fenced(seen.map((line) => masked.get(line) ?? plain(input, line)).join('\n')),
      '',
    )
  if (verdict.tries.length > 0)
    lines.push(
      `### ${titles.tries[language]}`,
      '',
      ...verdict.tries.map(
        (words, index) => `${index + 1}. ${escapedText(plain(input, words[language]))}`,
      ),
      '',
    )
  return `${lines.join('\n')}\n`
}

function stepTable(input: ReportInput, steps: readonly StepState[]): string {
  const { language } = input
  const rows = steps.map((step) => {
    const time = step.ms === undefined ? '' : durationText(step.ms, language)
    const words = plain(input, step.words?.[language] ?? '')
    const facts = code(factsText(input.redactor?.facts(step.facts) ?? step.facts))
    return `| ${marks[step.state]} | ${step.title[language]} | ${time} | ${escapedText(words)} | ${facts} |`
  })
  return `${[stepHeadings[language], '| --- | --- | --- | --- | --- |', ...rows].join('\n')}\n`
}

function factsText(facts: Facts): string {
  return Object.entries(facts)
    .flatMap(([name, value]) =>
      value === undefined || value === null
        ? []
        : [`${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`],
    )
    .join(', ')
}

/** The rows from the start of the connection to its verdict, in a block that keeps them as they were. */
async function logText(
  input: ReportInput,
  startedMs: number,
  verdict: Verdict | null,
  masked: Map<string, string>,
): Promise<string> {
  const untilMs = verdict ? startedMs + verdict.ms + 1 : Infinity
  const { language, utcOffsetMin, redactor } = input
  const writer = textWriter({ language, utcOffsetMin })
  const lines: string[] = []
  for await (const row of input.rows) {
    if (row.atMs < startedMs || row.atMs > untilMs) continue
    const shown = redactor ? redactor.row(row) : row
    if (shown.text !== row.text) masked.set(row.text, shown.text)
    lines.push(writer.row(shown))
  }
  return fenced(lines.join('').trimEnd())
}

/** A fence longer than any run of backticks inside. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}\n`
}
