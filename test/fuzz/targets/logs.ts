import { knowledge } from '@catalog/decoders'
import { bytesOf, concat, hexOf, latin1 } from '@core/bytes'
import { annotatedFormats, writerOf } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'
import { encodeEntry, JournalReader, journalHeader, recover } from '@core/log/journal'
import { markBytes, noteBytes, noteText } from '@core/log/note'
import { PcapngWriter } from '@core/log/pcapng'
import { PcapngReader } from '@core/log/pcapng-reader'
import { RawWriter } from '@core/log/raw'
import { LogReader } from '@core/log/reader'
import { Redactor } from '@core/log/redact'
import { PayloadStreams } from '@core/log/redact/payload-streams'
import type { LogRow } from '@core/log/row'
import { rowSearch } from '@core/log/row-search'
import { SummaryReader } from '@core/log/summary'
import { recordingOf } from '@core/simulator/replay/recording'
import { StoryReader } from '@core/story/story-reader'
import { utf8 } from '@core/utf8'
import { logSource } from '@platform/store/log-source'
import { exchanges, latin, octets, recordedLogs } from '../corpus'
import { answered, must, type Target } from '../target'

function rowsOf(text: string, cut = text.length): LogRow[] {
  const log = new LogImport({ knowledge })
  return [...log.push(text.slice(0, cut)), ...log.push(text.slice(cut)), ...log.end()]
}

/** All that is made of rows. */
async function handedOn(rows: readonly LogRow[]): Promise<void> {
  const [story, summary] = [new StoryReader(), new SummaryReader()]
  const redactor = new Redactor({ knowledge })
  const capture = new PcapngWriter({ language: 'ja', redactor })
  const raw = new RawWriter(redactor.values)
  const writers = annotatedFormats.map((format) =>
    writerOf(format, { language: 'en', title: 'log' }),
  )
  for (const row of rows) {
    story.take(row)
    summary.take(row)
    const masked = redactor.row(row)
    capture.row(row)
    for (const writer of writers) writer.row(masked)
    if (row.dir !== 'note') raw.push({ dir: row.dir, bytes: bytesOf(row.text) })
  }
  raw.end()
  for (const writer of writers) writer.end()
  must(JSON.stringify([story.stories, summary.summary]).length > 0, 'a story that is no JSON')
  await answered(() => recordingOf(rows, { name: 'log' }))
}

const entry = (dir: 'rx' | 'tx' | 'note', bytes: Uint8Array, monoUs: number) =>
  encodeEntry({ slot: 'a', dir, atMs: 1_760_000_000_000 + monoUs / 1000, monoUs, bytes })

const journals = exchanges.map((exchange, i) =>
  concat([
    journalHeader,
    entry('note', noteBytes({ en: 'opened', ja: '開きました' }, true), 0),
    entry('tx', bytesOf('AT\r'), 1000),
    entry('rx', exchange, 2000),
    entry('note', markBytes('bookmark', 'here', 1), 3000),
    entry('rx', recordedLogs[i]?.subarray(0, 200) ?? exchange, 4000),
  ]),
)

/** What was written of logs, read back. */
const captures = recordedLogs.slice(0, 12).map((log) => {
  const writer = new PcapngWriter({ language: 'en' })
  return concat([
    writer.head(),
    ...rowsOf(utf8(log.subarray(0, 600))).map((row) => writer.row(row)),
  ])
})

function inPieces(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  )
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, bytes.length >> 1)
  yield bytes.subarray(bytes.length >> 1)
}

const typed = latin(
  '/(a+)+$/i',
  'rsrp<-110 slot=b',
  '"OK"',
  'severity>=warning command=AT+CEREG?',
  '/^(\\w+\\s?)*$/m',
  'kind=note dir!=tx',
  '/\\p{L}[^]\\k<a>(?<a>x)/u',
)

