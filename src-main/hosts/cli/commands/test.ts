import { accessSync, closeSync, constants, openSync, rmSync, statSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { Fault, slotNames, tapOf, type Language, type SlotName, type TestState } from '@contract'
import { benchTakes } from '../bench-options'
import { argument, command, flag, option, type Spoken, type Values } from '../command'
import { testMany } from '../board-test/many-boards'
import { testBoard } from '../board-test/one-board'
import { givePictures, type GivenPictures } from '../board-test/pictures'
import { longestSerial, Serials } from '../board-test/serials'
import { exitOf, verdictLine } from '../board-test/verdict'
import {
  bothOnOnePort,
  oneBoardOnly,
  portForOne,
  secondNeedsBoth,
  serialsComeByLine,
  spoiltWords,
} from '../board-test/words'
import { complain } from '../complain'
import { fileFault } from '../../file-fault'
import { resultFolder, writeResult } from '../../result-file'
import { mistakesFault } from '../mistakes'
import { onBench, onWholeBench, type CommandBench, type WholeBench } from '../on-bench'
import { print, printJson } from '../output'
import { shown } from '../shown'
import { textOf } from '../text-file'

const takes = {
  path: argument(
    '<plan>',
    'a YAML or JSON file; resources/examples/board-test-microcat1.yaml is one',
  ),
  ...benchTakes,
  boardSerial: option(
    '--board-serial <serial>',
    'the board’s own serial number, for its record',
    serialOf,
  ),
  both: flag('--both', 'test two boards at once, in slots A and B; the plan’s “slots” says where'),
  boardSerialB: option(
    '--board-serial-b <serial>',
    'with --both, the serial number of the board in slot B',
    serialOf,
  ),
  batch: flag(
    '--batch',
    'one board after the other: the serials come from standard input, a line each; the yield last',
  ),
  port: option('--port <port>', 'where the board is, in the place of the plan’s port'),
  junit: option('--junit <file>', 'write the result there as JUnit XML'),
  label: option(
    '--label <file>',
    'write the label of the board there: .zpl for a printer, or .txt',
    labelOf,
  ),
  tap: flag('--tap', 'print the result as TAP version 14'),
  report: option(
    '--report <folder>',
    'write the result there as JUnit XML, TAP, JSON, and all boards of the plan as CSV and as a page with histograms and trends',
  ),
  json: flag('--json', 'one JSON object a step, the record of the board last'),
  dryRun: flag('--dry-run', 'read the plan, say its steps, and touch nothing'),
}
type Options = Values<typeof takes> & Spoken

export const testCommand = command({
  name: 'test',
  about: 'Test a board by a plan: steps with limits, a result that a build server reads',
  takes,
  after:
    'The record of each board is kept in the data folder (units-NAME.jsonl) unless --no-journal is given. A question is asked on the terminal;\nwithout one there is no verdict.\nExit code: 0 passed, 1 the board failed, 2 wrong call or plan, 3 no verdict: the rig failed (port, adapter, disk, nobody to ask), 130 the test was stopped.\nExample: modem-bench test resources/examples/board-test-microcat1.yaml --board-serial A0001 --junit result.xml',
  run: async (options) => {
    const { path, dryRun } = options
    if (!dryRun) await mustTakeResults(options)
    const text = await textOf(path)
    if (options.tap && options.json)
      throw new Fault('bad-input', {
        en: '--tap and --json both print the result: give one of them.',
        ja: '--tap と --json はどちらも結果を出力します。一方だけ指定してください。',
      })
    mustFitTogether(options)
    if (options.both || options.batch) return many(text, options)
    await onBench(options, async (bench) => {
      const { pictures } = await checked(bench, text, options)
      if (dryRun) return
      const { slot } = bench
      const { boardSerial: serial = '', port } = options
      const end = await testBoard(bench, { slot, text, serial, port, pictures }, options)
      await tellEnd(bench, end, options)
      process.exitCode = exitOf(end)
    })
  },
})

/** What is for one board is not for many. Throws `Fault('bad-input')`. */
function mustFitTogether(options: Options): void {
  const { both, batch, boardSerial, boardSerialB, junit, label, tap, port } = options
  if (boardSerialB !== undefined && !both) throw new Fault('bad-input', secondNeedsBoth)
  if (!both && !batch) return
  if (batch && (boardSerial ?? boardSerialB) !== undefined)
    throw new Fault('bad-input', serialsComeByLine)
  const given = { '--junit': junit, '--label': label, '--tap': tap || undefined }
  for (const [name, value] of Object.entries(given))
    if (value !== undefined) throw new Fault('bad-input', oneBoardOnly(name))
  if (both && port !== undefined) throw new Fault('bad-input', portForOne)
}

async function many(text: string, options: Options): Promise<void> {
  const { both, batch, dryRun, port, report, json, lang } = options
  await onWholeBench(options, async (bench) => {
    const read = await checked(bench, text, options)
    if (both && read.ports.a === read.ports.b)
      throw new Fault('bad-input', bothOnOnePort(read.ports.a))
    if (dryRun) return
    const serials = new Serials(bench.signal, lang)
    const given = new Map([
      ['a', options.boardSerial ?? ''],
      ['b', options.boardSerialB ?? ''],
    ])
    const once = async (slot: SlotName) => {
      const serial = given.get(slot)
      given.delete(slot)
      return serial
    }
    try {
      process.exitCode = await testMany(bench, {
        text,
        plan: read.name,
        slots: both ? slotNames : ['a'],
        next: batch ? (slot) => serials.next(slot) : once,
        ...{ port, pictures: read.pictures, report, json, lang },
      })
    } finally {
      serials.end()
    }
  })
}

function serialOf(given: string): string {
  const { length } = given.trim()
  if (length === 0)
    throw new Fault('bad-input', {
      en: '--board-serial: it is blank. Give the serial of the board, or leave the option out; a script may have found none.',
      ja: '--board-serial：空です。ボードのシリアル番号を指定するか、オプションを省いてください。スクリプトが番号を取得できていない可能性があります。',
    })
  if (length <= longestSerial) return given
  throw new Fault('bad-input', {
    en: `--board-serial: a serial has at most ${longestSerial} characters; this one has ${length}.`,
    ja: `--board-serial：シリアル番号は ${longestSerial} 文字までです（現在は ${length} 文字）。`,
  })
}

interface Label {
  readonly path: string
  readonly format: 'zpl' | 'label'
}
function labelOf(path: string, label: string): Label {
  const ending = extname(path).toLowerCase()
  if (ending === '.zpl') return { path, format: 'zpl' }
  if (ending === '.txt') return { path, format: 'label' }
  throw new Fault('bad-input', {
    en: `${label}: the file must end in .zpl (for a label printer) or .txt.`,
    ja: `${label}：ファイル名の末尾は .zpl（ラベルプリンター用）または .txt にしてください。`,
  })
}

/**
 * Before a board is tested for an hour: what takes its result must be there. The result of a board before goes: whoever collects the
 * file must not take it for this one's when this one gets none. Throws `Fault('bad-input')`.
 */
async function mustTakeResults({ report, junit, label }: Options): Promise<void> {
  if (report !== undefined) await resultFolder('--report', report)
  mustTake('--junit', junit)
  mustTake('--label', label?.path)
}
function mustTake(option: string, path: string | undefined): void {
  if (path === undefined) return
  try {
    accessSync(dirname(resolve(path)), constants.W_OK)
    const there = statSync(path, { throwIfNoEntry: false })
    if (!there?.isFile() && !there?.isDirectory()) return
    // Says of a folder that it is one, and of a file that it may not be written.
    closeSync(openSync(path, 'a'))
    rmSync(path)
  } catch (error) {
    throw fileFault(`${option} ${path}`, error)
  }
}

/** Every mistake with its place, as compilers say it. */
async function checked(
  { call }: Pick<WholeBench, 'call'>,
  text: string,
  { path, lang, dryRun, json }: Options,
): Promise<{ name: string; ports: { a: string; b: string }; pictures: GivenPictures }> {
  const { plan, port, ports, pictures: names, mistakes } = await call('test.read', { text })
  if (!plan || !ports) throw mistakesFault(mistakes, path)
  const pictures = await givePictures({ call }, path, names)
  const told = { name: plan.name, ports, pictures }
  if (!dryRun) return told
  if (json) {
    await printJson({ port, plan })
    return told
  }
  await print(`${plan.name}: ${port ?? ''}`)
  for (const [index, { name, title }] of plan.steps.entries())
    await print(`${String(index + 1).padStart(3)}  ${name}  ${inBrackets(title[lang], lang)}`)
  return told
}

const inBrackets = (text: string, language: Language): string =>
  language === 'en' ? `(${text})` : `（${text}）`

async function tellEnd(
  { call, slot }: CommandBench,
  end: TestState,
  { lang: language, json, tap, junit, label, report }: Options,
): Promise<void> {
  // The verdict first: it is true whatever the disk does.
  if (tap) await print(tapOf(end, language).trimEnd())
  else if (json) await printJson(end)
  else await print(shown(verdictLine(end, language)))
  const { spoilt } = await call('test.batch', { plan: end.plan })
  if (spoilt > 0) complain(spoiltWords(spoilt))
  const as = async (format: 'junit' | 'tap' | 'json' | 'csv' | 'html' | 'label' | 'zpl') =>
    call('test.report', { slot, format, language })
  const files = report === undefined ? [] : (['junit', 'tap', 'json', 'csv', 'html'] as const)
  for (const format of files) {
    const { name, text = '' } = await as(format)
    await writeResult('--report', join(report ?? '', name), text)
  }
  if (junit !== undefined) await writeResult('--junit', junit, (await as('junit')).text ?? '')
  if (label !== undefined)
    await writeResult('--label', label.path, (await as(label.format)).text ?? '')
}
