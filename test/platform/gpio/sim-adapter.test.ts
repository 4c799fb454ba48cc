import { expect, test } from 'vitest'
import { simAdapter } from '@platform/gpio/adapters/sim'
import { ManualClock } from '../../support/manual-clock'

test('simulated modems are called so, as their ports are', async () => {
  const names = ['sim:sim7672', 'sim:sim5320je#2', 'sim:replay']
  const found = await simAdapter.list?.({ clock: new ManualClock(), simulatedNames: () => names })
  expect(found?.map(({ id, title }) => `${id}: ${'en' in title ? title.en : ''}`)).toEqual([
    'sim:sim7672: Simulated modem SIM7672',
    'sim:sim5320je#2: Simulated modem SIM5320JE #2',
    'sim:replay: Simulated modem replay',
  ])
})