export const logTargets: readonly Target[] = [
  {
    name: 'log of another program',
    corpus: recordedLogs.map((log) => log.subarray(0, 1000)),
    share: 0.3,
    run: (bytes) => {
      const text = utf8(bytes)
      const rows = rowsOf(text)
      must(
        rows.length === rowsOf(text, text.length >> 1).length,
        'rows that depend on how reads cut the text',
      )
    },
  },
  {
    name: 'rows handed on',
    corpus: [...recordedLogs.map((log) => log.subarray(0, 400)), ...exchanges],
    share: 0.3,
    run: (bytes) => handedOn(rowsOf(utf8(bytes))),
  },
  {
    name: 'octets of any log',
    corpus: [...recordedLogs.map((log) => log.subarray(0, 300)), ...journals],
    run: (bytes) =>
      answered(async () => {
        const source = await logSource(pieces(bytes), 'log')
        if (source.kind === 'journal') for await (const one of source.entries) must(!!one, 'entry')
        else for await (const text of source.text) must(typeof text === 'string', 'text')
      }),
  },
  {
    name: 'journal',
    corpus: journals.map((journal) => journal.subarray(journalHeader.length)),
    share: 1,
    run: (bytes) => {
      const { entries, damagedBytes, tornBytes } = recover(bytes)
      const reader = new JournalReader()
      const found = inPieces(bytes, 7).flatMap((piece) => reader.push(piece))
      must(
        found.length + reader.finish().records.length === entries.length,
        'records that depend on how reads cut the journal',
      )
      must(damagedBytes >= 0 && tornBytes >= 0, 'less than nothing damaged')
      const readers = {
        a: new LogReader({ slot: 'a', knowledge }),
        b: new LogReader({ slot: 'b', knowledge }),
      }
      for (const one of entries) readers[one.slot].push(one)
      readers.a.end(0, 0)
    },
  },
  {
    name: 'capture',
    corpus: [...captures, ...captures.map((one) => one.subarray(0, 300))],
    share: 2,
    run: (bytes) => {
      const read = (parts: readonly Uint8Array[]) => {
        const reader = new PcapngReader()
        return parts.flatMap((part) => reader.push(part))
      }
      const found = read([bytes])
      must(
        found.length === read(inPieces(bytes, 13)).length,
        'packets that depend on how reads cut the capture',
      )
      const reader = new LogReader({ slot: 'a', knowledge })
      for (const one of found) if (one.slot === 'a') reader.push(one)
    },
  },
  {
    name: 'note of a journal',
    corpus: [
      noteBytes('plain'),
      noteBytes({ en: 'a', ja: 'あ' }, true),
      markBytes('comment', 'x', 4),
    ],
    share: 2,
    run: (bytes) => noteText(bytes),
  },
  {
    name: 'search',
    corpus: typed,
    share: 2,
    run: (bytes) => {
      const { matches } = { matches: undefined, ...rowSearch(utf8(bytes)) }
      for (const row of searched) matches?.(row)
    },
  },
  {
    name: 'masked text',
    corpus: [...exchanges, ...recordedLogs.map((log) => log.subarray(0, 300))],
    run: (bytes) => new Redactor({ knowledge, maskPlaces: true }).text(latin1(bytes)),
  },
  {
    name: 'masked content of sockets',
    corpus: [
      ...exchanges,
      octets(
        'GET / HTTP/1.1\r\nAuthorization: Basic YW5uOmh1bnRlcjI=\r\n\r\n{"password":"hq7zkr2"}',
      ),
    ],
    run: (bytes) => {
      const streams = new PayloadStreams()
      // The first octets say into which pieces it is cut.
      for (let from = 0, piece = 0; from < bytes.length; piece++) {
        const to = from + 1 + ((bytes[piece] ?? 0) % 60)
        const given = bytes.subarray(from, to)
        const header = `AT+QISEND=${piece % 2},${given.length}`
        const hex = `AT+NSOSD=${piece % 2},${given.length},${hexOf(given)}`
        for (const part of [
          { kind: 'payload', text: latin1(given), header },
          { kind: 'command', text: hex },
        ] as const) {
          const row = { id: piece, slot: 'a', dir: 'tx', atMs: 0, monoUs: 0, ...part } as const
          for (const { start, end } of streams.spansOf(row, (text) => masked.spansIn(text)) ?? [])
            must(start < end && end <= part.text.length, 'a place that is not in the row')
        }
        from = to
      }
    },
  },
]

const masked = new Redactor({ knowledge })

const searched = rowsOf(
  utf8(octets('AT+CSQ\r\n+CSQ: 20,99\r\n\r\nOK\r\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\r\n')),
)
