import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureTestApp } from './lib/ensure-test-app.js'
import { main, runPackage } from './lib/command.js'
import { devElectron } from './lib/dev-electron.js'
import { inRoot } from './lib/places.js'

const ratiosFile = inRoot('.cache', 'ratios.jsonl')

function printRatios() {
  if (!existsSync(ratiosFile)) return
  console.log('\nOurs against the bare thing (medians):')
  for (const line of readFileSync(ratiosFile, 'utf8').trim().split('\n')) {
    const { name, oursMs, bareMs, goal, runs } = JSON.parse(line)
    const ratio = oursMs / bareMs
    const verdict = ratio <= goal ? 'within' : 'OVER'
    const judged = goal === undefined ? 'told only' : `${verdict} the goal of ${goal}×`
    console.log(
      `  ${name}: ${ratio.toFixed(2)}× (${oursMs.toFixed(2)} ms / ${bareMs.toFixed(2)} ms, ${runs} runs), ${judged}`,
    )
  }
}

/** `npm run perf [name …]`: the benchmarks of test/perf whose file names contain one of the names, or all. */
await main(async () => {
  const electron = await ensureTestApp()
  const bare = devElectron(
    electron,
    inRoot('test', 'perf', 'bare'),
    inRoot('.cache', 'bare-electron'),
  )
  mkdirSync(inRoot('.cache'), { recursive: true })
  rmSync(ratiosFile, { force: true })
  const vitest = ['run', '--config', 'vitest.tools.config.ts', '--project', 'perf']
  const { code } = await runPackage('vitest/vitest.mjs', [...vitest, ...process.argv.slice(2)], {
    show: true,
    env: { MODEM_BENCH_RATIOS: ratiosFile, MODEM_BENCH_BARE_WINDOW: JSON.stringify(bare) },
  })
  printRatios()
  return code
})
