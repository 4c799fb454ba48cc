import { durationText, Fault, type BenchConfig, type FailoverState, type Language } from '@contract'
import { command, option } from '../command'
import { exits } from '../exits'
import { onWholeBench, type WholeBench } from '../on-bench'
import { print, printJson } from '../output'
import { textOf } from '../text-file'
import { someSeconds } from '../values'
import { configOf, configTakes, dryRun, letGo, mustBeFree } from './failover-config'
import { DecisionLines } from './failover-decisions'

export const failoverCommand = command({
  name: 'failover',
  about: 'Keep one line up with two modems, and say why each switch was made',
  takes: {
    ...configTakes,
    forMs: option('--for <seconds>', 'stop after so long; until Ctrl-C when absent', someSeconds),
  },
  after:
    'Exit code: 0 the goal was met, 1 it was not, 2 wrong call or file, 3 the port cannot be used.',
  run: async (options) => {
    const { path, forMs } = options
    const text = await textOf(path)
    await onWholeBench(options, async (bench) => {
      const config = await configOf(bench, path, text)
      if (options.dryRun) return dryRun(bench, text, options)
      await mustBeFree(bench)
      const decisions = new DecisionLines(bench, options)
      try {
        await bench.call('failover.start', { text })
        await over(bench, forMs)
        const end = await bench.call('failover.state')
        // The sums come last; what ends with the command is no decision of the failover.
        await decisions.end()
        await tellEnd(end, config, options)
      } finally {
        await letGo(bench)
      }
    })
  },
})

/** Resolves when the command is to end, when the failover gave up, and when somebody else ended it. */
function over(bench: WholeBench, forMs: number | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const stops: (() => void)[] = []
  const ended = new Promise<void>((resolve, reject) => {
    const look = (state: FailoverState | null) => {
      if (!state || state.state === 'stopped' || state.state === 'off') resolve()
    }
    if (forMs !== undefined) timer = setTimeout(resolve, forMs)
    stops.push(
      bench.on('failover', look),
      bench.onStop(() => resolve()),
      bench.onReturn(() => void bench.call('failover.state').then(look, reject)),
      bench.onGone(reject),
    )
  })
  return ended.finally(() => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  })
}

async function tellEnd(
  end: FailoverState | null,
  { goal }: BenchConfig,
  { json, lang }: { readonly json: boolean; readonly lang: Language },
): Promise<void> {
  if (!end?.service) throw new Fault('failover-off')
  const { service } = end
  const { availabilityPct, longestGapMs } = service
  const met = availabilityPct >= goal.availability && longestGapMs <= goal.longestGap
  process.exitCode = met ? exits.done : exits.refused
  if (json) return printJson({ ...service, met })
  const longest = durationText(longestGapMs, lang)
  const allowed = durationText(goal.longestGap, lang)
  await print(
    `${met ? '✓' : '✗'} ${availabilityPct.toFixed(2)} %, ${longest} (≥ ${goal.availability} %, ≤ ${allowed})`,
  )
}
