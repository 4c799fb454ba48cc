import { join } from 'node:path'
import { Fault, type Batch, type Language, type SlotName, type TestState } from '@contract'
import { writeResult } from '../../result-file'
import { complain } from '../complain'
import { exits } from '../exits'
import type { WholeBench } from '../on-bench'
import { print, printJson } from '../output'
import { shown } from '../shown'
import { testBoard } from './one-board'
import type { GivenPictures } from './pictures'
import { exitOf, verdictLine, worstExit } from './verdict'
import { batchLine, noSerialCame, sameSerial, spoiltWords, valueLine } from './words'

interface Many {
  readonly text: string
  readonly plan: string
  readonly slots: readonly SlotName[]
  /** The next board of a slot; undefined: none is left. */
  readonly next: (slot: SlotName) => Promise<string | undefined>
  readonly port: string | undefined
  readonly pictures: GivenPictures
  readonly report: string | undefined
  readonly json: boolean
  readonly lang: Language
}

/** Tests boards one after the other, or two at a time, until none is left; gives the exit code of the worst. */
export async function testMany(bench: WholeBench, many: Many): Promise<number> {
  const { slots, next, plan, json, lang } = many
  const codes: number[] = []
  while (!bench.signal.aborted) {
    const round: { slot: SlotName; serial: string }[] = []
    for (const slot of slots) {
      const serial = await nextOther(next, slot, round)
      if (serial === undefined) break
      round.push({ slot, serial })
    }
    if (round.length === 0) break
    const ends = await Promise.all(round.map((board) => oneOf(bench, many, board)))
    codes.push(...ends.map(exitOf))
    if (round.length < slots.length) break
  }
  if (codes.length === 0) {
    if (bench.signal.aborted) return exits.stopped
    throw new Fault('bad-input', noSerialCame)
  }
  const batch = await bench.call('test.batch', { plan })
  if (batch.spoilt > 0) complain(spoiltWords(batch.spoilt))
  await tellBatch(batch, { json, lang })
  return worstExit(codes)
}

/** The next serial that is not on the other slot already: a code that was scanned twice would hide a board. */
async function nextOther(
  next: Many['next'],
  slot: SlotName,
  round: readonly { readonly serial: string }[],
): Promise<string | undefined> {
  for (;;) {
    const serial = await next(slot)
    if (!round.some((board) => board.serial === serial)) return serial
    complain(sameSerial(serial ?? ''))
  }
}

async function oneOf(
  bench: WholeBench,
  { text, slots, port, pictures, report, json, lang }: Many,
  { slot, serial }: { readonly slot: SlotName; readonly serial: string },
): Promise<TestState> {
  const both = slots.length > 1 ? { slot } : {}
  const end = await testBoard(
    bench,
    { slot, text, serial, port, pictures },
    { json, tap: false, lang, ...both },
  )
  if (json) await printJson(end)
  else await print(shown(`${both.slot ? `${slot.toUpperCase()} ` : ''}${verdictLine(end, lang)}`))
  for (const format of report === undefined
    ? []
    : (['junit', 'tap', 'json', 'csv', 'html'] as const)) {
    const file = await bench.call('test.report', { slot, format, language: lang })
    await writeResult('--report', join(report ?? '', file.name), file.text ?? '')
  }
  return end
}

async function tellBatch(
  { tests: _tests, ...batch }: Batch,
  { json, lang }: Pick<Many, 'json' | 'lang'>,
): Promise<void> {
  if (json) return printJson(batch)
  await print(shown(batchLine(batch)[lang]))
  for (const one of batch.spreads) await print(shown(`  ${valueLine(one)[lang]}`))
}
