import { expect, test } from 'vitest'
import { isFree, slotToUse } from '@hosts/cli/slot-to-use'
import { openedBench, refusal } from '../../support/opened-bench'

test('a slot whose port did not open is free, and one that is full names what it has', async () => {
  const { ask, state } = await openedBench('sim:sim7672')
  expect(await ask('port.open', { slot: 'b', path: 'sim:sim7672#2?foo=1' }).catch(refusal)).toMatch(
    /^simulator-setting/,
  )
  expect(state('b').port?.state).toBe('failed')
  expect(isFree(state('b'))).toBe(true)
  expect(slotToUse([state('a'), state('b')], 'pi:8470')).toBe('b')
  await ask('port.open', { slot: 'b', path: 'sim:sim5320' })
  expect(() => slotToUse([state('a'), state('b')], 'pi:8470')).toThrow(
    /A sim:sim7672, B sim:sim5320/,
  )
})

test('a port that the other slot has is refused with the slot that has it', async () => {
  const { ask } = await openedBench('sim:sim7672')
  const path = 'sim:SIM7672'
  expect(await ask('port.open', { slot: 'b', path }).catch(refusal)).toMatch(
    /^port-already-open Slot A of this bench has sim:SIM7672/,
  )
})
