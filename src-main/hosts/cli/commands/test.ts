import { accessSync, closeSync, constants, openSync, rmSync, statSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import {
  Fault,
  faultRows,
  isOver,
  tapOf,
  type FaultCode,
  type Language,
  type StepResult,
  type Tests,
  type TestState,
  type Words,
} from '@contract'
import { benchTakes } from '../bench-options'
import { argument, command, flag, option, type Spoken, type Values } from '../command'
import { exits } from '../exits'
import { complain } from '../complain'
import { fileFault } from '../../file-fault'
import { resultFolder, writeResult } from '../../result-file'
import { mistakesFault } from '../mistakes'
import { onBench, type CommandBench } from '../on-bench'
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
    'The record of each board is kept in the data folder (units-NAME.jsonl) unless --no-journal is given. A question is asked on the terminal;\nwithout one its step fails.\nExit code: 0 passed, 1 the board failed, 2 wrong call or plan, 3 no verdict: the rig failed (port, adapter, disk, nobody to ask) or the test was stopped.\nExample: modem-bench test resources/examples/board-test-microcat1.yaml --board-serial A0001 --junit result.xml',
  run: async (options) => {
    const { path, dryRun } = options
    if (!dryRun) await mustTakeResults(options)
    const text = await textOf(path)
    if (options.tap && options.json)
      throw new Fault('bad-input', {
        en: '--tap and --json both print the result: give one of them.',
        ja: '--tap と --json はどちらも結果を出力します。一方だけ指定してください。',
      })
    await onBench(options, async (bench) => {
      await checked(bench, text, options)
      if (dryRun) return
      const end = await carriedOut(bench, text, options)
      await tellEnd(bench, end, options)
      process.exitCode = exitOf(end)
    })
  },
})

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
const longestSerial = 80

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

/** A board that failed is no rig that did: the build server tries the one again, and sends for a person for the other. */
function exitOf({ state }: TestState): number {
  if (state === 'passed') return exits.done
  return state === 'failed' ? exits.refused : exits.port
}

/** Every mistake with its place, as compilers say it. */
async function checked(
  { call }: CommandBench,
  text: string,
  { path, lang, dryRun, json }: Options,
): Promise<void> {
  const { plan, port, mistakes } = await call('test.read', { text })
  if (!plan) throw mistakesFault(mistakes, path)
  if (!dryRun) return
  if (json) return printJson({ port, plan })
  await print(`${plan.name}: ${port ?? ''}`)
  for (const [index, { name, title }] of plan.steps.entries())
    await print(`${String(index + 1).padStart(3)}  ${name}  (${title[lang]})`)
}

async function carriedOut(bench: CommandBench, text: string, options: Options): Promise<TestState> {
  const { call, slot, on } = bench
  const { boardSerial: serial = '', port } = options
  const printer = new StepLines(options)
  const asked = new Questions(bench)
  return new Promise<TestState>((resolve, reject) => {
    const look = (tests: Tests) => {
      const now = tests[slot]
      if (!now) return
      printer.show(now.steps)
      if (now.question) asked.ask(now.question.step, now.question.question)
      else asked.forget()
      if (isOver(now)) printer.done().then(() => resolve(now), reject)
    }
    const unhear = on('test', look)
    const unstop = bench.onStop(() => {
      holdOn()
      void call('test.stop', { slot }).catch(reject)
    })
    // What passed while a bench elsewhere could not be reached is in its state.
    const back = bench.onReturn(() => void call('test.state').then(look, reject))
    call('test.start', { slot, text, serial, ...(port === undefined ? {} : { port }) }).catch(
      reject,
    )
    void asked.over.finally(() => {
      unhear()
      unstop()
      back()
    })
  }).finally(() => asked.end())
}

/**
 * An impatient second Ctrl-C would leave the board powered: steps that are always done are done first. A third one ends at once.
 */
function holdOn(): void {
  complain({
    en: 'stopping: steps marked "always" are still done, as to switch the board off. Ctrl-C twice more ends at once and leaves the board as it is.',
    ja: '中止しています。電源オフなど always のステップは実行します。Ctrl-C をあと 2 回押すと、ボードをそのままにして直ちに終了します。',
  })
  process.once('SIGINT', () =>
    complain({
      en: 'still stopping; Ctrl-C once more ends at once and leaves the board as it is.',
      ja: 'まだ中止処理中です。Ctrl-C をもう一度押すと、ボードをそのままにして直ちに終了します。',
    }),
  )
}

