import { resolve } from 'node:path'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { Bench } from '@bench/bench'
import { mustRead } from '@bench/config-file'
import { nodeEnvironment } from '@hosts/environment'
import { nodeClock } from '@platform/clock/node-clock'
import { sleep } from '@core/wait'

/** What the script of 2017 took, from its last line in the server's log to the next one. */
const seedMs = 92_000

const example = readFileSync(
  resolve(import.meta.dirname, '../../resources/examples/failover.yaml'),
  'utf8',
)

test.each([
  ['hot', 1_000],
  ['warm', 5_000],
])('%s: detect to first octet within %i ms', { timeout: 120_000 }, async (mode, goalMs) => {
  process.env['MODEM_BENCH_DATA'] = mkdtempSync(resolve(tmpdir(), 'bench-'))
  const environment = await nodeEnvironment('web', (error) => console.error(error))
  const bench = new Bench(environment)
  await bench.start()
  const text = example.replace('mode: hot', `mode: ${mode}`).replace(/ *proxyPort.*\n/, '')
  await bench.failover.start(mustRead(text))
  const ready = () => bench.failover.state?.state === 'on' && bench.failover.state.slots.b.ready
  for (let left = 600; left > 0 && !ready(); left--) await sleep(nodeClock, 100)
  expect(ready()).toBe(true)
  environment.simulators.control('sim:sim7672', 'cut-session')
  const found = () =>
    bench.failover.state?.decisions.find(({ kind, ms }) => kind === 'switch' && ms !== null)
  for (let left = 600; left > 0 && !found(); left--) await sleep(nodeClock, 50)
  const row = found()
  const tookMs = row?.phases.reduce((sum, { ms }) => sum + ms, 0) ?? Infinity
  console.log(
    `${mode}: ${tookMs.toFixed(0)} ms from detection to the first octet (the script: ${seedMs} ms)`,
  )
  await bench.stop()
  expect(row?.result).toBe('done')
  expect(tookMs).toBeLessThanOrEqual(goalMs)
})
