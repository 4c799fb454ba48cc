import type { LogRow, Words } from '@contract'
import { knowledge } from '@catalog/decoders'
import { Fault } from '@core/fault'
import type { LogFormat } from '@core/log/import/format'
import { LogImport } from '@core/log/import/log-import'
import type { JournalEntry } from '@core/log/journal'
import { LogReader } from '@core/log/reader'
import type { LogSource } from '@bench/environment'

/** A log file, read to its end. */
export interface LogRows {
  readonly format: Words
  /** What was odd about the file. */
  readonly notices: readonly Words[]
  readonly rows: LogRow[]
  /** 0: no modem is in it. */
  readonly exchanges: number
}

const words = (en: string, ja: string): Words => ({ en, ja })
const journalName = words('Journal of Modem Bench', 'Modem Bench のジャーナル')
const oddities: { readonly [notice: string]: Words } = {
  mixed: words(
    'Part of it is in another encoding or binary; those lines are shown octet by octet.',
    '一部が別の文字コードまたはバイナリーです。その行はバイト単位で表示しています。',
  ),
  cut: words(
    'It ends in the middle of a character: the file is not whole.',
    '文字の途中で終わっています。ファイルが欠けている可能性があります。',
  ),
}

/** Shown all the same, line by line: somebody may read in it what no reader of ours did. */
const noExchange = words(
  'No AT command and no answer was found in it, so the lines are shown as they are. Mark a line that was sent and one that was received in the menu of a row (right click, Shift+F10): the rest is learned from them. On the command line: modem-bench explain FILE --sent "out>" --received "in>".',
  'AT コマンドも応答も見つからないため、各行をそのまま表示しています。行のメニュー（右クリック、Shift+F10）で送信行と受信行を 1 行ずつ指定すると、残りの行も読み取ります。コマンドラインでは modem-bench explain FILE --sent "out>" --received "in>" を使います。',
)

type Breathe = () => Promise<void>

/** So much text at once: a piece of a file takes longer to read than others may wait. */
const charsAtOnce = 16_384

function* cut(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += charsAtOnce) yield text.slice(at, at + charsAtOnce)
}

/**
 * Rejects with Fault('log-unknown') for an empty file. `breathe` lets others have their turn when it is time; `format` is known
 * where somebody marked the directions.
 */
export async function readLogRows(
  source: LogSource,
  name: string,
  breathe: Breathe,
  format?: LogFormat,
): Promise<LogRows> {
  if (source.kind === 'journal') return journalRows(source.entries, breathe)
  const log = new LogImport({ knowledge, ...(format ? { format } : {}) })
  const rows: LogRow[] = []
  for await (const text of source.text) {
    for (const piece of cut(text)) {
      for (const row of log.push(piece)) rows.push(row)
      await breathe()
    }
  }
  for (const row of log.end()) rows.push(row)
  if (rows.length === 0)
    throw new Fault('log-unknown', { en: `${name} is empty.`, ja: `${name} は空です。` })
  const odd = [...source.notices].flatMap((notice) => oddities[notice] ?? [])
  const notices = log.exchanges === 0 ? [noExchange, ...odd] : odd
  return {
    exchanges: log.exchanges,
    format: log.format?.name ?? words('text', 'テキスト'),
    notices,
    rows,
  }
}

export type Octets = Pick<JournalEntry, 'slot' | 'dir' | 'bytes'>

/** The octets that passed, as far as the log says them. */
export async function* logOctets(
  source: LogSource,
  breathe: Breathe,
  format?: LogFormat,
): AsyncGenerator<Octets> {
  if (source.kind === 'journal') {
    yield* source.entries
    return
  }
  const heard: Octets[] = []
  const log = new LogImport({
    knowledge,
    onOctets: (octets) => heard.push(octets),
    ...(format ? { format } : {}),
  })
  for await (const text of source.text) {
    for (const piece of cut(text)) {
      log.push(piece)
      yield* heard.splice(0)
      await breathe()
    }
  }
  log.end()
  yield* heard
}

async function journalRows(
  entries: (LogSource & { kind: 'journal' })['entries'],
  breathe: Breathe,
): Promise<LogRows> {
  const readers = {
    a: new LogReader({ slot: 'a', knowledge }),
    b: new LogReader({ slot: 'b', knowledge }),
  }
  const list = new OneList()
  let last = { atMs: 0, monoUs: 0 }
  let count = 0
  for await (const entry of entries) {
    last = entry
    count++
    for (const row of readers[entry.slot].push(entry)) list.add(row)
    await breathe()
  }
  for (const reader of Object.values(readers))
    for (const row of reader.end(last.atMs, last.monoUs)) list.add(row)
  return { exchanges: count, format: journalName, notices: [], rows: list.rows }
}

/** Each slot has numbers of its own; here they are one list, and a bookmark follows its row. */
class OneList {
  readonly rows: LogRow[] = []
  /** Where the rows of a slot stand in the list, by the numbers they have there. */
  readonly #places: { readonly [slot in LogRow['slot']]: number[] } = { a: [], b: [] }

  add(row: LogRow): void {
    const id = this.rows.length
    const places = this.#places[row.slot]
    places[row.id] = id
    // A bookmark is set on a row that is there.
    const about = row.about === undefined ? undefined : places[row.about]
    this.rows.push(about === undefined ? { ...row, id } : { ...row, id, about })
  }
}
