import { Command, Option } from 'commander'
import { Bench } from '@bench/bench'
import { mistakeText, readConfig } from '@bench/config/config-file'
import { slotSetup } from '@bench/config/config-target'
import { Presets } from '@bench/settings/presets'
import { policyOf, soakPlanOf, type BenchConfig } from '@contract'
import { phaseWords, resultWords, type Decision } from '@core/failover/decision'
import { durationText } from '@core/duration'
import { Fault } from '@core/fault'
import { slotNames } from '@core/modem/slot-state'
import { seenIn, type Language } from '@core/words'
import { nmcliDryRun } from '@platform/network/nmcli'
import { dataFolder } from '@platform/store/data-folder'
import { fileStore } from '@platform/store/file-store'
import { nodeEnvironment } from '../environment'
import { sayTroubles } from '../say-troubles'
import { exits } from './exit'
import { textOf } from './text-file'
import { print, printJson } from './output'
import { onStopSignal, type StopSignal } from './stop-signals'

export interface RunOptions {
  readonly json?: boolean
  readonly dryRun?: boolean
  readonly for?: string
  readonly lang: Language
}

export const languageOption = () =>
  new Option('--lang <language>', 'language of the words').choices(['en', 'ja']).default('en')

export function failoverCommand(): Command {
  return new Command('failover')
    .description('Keep one line up with two modems, and say why each switch was made')
    .argument('<config>', 'a YAML or JSON file; resources/examples/failover.yaml is one')
    .option('--json', 'one JSON object a decision, the state last')
    .option('--dry-run', 'read the file, say what would be done, and touch nothing')
    .option('--for <seconds>', 'stop after so long; until Ctrl-C when absent')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nExit code: 0 the goal was met, 1 it was not, 2 wrong call or file, 3 the port cannot be used.',
    )
    .action(failover)
}

/** The file, read; every mistake in it on standard error, with its place. */
export async function configOf(
  path: string,
  lang: Language,
): Promise<{ text: string; config: BenchConfig }> {
  const text = await textOf(path)
  const { config, mistakes } = readConfig(text, await storedPresets())
  if (config) return { text, config }
  const lines = mistakes.map((one) => mistakeText(one, path, lang))
  throw new Fault('bad-input', ['', ...lines].join('\n'))
}

/** The product's presets and the person's own. */
async function storedPresets(): Promise<Presets> {
  const presets = new Presets(fileStore(await dataFolder()))
  await presets.load()
  return presets
}

/** A bench of this computer for one command; `use` ends with its answer, or by a signal, whose name is the reason. */
export async function withBench<T>(
  use: (bench: Bench, ended: AbortSignal) => Promise<T>,
): Promise<T> {
  const environment = await nodeEnvironment('web', (error, where) => {
    process.stderr.write(`modem-bench: ${where}: ${String(error)}\n`)
  })
  const bench = new Bench(environment)
  sayTroubles(bench, (words) => process.stderr.write(`modem-bench: ${words.en}\n`))
  await bench.start()
  const abort = new AbortController()
  const stop = (signal: StopSignal) => abort.abort(signal)
  const unhear = onStopSignal(stop)
  try {
    return await use(bench, abort.signal)
  } finally {
    unhear()
    await bench.stop()
  }
}

async function failover(path: string, options: RunOptions): Promise<void> {
  const { config } = await configOf(path, options.lang)
  if (options.dryRun) return dryRun(config, options)
  const forMs = secondsOf(options.for)
  await withBench(async (bench, ended) => {
    let downMs = 0
    let longestMs = 0
    let downSince: number | null = Date.now()
    const startedMs = Date.now()
    const back = () => {
      const gap = downSince === null ? 0 : Date.now() - downSince
      downMs += gap
      longestMs = Math.max(longestMs, gap)
      downSince = null
    }
    let unlisten = (): void => undefined
    const finished = new Promise<void>((resolve) => {
      ended.addEventListener('abort', () => resolve(), { once: true })
      if (forMs !== undefined) setTimeout(resolve, forMs)
      unlisten = bench.failover.listen({
        moved(to) {
          if (to === null) downSince ??= Date.now()
          else back()
        },
        decided: (row) => void tellDecision(row, options),
        gaveUp: resolve,
      })
    })
    await bench.failover.start(config)
    await finished
    // The sums come last; what ends with the command is no decision of the failover.
    unlisten()
    back()
    const elapsedMs = Math.max(1, Date.now() - startedMs)
    const availabilityPct = 100 - (100 * downMs) / elapsedMs
    const { goal } = config
    const met = availabilityPct >= goal.availability && longestMs <= goal.longestGap
    if (options.json)
      await printJson({ elapsedMs, downMs, longestGapMs: longestMs, availabilityPct, met })
    else
      await print(
        `${met ? '✓' : '✗'} ${availabilityPct.toFixed(2)} %, ${durationText(longestMs)} (≥ ${goal.availability} %, ≤ ${durationText(goal.longestGap)})`,
      )
    process.exitCode = met ? exits.done : exits.refused
  })
}

export async function tellDecision(row: Decision, { json, lang }: RunOptions): Promise<void> {
  if (json) return printJson({ decision: row })
  const time = new Date(row.atMs).toISOString().slice(11, 23)
  const took = row.phases.map(({ phase, ms }) => `${phaseWords[phase][lang]} ${durationText(ms)}`)
  const tail =
    row.result === 'open'
      ? row.evidence.map((line) => seenIn(line, lang)).join('; ')
      : `${resultWords[row.result][lang]}: ${took.join(', ')}`
  await print(`${time}  ${row.words[lang]}  ${tail}`)
}

export async function dryRun(config: BenchConfig, { json }: RunOptions): Promise<void> {
  const plan = { policy: policyOf(config), soak: soakPlanOf(config) ?? null, goal: config.goal }
  const ports = { a: config.slots.a.port, b: config.slots.b.port }
  const commands = config.failover.link === 'own' ? [] : await systemCommands(config)
  if (json) return printJson({ ports, ...plan, commands })
  await print(JSON.stringify({ ports, ...plan }, null, 2))
  if (commands.length > 0) await print(commands.join('\n'))
}

/** What would be asked of NetworkManager; DEVICE and UUID are known when it is done. */
async function systemCommands(config: BenchConfig): Promise<readonly string[]> {
  const presets = await storedPresets()
  return slotNames.flatMap((slot) => {
    const { port, target } = slotSetup(config, slot, presets)
    const { apn, user, password } = target
    const deviceId = `DEVICE-ID-${slot.toUpperCase()}`
    return nmcliDryRun(port, { slot, deviceId, apn, user, password })
  })
}

function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const seconds = Number(text)
  if (!(seconds > 0))
    throw new Fault('bad-input', {
      en: `--for ${text}: expected seconds.`,
      ja: `--for ${text}: 秒数を指定してください。`,
    })
  return seconds * 1000
}
