import type { LogRow } from '@contract'
import { atLeast } from '../../components/row-mark'

/** A command with what was answered to it. */
export interface Exchange {
  readonly command: LogRow
  readonly answers: readonly LogRow[]
  /** The result code; undefined while it is waited for, and where none came. */
  readonly final: LogRow | undefined
  /** The note that no result will come any more. */
  readonly gone: LogRow | undefined
  /** Another command was sent behind it. */
  readonly passed: boolean
}

/** A row of the terminal: one as it was logged, one exchange, or what went on in the background as one. */
export type TerminalRow = LogRow & {
  readonly exchange?: Exchange
  readonly background?: Background
}

/** Polls and frames that came one after the other. */
export interface Background {
  readonly rows: readonly TerminalRow[]
  /** Values that were read by polling. */
  readonly values: number
  readonly frames: number
  /** What the frames were, and how often: `LCP ×4`. */
  readonly parts: readonly string[]
  readonly pings: { readonly sent: number; readonly answered: number }
}

export interface ExchangeOptions {
  /** Commands that are asked by themselves. */
  readonly polled: readonly string[]
  /** Whether somebody typed this command; what was typed is never folded away. */
  readonly typed: (command: LogRow) => boolean
  readonly everyRow: boolean
  /** Folds that a person opened, by the key of their first row. */
  readonly opened: ReadonlySet<string>
}

export const keyOfRow = (row: LogRow): string => `${row.slot}${row.id}.${row.monoUs}`

/** More lines than this are no answer to look at as one: the further ones get rows of their own. */
const mostAnswers = 24
/** Commands without a result that may still be told of. */
const mostPassed = 32

/** Commands with their answers, in the order of the commands; lines that answer nothing stay where they are. */
export function exchangesOf(rows: readonly LogRow[]): readonly TerminalRow[] {
  const out: (LogRow | Open)[] = []
  // What passes through a channel or a second port answers what was asked there.
  const open = new Map<string, Open>()
  /** Those that something was sent behind, oldest first: a note may still tell what became of them. */
  const passed: Open[] = []
  for (const row of rows) {
    const way = `${row.channel ?? ''}${row.second ?? ''}`
    if (row.kind === 'command') {
      const begun: Open = { command: row, answers: [] }
      const before = open.get(way)
      if (before) {
        before.passed = true
        passed.push(before)
        if (passed.length > mostPassed) passed.shift()
      }
      open.set(way, begun)
      out.push(begun)
      continue
    }
    const asked = open.get(way)
    const told = row.kind === 'note' ? passed.findIndex((one) => belongs(row, one)) : -1
    const [gone] = told < 0 ? [] : passed.splice(told, 1)
    if (gone) gone.gone = row
    else if (!asked || !belongs(row, asked)) out.push(row)
    else if (row.kind === 'note') {
      asked.gone = row
      open.delete(way)
    } else if (row.kind === 'final') {
      asked.final = row
      open.delete(way)
    } else asked.answers.push(row)
  }
  return out.map((one) => ('answers' in one ? closed(one) : one))
}

interface Open {
  readonly command: LogRow
  readonly answers: LogRow[]
  final?: LogRow
  gone?: LogRow
  passed?: boolean
}

function belongs(row: LogRow, { command, answers }: Open): boolean {
  if (row.late || row.command?.trim() !== command.text.trim()) return false
  if (row.kind === 'final' || row.kind === 'note') return true
  return row.kind === 'answer' && answers.length < mostAnswers
}

/** The same exchange is the same object as long as nothing was added to it: its row is not drawn anew. */
const known = new WeakMap<LogRow, TerminalRow>()
function closed({ command, answers, final, gone, passed = false }: Open): TerminalRow {
  const before = known.get(command)
  const old = before?.exchange
  if (
    before &&
    old?.answers.length === answers.length &&
    old.final === final &&
    old.gone === gone &&
    old.passed === passed
  )
    return before
  const row: TerminalRow = { ...command, exchange: { command, answers, final, gone, passed } }
  known.set(command, row)
  return row
}

/** The rows of a terminal: what polls and frames say is folded, what asks for attention never is. */
export function terminalRows(
  rows: readonly LogRow[],
  options: ExchangeOptions,
): readonly TerminalRow[] {
  if (options.everyRow) return exchangesOf(rows)
  const all = exchangesOf(rows.filter((row) => !isEnvelope(row)))
  const polled = new Set(options.polled.map((command) => command.trim().toUpperCase()))
  const out: TerminalRow[] = []
  let run: TerminalRow[] = []
  const end = () => {
    out.push(...folded(run, options))
    run = []
  }
  for (const row of all) {
    if (inBackground(row, polled, options)) run.push(row)
    else {
      end()
      out.push(row)
    }
  }
  end()
  return out
}

/** A frame of the multiplexer: what it carries has rows of its own. */
const isEnvelope = (row: LogRow) => row.kind === 'cmux' && !atLeast(row, 'warning')

function inBackground(
  row: TerminalRow,
  polled: ReadonlySet<string>,
  { typed }: ExchangeOptions,
): boolean {
  if (row.kind === 'ppp') return !atLeast(row, 'warning')
  const { exchange } = row
  if (!exchange || !polled.has(exchange.command.text.trim().toUpperCase())) return false
  // One that waits for its answer is folded as well: it would come and go every few seconds.
  const { answers, final, gone } = exchange
  return (
    !typed(exchange.command) &&
    gone === undefined &&
    ![...answers, final].some((one) => one && atLeast(one, 'failure'))
  )
}

function folded(run: readonly TerminalRow[], { opened }: ExchangeOptions): readonly TerminalRow[] {
  const [first] = run
  if (!first || run.length < 2) return run
  const frames = run.filter((row) => !row.exchange)
  const counts = new Map<string, number>()
  for (const { text } of frames) {
    const name = text.split(/[\s:,]/, 1)[0] ?? ''
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const echoes = frames.filter(({ text }) => text.startsWith('IP ICMP '))
  const background: Background = {
    rows: run,
    values: run.reduce((count, { exchange }) => count + (exchange?.answers.length ?? 0), 0),
    frames: frames.length,
    parts: [...counts].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name)),
    pings: {
      sent: echoes.filter(({ dir }) => dir === 'tx').length,
      answered: echoes.filter(({ dir }) => dir === 'rx').length,
    },
  }
  const { exchange: _exchange, explanation: _explanation, ...plain } = first
  // Half a microsecond before its first row: a key and a place of its own.
  const head: TerminalRow = { ...plain, monoUs: first.monoUs - 0.5, background }
  return opened.has(keyOfRow(head)) ? [head, ...run] : [head]
}
