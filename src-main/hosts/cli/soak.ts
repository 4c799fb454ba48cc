import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Bench } from '@bench/bench'
import { durationText } from '@core/duration'
import { Fault } from '@contract'
import type { SoakState } from '@contract'
import {
  configOf,
  dryRun,
  languageOption,
  tellDecision,
  withBench,
  type RunOptions,
} from './failover'
import { makeFolder } from '@platform/store/make-folder'
import { exits } from './exit'
import { print, printJson } from './output'

interface Options extends RunOptions {
  readonly report?: string
  readonly fresh?: boolean
}

export function soakCommand(): Command {
  return new Command('soak')
    .description('Run a planned night over two modems, with faults, and report on it')
    .argument('<config>', 'a YAML or JSON file; resources/examples/soak.yaml is one')
    .option(
      '--report <folder>',
      'write the report there as HTML, Markdown and CSV, and the log it points into',
    )
    .option('--json', 'one JSON object a decision, the sums last')
    .option('--dry-run', 'read the file, say what would be done, and touch nothing')
    .option('--fresh', 'begin anew, though the same run was interrupted')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nCtrl-C ends the run and reports on it. A run that was interrupted otherwise (SIGTERM, a closed terminal, kill, power cut) goes on when the\nsame file is given again.\nExit code: 0 the goal was met, 1 it was not, 2 wrong call or file, 3 the port cannot be used.',
    )
    .action(soak)
}

async function soak(path: string, options: Options): Promise<void> {
  const { text, config } = await configOf(path, options.lang)
  if (!config.soak)
    throw new Fault('bad-input', {
      en: `${path} has no "soak".`,
      ja: `${path} に soak がありません。`,
    })
  if (options.dryRun) return dryRun(config, options)
  await withBench(async (bench, ended) => {
    const over = new Promise<void>((resolve) => {
      ended.addEventListener('abort', () => resolve(), { once: true })
      bench.onEvent((event) => {
        if (event.name === 'soak' && event.value.state === 'ended') resolve()
      })
    })
    bench.failover.listen({ decided: (row) => void tellDecision(row, options) })
    await begin(bench, text, options)
    await over
    if (ended.aborted && ended.reason !== 'SIGINT' && bench.soak.running) return interrupted(path)
    if (bench.soak.running) bench.soak.stop()
    const { state } = bench.soak
    if (!state) throw new Fault('soak-none')
    if (options.report !== undefined) await writeReports(bench, options.report, options)
    await tellEnd(state, options)
    process.exitCode = state.summary.goal.met ? exits.done : exits.refused
  })
}

/** The system ends the program: the run is not over, and nobody can say yet whether the goal is met. */
function interrupted(path: string): void {
  process.stderr.write(`modem-bench: interrupted; modem-bench soak ${path} goes on with the run.\n`)
  process.exitCode = exits.refused
}

async function begin(bench: Bench, text: string, { fresh, json }: Options): Promise<void> {
  const before = fresh ? undefined : await bench.soak.unfinished()
  if (before?.config !== text) {
    if (before && !json)
      process.stderr.write(`modem-bench: ${before.name}, which was interrupted, is given up.\n`)
    await bench.soak.start(text)
    return
  }
  if (!json) await print(`${before.name}: goes on with the run that was interrupted.`)
  await bench.soak.resume()
}

async function writeReports(bench: Bench, folder: string, { lang, json }: Options): Promise<void> {
  await makeFolder(folder)
  for (const file of await bench.soak.reports(lang)) {
    const path = join(folder, file.name)
    await writeFile(path, file.text ?? '')
    if (!json) await print(path)
  }
}

async function tellEnd({ summary, ended }: SoakState, { json, lang }: Options): Promise<void> {
  if (json) return printJson({ ended, summary })
  const { goal, availabilityPct, longestGapMs, uploads, switches } = summary
  const mark = goal.met ? '✓' : '✗'
  const share = `${mark} ${availabilityPct.toFixed(3)} %`
  const longest = durationText(longestGapMs, lang)
  await print(
    lang === 'ja'
      ? `${share}、最長の不通 ${longest}、切り替え ${switches} 回、アップロード ${uploads.sent}/${uploads.due} 件`
      : `${share}, longest gap ${longest}, ${switches} switches, ${uploads.sent} of ${uploads.due} uploads`,
  )
}
