import { basename, join } from 'node:path'
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Command, InvalidArgumentError } from 'commander'
import { Fault, faultCode } from '@core/fault'
import type { Language, Words } from '@core/words'
import {
  checkJournal,
  packJournal,
  pruneJournals,
  type JournalCheck,
  type JournalLimits,
} from '@platform/store/journal-care'
import { begunMs, isPacked, listJournals, type JournalListing } from '@platform/store/journal-files'
import { folderToRead } from '../../named-folder'
import { complain } from '../complain'
import { exits } from '../exits'
import { print, printJson } from '../output'
import {
  inUse,
  journalsThere,
  journalDamaged,
  journalTorn,
  journalWhole,
  keepExpected,
  linked,
  noSuchJournal,
  journalsRemoved,
  wouldGo,
} from './words'

interface Common {
  readonly data?: string
  readonly json?: boolean
  readonly lang: Language
}

const mebi = 1024 * 1024

export function journalsCommand(): Command {
  const command = new Command('journals')
    .description('List, check, pack and clear the journals that benches and commands keep')
    // Before its own commands are made: they end like it.
    .exitOverride()
  const sub = (name: string, about: string) =>
    command
      .command(name)
      .description(about)
      .option('--data <folder>', 'the data folder (default: yours, or MODEM_BENCH_DATA)')
      .option('--json', 'one JSON object a line')
  sub('list', 'Newest first: when it was begun, its size, its path').action(list)
  sub('verify', 'Read journals to their end; exit 1 when octets of one cannot be read')
    .argument('[journal...]', 'all of the data folder when left out')
    .action(verify)
  sub('pack', 'Pack journals that nobody writes with gzip; they are read as before')
    .argument('[journal...]', 'all of the data folder when left out')
    .action(pack)
  sub(
    'prune',
    'Remove journals, the oldest first; never one that is written, or that a run or a report names',
  )
    .option('--keep-days <days>', 'those written within so many days', count)
    .option('--keep-mb <size>', 'so many MiB of them all', count)
    .option('--keep-free <size>', 'remove until so many MiB of the disk are free', count)
    .option('--dry-run', 'only say what would go')
    .action(prune)
  return command.addHelpText(
    'after',
    '\nExamples: modem-bench journals list\n          modem-bench journals pack\n          modem-bench journals prune --keep-days 90 --keep-mb 5000 --dry-run\nserve does it by itself with --keep-days and --keep-mb.',
  )
}

function count(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 0 && number <= 1e9) return number
  throw new InvalidArgumentError('Expected a whole number, 0 or more.')
}

async function list({ data, json }: Common): Promise<void> {
  const journals = await listJournals(await folderToRead(data))
  for (const journal of journals)
    await (json
      ? printJson(told(journal))
      : print(`${timeOf(journal)}  ${sizeText(journal.bytes).padStart(9)}  ${journal.path}`))
  const total = journals.reduce((sum, { bytes }) => sum + bytes, 0)
  if (!json) complain(journalsThere(journals.length, sizeText(total)))
}

const told = (journal: JournalListing) => ({
  path: journal.path,
  begunMs: begunMs(journal.path) ?? null,
  changedMs: Math.round(journal.changedMs),
  bytes: journal.bytes,
  packed: isPacked(journal.path),
})

const timeOf = (journal: JournalListing) =>
  new Date(begunMs(journal.path) ?? journal.changedMs).toISOString().slice(0, 19).replace('T', ' ')

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < mebi) return `${(bytes / 1024).toFixed(1)} KiB`
  return `${(bytes / mebi).toFixed(1)} MiB`
}

/** The journals that are meant: by path, by name in the data folder, or all. Rejects with `Fault('bad-input')`. */
async function meant(names: readonly string[], data: string | undefined): Promise<string[]> {
  const folder = await folderToRead(data)
  if (names.length === 0) return (await listJournals(folder)).map(({ path }) => path).reverse()
  return names.map((name) => {
    const found = [name, join(folder, 'journals', name)].find(existsSync)
    if (found !== undefined) return found
    throw new Fault('bad-input', noSuchJournal(name, join(folder, 'journals')))
  })
}

async function verify(names: readonly string[], { data, json, lang }: Common): Promise<void> {
  for (const path of await meant(names, data)) {
    const check = await checked(path)
    const bad = 'fault' in check || check.damagedBytes > 0
    if (bad) process.exitCode = exits.refused
    if (json)
      await printJson({ path, ...('fault' in check ? { error: check.fault.detail } : check) })
    else
      await print(
        `${basename(path)}: ${'fault' in check ? check.fault.said[lang] : verdictOf(check)[lang]}`,
      )
  }
}

async function checked(path: string): Promise<JournalCheck | { readonly fault: Fault }> {
  try {
    return await checkJournal(path)
  } catch (error) {
    if (error instanceof Fault && faultCode(error) === 'bad-input') return { fault: error }
    throw error
  }
}

function verdictOf({ records, tornBytes, damagedBytes }: JournalCheck): Words {
  if (damagedBytes > 0) return journalDamaged(records, damagedBytes)
  if (tornBytes > 0) return journalTorn(records, tornBytes)
  return journalWhole(records)
}

async function pack(names: readonly string[], { data, json, lang }: Common): Promise<void> {
  for (const path of await meant(names, data)) {
    if (isPacked(path)) continue
    const { size: before } = await stat(path).catch(() => ({ size: 0 }))
    const packed = await packedNow(path)
    if (packed === 'gone') continue
    if (packed instanceof Fault) {
      process.exitCode = exits.refused
      complain(packed.said[lang])
      continue
    }
    if (!packed) {
      complain(inUse(path)[lang])
      continue
    }
    if (json) await printJson({ path: packed.path, before, bytes: packed.bytes })
    else await print(`${basename(packed.path)}: ${sizeText(before)} → ${sizeText(packed.bytes)}`)
  }
}

/** `gone`: another one has packed it meanwhile; a fault: it is no journal, which keeps nobody from the others. */
async function packedNow(
  path: string,
): Promise<Awaited<ReturnType<typeof packJournal>> | 'gone' | Fault> {
  try {
    return await packJournal(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'gone'
    if (error instanceof Fault && error.code === 'bad-input') return error
    throw error
  }
}

interface PruneOptions extends Common {
  readonly keepDays?: number
  readonly keepMb?: number
  readonly keepFree?: number
  readonly dryRun?: boolean
}

async function prune(options: PruneOptions): Promise<void> {
  const { data, json, lang, dryRun = false, keepDays, keepMb, keepFree } = options
  if ([keepDays, keepMb, keepFree].every((limit) => limit === undefined))
    throw new Fault('bad-input', keepExpected)
  const limits: JournalLimits = {
    days: keepDays,
    bytes: keepMb === undefined ? undefined : keepMb * mebi,
    freeBytes: keepFree === undefined ? undefined : keepFree * mebi,
  }
  const folder = await folderToRead(data)
  const { removed, kept, pictures } = await pruneJournals(folder, limits, Date.now(), dryRun)
  for (const journal of removed)
    await (json ? printJson({ ...told(journal), removed: !dryRun }) : print(journal.path))
  for (const path of pictures) await (json ? printJson({ path, removed: !dryRun }) : print(path))
  for (const { path, why } of kept) complain((why === 'linked' ? linked : inUse)(path)[lang])
  const total = sizeText(removed.reduce((sum, { bytes }) => sum + bytes, 0))
  const done: Words = dryRun
    ? wouldGo(removed.length, total)
    : journalsRemoved(removed.length, total)
  complain(done[lang])
}
