import { join } from 'node:path'
import { durationText, Fault, type SoakState, type Words } from '@contract'
import { resultFolder, writeResult } from '../../result-file'
import { argument, command, flag, option, type Spoken, type Values } from '../command'
import { complain } from '../complain'
import { exits } from '../exits'
import { onWholeBench, type WholeBench } from '../on-bench'
import { print, printJson } from '../output'
import type { StopSignal } from '../stop-signals'
import { textOf } from '../text-file'
import { configOf, configTakes, dryRun, letGo, mustBeFree } from './failover-config'
import { DecisionLines } from './failover-decisions'

const takes = {
  ...configTakes,
  path: argument('<config>', 'a YAML or JSON file; resources/examples/soak.yaml is one'),
  report: option(
    '--report <folder>',
    'write the report there as HTML, Markdown and CSV, and the log it points into',
  ),
  fresh: flag('--fresh', 'begin anew, though the same run was interrupted'),
}
type Options = Values<typeof takes> & Spoken

export const soakCommand = command({
  name: 'soak',
  about: 'Run a planned night over two modems, with faults, and report on it',
  takes,
  after: `Ctrl-C ends the run and reports on it. A run that was interrupted otherwise (SIGTERM, a closed terminal, kill, power cut) goes on when the
same file is given again. With --host it goes on there meanwhile, and the same file and host follow it again.
Exit code: 0 the goal was met, 1 it was not, 2 wrong call or file, 3 the port cannot be used.`,
  run: async (options) => {
    const { path } = options
    const text = await textOf(path)
    await onWholeBench(options, async (bench) => {
      const config = await configOf(bench, path, text)
      if (!config.soak)
        throw new Fault('bad-input', {
          en: `${path} has no "soak".`,
          ja: `${path} に soak がありません。`,
        })
      if (options.dryRun) return dryRun(bench, text, options)
      if (options.report !== undefined) await resultFolder('--report', options.report)
      const decisions = new DecisionLines(bench, options)
      await begun(bench, text, options)
      const stopped = await over(bench)
      if (stopped !== undefined && stopped !== 'SIGINT') {
        await decisions.end()
        complain(interrupted(path, bench.where))
        // The run is not over, and nobody can say yet whether the goal is met.
        process.exitCode = exits.refused
        return
      }
      try {
        if (stopped !== undefined) await bench.call('soak.stop')
        const end = await bench.call('soak.state')
        if (!end) throw new Fault('soak-none')
        await decisions.end()
        if (options.report !== undefined) await writeReports(bench, options.report, options)
        await tellEnd(end, options)
      } finally {
        await letGo(bench)
      }
    })
  },
})

const interrupted = (path: string, where: string | undefined): Words =>
  where === undefined
    ? {
        en: `interrupted; modem-bench soak ${path} goes on with the run.`,
        ja: `中断しました。modem-bench soak ${path} で再開できます。`,
      }
    : {
        en: `the run goes on at ${where}; the same command follows it again.`,
        ja: `試験は ${where} で続行しています。同じコマンドで再び表示できます。`,
      }

/** Begins a run, or follows the one of this text that a bench elsewhere carries out. */
async function begun(bench: WholeBench, text: string, options: Options): Promise<void> {
  const running = await bench.call('soak.state')
  if (running && running.state !== 'ended') return follow(bench, running, text)
  await mustBeFree(bench)
  try {
    await begin(bench, text, options)
  } catch (error) {
    await letGo(bench)
    throw error
  }
}

/** Begins a run, or goes on with the one of this text that was interrupted. */
async function begin(
  { call }: WholeBench,
  text: string,
  { json, fresh, lang }: Options,
): Promise<void> {
  const before = fresh ? null : await call('soak.stored')
  if (!before || before.ended) return void (await call('soak.start', { text }))
  const { name } = before
  if (await call('soak.matches', { text })) {
    if (!json) await print(goesOn(name)[lang])
    await call('soak.resume')
    return
  }
  if (!json) complain(givenUp(name))
  await call('soak.start', { text })
}

async function follow(bench: WholeBench, { name }: SoakState, text: string): Promise<void> {
  const where = bench.where ?? ''
  if (!(await bench.call('soak.matches', { text })))
    throw new Fault('port-busy', {
      en: `${name}, another soak run, goes on at ${where}; end it there first.`,
      ja: `${where} では別の連続試験「${name}」を実行中です。先に接続先で終了してください。`,
    })
  complain({
    en: `${name} goes on at ${where}; this command follows it.`,
    ja: `${name}：${where} で実行中の試験を表示します。`,
  })
}

const goesOn = (name: string): Words => ({
  en: `${name}: goes on with the run that was interrupted.`,
  ja: `${name}：中断していた試験を再開します。`,
})
const givenUp = (name: string): Words => ({
  en: `${name}, which was interrupted, is given up.`,
  ja: `中断していた試験「${name}」は破棄します。`,
})

/** Resolves when the run has ended, or with the signal that the command got. */
function over(bench: WholeBench): Promise<StopSignal | undefined> {
  const stops: (() => void)[] = []
  const ended = new Promise<StopSignal | undefined>((resolve, reject) => {
    const look = (state: SoakState | null) => {
      if (!state || state.state === 'ended') resolve(undefined)
    }
    const ask = () => void bench.call('soak.state').then(look, reject)
    stops.push(
      bench.on('soak', look),
      bench.onStop(resolve),
      bench.onReturn(ask),
      bench.onGone(reject),
    )
    // It may have ended before anybody listened.
    ask()
  })
  return ended.finally(() => stops.forEach((stop) => stop()))
}

async function writeReports(
  { call }: WholeBench,
  folder: string,
  { lang: language, json }: Options,
): Promise<void> {
  for (const { name, text = '' } of await call('soak.reports', { language })) {
    const path = join(folder, name)
    await writeResult('--report', path, text)
    if (!json) await print(path)
  }
}

async function tellEnd({ summary, ended }: SoakState, { json, lang }: Options): Promise<void> {
  const { goal, availabilityPct, longestGapMs, uploads, switches } = summary
  process.exitCode = goal.met ? exits.done : exits.refused
  if (json) return printJson({ ended, summary })
  const share = `${goal.met ? '✓' : '✗'} ${availabilityPct.toFixed(3)} %`
  const longest = durationText(longestGapMs, lang)
  await print(
    lang === 'ja'
      ? `${share}、最長の不通 ${longest}、切り替え ${switches} 回、アップロード ${uploads.sent}/${uploads.due} 件`
      : `${share}, longest gap ${longest}, ${switches} switches, ${uploads.sent} of ${uploads.due} uploads`,
  )
}
