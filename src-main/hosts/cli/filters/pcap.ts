import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Command, Option } from 'commander'
import { knowledge } from '@catalog/decoders'
import { sameBytes } from '@core/bytes'
import { Fault } from '@core/fault'
import { journalHeader, JournalReader, type FoundRecord } from '@core/log/journal'
import type { PcapngWriter } from '@core/log/pcapng'
import { LogReader } from '@core/log/reader'
import { slotNames, type SlotName } from '@core/modem/slot-names'
import { quoted, type Language } from '@core/words'
import { fileFault } from '../../file-fault'
import { openNew } from '../../result-file'
import { pcapWriter } from './pcap-file'
import { noKeyLog } from './pcap-words'
import { onStopSignal } from '../stop-signals'
import { printBeside } from '../beside'

/** How often a growing journal is looked at. */
const lookMs = 250

interface Options {
  readonly output: string
  readonly slot: SlotName | 'both'
  readonly redact: boolean
  readonly tlsKeys?: string
  readonly live?: boolean
  readonly lang: Language
}

export function pcapCommand(): Command {
  return new Command('pcap')
    .description('Turn a journal into a pcapng file that Wireshark opens')
    .argument('<journal>', 'a .journal file of the console')
    .requiredOption('-o, --output <file>', 'the file to write; - is standard output')
    .addOption(
      new Option('--slot <slot>', 'which modem').choices([...slotNames, 'both']).default('both'),
    )
    .option('--live', 'go on while the journal grows, until Ctrl-C')
    .option(
      '--tls-keys <file>',
      'put a TLS key log (SSLKEYLOGFILE) into it, so that Wireshark reads the sessions',
    )
    .option('--no-redact', 'leave passwords and identities readable')
    .addHelpText(
      'after',
      '\nExample: modem-bench pcap ~/.local/share/modem-bench/journals/today.journal -o today.pcapng\n         modem-bench pcap today.journal -o - | tshark -r -\n         modem-bench pcap today.journal --live -o - | wireshark -k -i -',
    )
    .action(convert)
}

async function convert(journal: string, options: Options): Promise<void> {
  // Before the output is opened: a wrong input must not cost a file of that name.
  await mustBeJournal(journal)
  const keys = await keysOf(options.tlsKeys)
  const writer = pcapWriter({ language: options.lang, redact: options.redact })
  const out = await sink(options.output)
  try {
    await out.write(writer.head())
    await out.write(writer.secrets(keys))
    const damage = await rowsOf(journal, options, writer, (bytes) => out.write(bytes))
    if (damage > 0) printBeside(`modem-bench: ${damage} octets of the journal could not be read.`)
  } finally {
    await out.close()
  }
}

/** The key log of `--tls-keys`; empty without one. */
async function keysOf(path: string | undefined): Promise<string> {
  if (path === undefined) return ''
  const text = await readFile(path, 'latin1').catch((error: unknown) => {
    throw fileFault(`--tls-keys ${path}`, error)
  })
  if (/^[A-Z][A-Z0-9_]+ [0-9a-f]+ [0-9a-f]+\s*$/m.test(text)) return text
  throw new Fault('bad-input', noKeyLog(path))
}

/** Returns how many octets were not readable. */
async function rowsOf(
  path: string,
  { slot, live = false }: Options,
  writer: PcapngWriter,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  const journal = new JournalReader()
  const logs = { a: newLog('a'), b: newLog('b') }
  let last = { atMs: 0, monoUs: 0 }
  const take = async (found: readonly FoundRecord[]) => {
    for (const { entry } of found) {
      last = entry
      if (slot !== 'both' && slot !== entry.slot) continue
      for (const row of logs[entry.slot].push(entry)) await write(writer.row(row))
    }
  }
  for await (const piece of live ? growing(path) : contentOf(path)) await take(journal.push(piece))
  const { records, tornBytes, damagedBytes } = journal.finish()
  await take(records)
  for (const log of Object.values(logs))
    for (const row of log.end(last.atMs, last.monoUs)) await write(writer.row(row))
  return tornBytes + damagedBytes
}

const newLog = (slot: SlotName) => new LogReader({ slot, knowledge })

async function mustBeJournal(path: string): Promise<void> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw fileFault(path, error)
  })
  try {
    const head = new Uint8Array(journalHeader.length)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    if (!sameBytes(head.subarray(0, bytesRead), journalHeader))
      throw new Fault('journal-format', quoted(path))
  } finally {
    await file.close()
  }
}

/** What follows the header. */
async function* contentOf(path: string, start = journalHeader.length): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path, { start })) yield new Uint8Array(piece)
}

/** The same, and what a console that runs adds to it, until Ctrl-C. */
async function* growing(path: string): AsyncGenerator<Uint8Array> {
  const stop = new AbortController()
  const end = () => stop.abort()
  const unhear = onStopSignal(end)
  let at = journalHeader.length
  while (!stop.signal.aborted) {
    if ((await stat(path)).size > at)
      for await (const piece of contentOf(path, at)) {
        at += piece.length
        yield piece
      }
    await wait(lookMs, undefined, { signal: stop.signal }).catch(() => undefined)
  }
  unhear()
}

interface Sink {
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

async function sink(path: string): Promise<Sink> {
  if (path === '-')
    return {
      write: (bytes) =>
        new Promise((resolve, reject) => {
          process.stdout.write(bytes, (error) => {
            // A reader that went away (| head) ends the command like any other filter.
            if (error && 'code' in error && error.code === 'EPIPE') process.exit(0)
            if (error) reject(error)
            else resolve()
          })
        }),
      close: async () => undefined,
    }
  const file = await openNew(`--output ${path}`, path)
  return { write: (bytes) => file.appendFile(bytes), close: () => file.close() }
}
