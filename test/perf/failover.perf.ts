import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { Bench } from '@bench/bench'
import { mustRead } from '@bench/config/config-file'
import { sleep } from '@core/wait'
import { nodeEnvironment } from '@hosts/environment'
import { nodeClock } from '@platform/clock/node-clock'
import { type Running, startCli } from '../support/cli'

/** What the script of 2017 took, from its last line in the server's log to the next one. */
const seedMs = 92_000

const example = readFileSync(
  resolve(import.meta.dirname, '../../resources/examples/failover.yaml'),
  'utf8',
)

const running: Running[] = []
let folder = ''
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** A simulated modem in a process of its own, behind a pseudo terminal. */
async function modemAt(persona: string, link: string): Promise<Running> {
  const sim = startCli(['sim', persona, '--pty', link, '--control'])
  running.push(sim)
  await sim.said(/^(.+)\n/)
  return sim
}

test.each([
  ['hot', 1_000],
  ['warm', 5_000],
])(
  '%s: detect to first octet within %i ms, over ptys',
  { timeout: 180_000 },
  async (mode, goalMs) => {
    folder = mkdtempSync(resolve(tmpdir(), 'bench-'))
    process.env['MODEM_BENCH_DATA'] = folder
    const [a, b] = [resolve(folder, 'a'), resolve(folder, 'b')]
    const first = await modemAt('sim7672', a)
    await modemAt('sim5320', b)
    const environment = await nodeEnvironment('web', (error) => console.error(error))
    const bench = new Bench(environment)
    await bench.start()
    const text = example
      .replace('mode: hot', `mode: ${mode}`)
      .replace(/ *proxyPort.*\n/, '')
      .replace('sim:sim7672', a)
      .replace('sim:sim5320', b)
    await bench.failover.start(mustRead(text))
    const ready = () => bench.failover.state?.state === 'on' && bench.failover.state.slots.b.ready
    for (let left = 600; left > 0 && !ready(); left--) await sleep(nodeClock, 100)
    expect(ready(), JSON.stringify(bench.failover.state?.slots)).toBe(true)
    first.type('cut-session\n')
    const found = () =>
      bench.failover.state?.decisions.find(({ kind, ms }) => kind === 'switch' && ms !== null)
    for (let left = 600; left > 0 && !found(); left--) await sleep(nodeClock, 50)
    const row = found()
    const tookMs = row?.phases.reduce((sum, { ms }) => sum + ms, 0) ?? Infinity
    console.log(
      `${mode}: ${tookMs.toFixed(0)} ms from detection to the first octet (the script: ${seedMs} ms, ${Math.round(seedMs / tookMs)} times as long)`,
    )
    await bench.stop()
    expect(row?.result).toBe('done')
    expect(tookMs).toBeLessThanOrEqual(goalMs)
  },
)