/** A line a step as soon as it is over, in their order. */
class StepLines {
  readonly #o: Options
  readonly #told = new Set<string>()
  #writing: Promise<void> = Promise.resolve()

  constructor(options: Options) {
    this.#o = options
  }
  show(steps: readonly StepResult[]): void {
    for (const step of steps) {
      if (step.state === 'waiting' || step.state === 'running' || this.#told.has(step.name))
        continue
      this.#told.add(step.name)
      this.#writing = this.#writing.then(() => this.#print(step))
      // Whoever waits for the end is told; until then nobody waits.
      this.#writing.catch(() => undefined)
    }
  }
  done(): Promise<void> {
    return this.#writing
  }
  async #print(step: StepResult): Promise<void> {
    const { json, tap, lang } = this.#o
    if (tap) return
    if (json) return printJson(step)
    const mark = { passed: '✓', failed: '✗', error: '!', skipped: '–', waiting: '–', running: '–' }[
      step.state
    ]
    const again = step.tries > 1 ? ` (${step.tries}×)` : ''
    const seconds = `${(step.ms / 1000).toFixed(1)} s`
    await print(shown(`${mark} ${step.name}${again}  ${seconds}  ${step.words[lang]}`))
    for (const words of triesOf(step)) await print(`    - ${words[lang]}`)
  }
}

/** What a person can do about a step that did not pass, where the reason is known. */
function triesOf({ state, fault = '' }: StepResult): readonly Words[] {
  if ((state !== 'failed' && state !== 'error') || !Object.hasOwn(faultRows, fault)) return []
  // Whoever stopped it knows.
  if (fault === 'at-cancelled') return []
  return faultRows[fault as FaultCode].tries
}

/** Asks on the terminal what the plan asks; nobody is there to answer where standard input is none. */
class Questions {
  readonly #bench: CommandBench
  readonly #abort = new AbortController()
  #asked = ''
  #end: () => void = () => undefined
  readonly over = new Promise<void>((resolve) => {
    this.#end = resolve
  })

  constructor(bench: CommandBench) {
    this.#bench = bench
  }
  ask(step: string, question: string): void {
    if (this.#asked === step) return
    this.#asked = step
    void this.#answer(step, question)
  }
  /** The same question may come again, as when its step is tried again. */
  forget(): void {
    this.#asked = ''
  }
  async #answer(step: string, question: string): Promise<void> {
    const { call, slot } = this.#bench
    const answer = process.stdin.isTTY ? await this.#typed(question) : 'none'
    // The step may be over, or the test: then nobody waits for it.
    if (answer) await call('test.answer', { slot, step, answer }).catch(() => undefined)
  }
  async #typed(question: string): Promise<'yes' | 'no' | undefined> {
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    try {
      for (;;) {
        const { signal } = this.#abort
        const text = await terminal.question(`? ${question} [y/n] `, { signal })
        if (/^y(es)?$/i.test(text.trim())) return 'yes'
        if (/^no?$/i.test(text.trim())) return 'no'
      }
    } catch (error) {
      if (this.#abort.signal.aborted) return undefined
      throw error
    } finally {
      terminal.close()
    }
  }
  end(): void {
    this.#abort.abort()
    this.#end()
  }
}

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

const spoiltWords = (lines: number) => ({
  en: `${lines} lines of the record of this plan (units-….jsonl) cannot be read; their boards are not counted, and the lines are left as they are.`,
  ja: `この計画の記録（units-….jsonl）に読み取れない行が ${lines} 行あります。そのボードは集計されません。行はそのまま残します。`,
})

function verdictLine(end: TestState, language: Language): string {
  const failed = end.steps
    .filter(({ state }) => state === 'failed' || state === 'error')
    .map(({ name }) => name)
  const mark = { passed: '✓', failed: '✗', error: '!', stopped: '–', running: '–' }[end.state]
  const words = {
    en: {
      passed: 'PASS',
      failed: 'FAIL',
      error: 'RIG FAILED, no verdict',
      stopped: 'stopped, no verdict',
      running: 'stopped, no verdict',
    },
    ja: {
      passed: '合格',
      failed: '不合格',
      error: '設備異常（判定なし）',
      stopped: '中止（判定なし）',
      running: '中止（判定なし）',
    },
  }[language][end.state]
  const which = [end.plan, end.serial].filter(Boolean).join(' ')
  return `${mark} ${words}  ${which}${failed.length > 0 ? `  (${failed.join(', ')})` : ''}`
}
