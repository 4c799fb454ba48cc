import { expect, test } from 'vitest'
import { openedBench, refusal } from '../../support/opened-bench'

test('a slot says which command was not answered, until one is', async () => {
  const { ask, at, clock, state, simulators } = await openedBench('sim:generic')
  expect(state('a').unanswered).toBeNull()
  simulators.modem('sim:generic').faults.hang(true)
  const reply = ask('at.send', { slot: 'a', text: 'AT+CGSN' }).catch(refusal)
  await clock.advance(30_000)
  expect(await reply).toMatch(/^at-timeout/)
  expect(state('a').unanswered).toMatchObject({ command: 'AT+CGSN', code: 'at-timeout' })
  simulators.modem('sim:generic').faults.hang(false)
  await clock.advance(30_000)
  await at('AT')
  expect(state('a').unanswered).toBeNull()
})
