import { logOctets } from '@bench/log/log-rows'
import { knowledge } from '@catalog/decoders'
import { Fault } from '@core/fault'
import { LogImport } from '@core/log/import/log-import'
import { LogReader } from '@core/log/reader'
import { RawWriter } from '@core/log/raw'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import { openLogSource } from '@platform/store/log-source'
import { write } from '../output'
import { quoted } from '@core/words'
import { maskingNeedsTwice } from './words'
import { printBeside } from '../beside'

interface Options {
  readonly redact: boolean
  readonly maskPlaces?: boolean
  readonly showPlaces?: boolean
}

/**
 * The octets that passed, without the times and words of the program that recorded them. To hide a value wherever it
 * stands, the file is read twice.
 */
export async function writeRaw(file: string, options: Options): Promise<void> {
  if (options.redact && file === '-') throw new Fault('bad-input', maskingNeedsTwice)
  const redactor = options.redact
    ? new Redactor({
        knowledge,
        maskPlaces: options.maskPlaces ?? false,
        showPlaces: options.showPlaces ?? false,
      })
    : undefined
  if (redactor) for await (const row of rowsOf(file)) redactor.row(row)
  const writer = new RawWriter(redactor?.values)
  let count = 0
  for await (const octets of logOctets(await openLogSource(file), async () => undefined)) {
    if (octets.dir !== 'note') count += octets.bytes.length
    await writeSome(writer.push(octets))
  }
  await writeSome(writer.end())
  if (count === 0) throw new Fault('log-unknown', quoted(file))
  printBeside(`modem-bench: ${count} octets; ${maskedWords(redactor)}.`)
}

async function writeSome(octets: Uint8Array): Promise<void> {
  if (octets.length > 0) await write(octets)
}

function maskedWords(redactor: Redactor | undefined): string {
  if (!redactor)
    return 'nothing is masked: the output names the modem, the card, numbers and passwords'
  const masked = Object.entries(redactor.masked).map(([kind, count]) => `${kind} ${count}`)
  return masked.length > 0 ? `masked with x: ${masked.join(', ')}` : 'nothing to mask'
}

async function* rowsOf(file: string): AsyncGenerator<LogRow> {
  const source = await openLogSource(file)
  if (source.kind === 'journal') {
    const readers = { a: reader('a'), b: reader('b') }
    for await (const entry of source.entries) yield* readers[entry.slot].push(entry)
    return
  }
  const log = new LogImport({ knowledge })
  for await (const text of source.text) yield* log.push(text)
  yield* log.end()
}

const reader = (slot: 'a' | 'b') => new LogReader({ slot, knowledge })
