import { expect, test } from 'vitest'
import { seededChance } from '@core/ports/chance'
import { SimulatedBench } from '@core/simulator/bench'
import { parseScenario, playScenario } from '@core/simulator/scenario'
import { personas } from '@catalog/modems/personas'
import { ManualClock } from '../../support/manual-clock'

test('reads a scenario with times, modems, values and comments', () => {
  const text = `
# a night
at 3h       sim:sim7672 cut-session   # as an operator would
at 1h30m5s  signal=-115
every 45m   sim:sim5320 crash
`
  expect(parseScenario(text)).toEqual([
    { line: 3, atMs: 10_800_000, modem: 'sim:sim7672', fault: 'cut-session' },
    { line: 4, atMs: 5_405_000, fault: 'signal', value: '-115' },
    { line: 5, atMs: 2_700_000, everyMs: 2_700_000, modem: 'sim:sim5320', fault: 'crash' },
  ])
})

test('names every line it cannot read', () => {
  const text =
    'soon crash\nat noon crash\nat 1h meteor\nat 1h crash now\nevery 0s crash\nat 1h signal=loud\nat 1h crash'
  expect(() => parseScenario(text)).toThrow(
    expect.objectContaining({
      code: 'bad-input',
      detail: expect.stringMatching(
        /^line 1: .*line 2: .*line 3: There is no fault "meteor".*line 4: found "now".*line 5: .*line 6: signal=loud: expected dBm/s,
      ),
    }),
  )
})

test('plays a scenario on the clock and tells what could not be done', async () => {
  const clock = new ManualClock()
  const bench = new SimulatedBench({ clock, chance: seededChance(1), personas })
  const modem = bench.modem('sim:sim7672')
  const told: (string | undefined)[] = []
  const steps = parseScenario('at 10s signal=-110\nat 20s sim:nokia crash\nevery 30s noise=0.5')
  const stop = playScenario(bench, clock, steps, (step, fault) =>
    told.push(`${step.line} ${fault?.code ?? 'done'}`),
  )
  await clock.advance(65_000)
  expect(told).toEqual(['1 done', '2 port-name', '3 done', '3 done'])
  expect(modem.air.heldDbm).toBe(-110)
  stop()
  bench.dispose()
  expect(clock.pending).toBe(0)
})
