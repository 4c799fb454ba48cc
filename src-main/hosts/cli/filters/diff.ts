import { Command, Option } from 'commander'
import { knowledge } from '@catalog/decoders'
import { compareFormats, writeComparison, type CompareFormat } from '@core/compare/compare-text'
import { nothingInCommon } from '@core/compare/words'
import { compare } from '@core/compare/difference'
import { LogSteps } from '@core/compare/log-steps'
import { Fault } from '@core/fault'
import { Redactor } from '@core/log/redact'
import type { SlotName } from '@core/modem/slot-names'
import { twoSentences, type Language } from '@core/words'
import { openLogSource } from '@platform/store/log-source'
import { write } from '../output'
import { readRows, refuseEmpty } from './read-rows'
import { oneFromInput } from './words'
import { printBeside } from '../beside'

interface Options {
  readonly lang: Language
  readonly format: CompareFormat
  readonly redact: boolean
  readonly slot?: SlotName
}

export function diffCommand(): Command {
  return new Command('diff')
    .description(
      'Compare the log of a run that worked with one that did not: the first difference that matters, then the others',
    )
    .argument('<good>', 'a log or journal of a run that worked')
    .argument('<bad>', 'one of a run that did not; its format, tool and times may be others')
    .addOption(
      new Option('--format <format>', 'form of the output')
        .choices([...compareFormats])
        .default('text'),
    )
    .addOption(
      new Option('--slot <slot>', 'slot of a journal; otherwise the one that did most').choices([
        'a',
        'b',
      ]),
    )
    .option('--no-redact', 'leave numbers of modem and card, and passwords readable')
    .addHelpText(
      'after',
      '\nExit code: 0 no difference that matters, 1 a difference, logs without a common step, or no exchange with a modem in a file, 2 wrong call.',
    )
    .action(diff)
}

async function diff(good: string, bad: string, options: Options): Promise<void> {
  if (good === '-' && bad === '-') throw new Fault('bad-input', oneFromInput)
  // One for both: the same value has the same name in either log.
  const redactor = options.redact ? new Redactor({ knowledge }) : undefined
  const left = await readable(good, redactor)
  const right = await readable(bad, redactor)
  if (left instanceof Fault) throw right instanceof Fault ? both(left, right) : left
  if (right instanceof Fault) throw right
  const comparison = compare(left.end(options.slot), right.end(options.slot))
  const starts = { good: left.startMs, bad: right.startMs }
  await write(writeComparison(comparison, options.format, { language: options.lang, starts }))
  const apart = !comparison.first && comparison.common === 0
  // One object a difference: without any, the lines say nothing.
  if (apart && options.format === 'jsonl')
    printBeside(`modem-bench: ${nothingInCommon[options.lang]}`)
  if (comparison.first || apart) process.exitCode = 1
}

/** The steps of a log, or why there are none: both files are looked at before one is complained of. */
async function readable(file: string, redactor: Redactor | undefined): Promise<LogSteps | Fault> {
  try {
    return await stepsOf(file, redactor)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** A wrong call weighs more than a file that holds nothing. */
function both(left: Fault, right: Fault): Fault {
  const wrong = [left, right].find(({ code: one }) => one === 'bad-input')
  const code = wrong?.code ?? (left.code === right.code ? left.code : 'log-unknown')
  return new Fault(code, twoSentences(left.said, right.said))
}

async function stepsOf(file: string, redactor: Redactor | undefined): Promise<LogSteps> {
  const source = await openLogSource(file)
  const steps = new LogSteps()
  const told = await readRows(source, {
    rows(rows) {
      for (const row of rows) steps.take(row, redactor ? redactor.row(row) : row)
      return Promise.resolve()
    },
  })
  refuseEmpty(file, source, told)
  return steps
}
