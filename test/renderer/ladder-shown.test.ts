import { expect, test } from 'vitest'
import type { RungId, SlotState } from '@contract'
import { ladderShown } from '@renderer/components/ladder-shown'
import { closedSlot, slotA, slotB } from '../support/fake-state'

const past = (state: SlotState): readonly RungId[] =>
  ladderShown(state).flatMap(({ rung, untilMs }) => (untilMs === null ? [] : [rung.id]))
const broken = (state: SlotState, id: RungId, sinceMs: number): SlotState => ({
  ...state,
  rungs: state.rungs.map((rung) =>
    rung.id === id ? { ...rung, state: 'failure', sinceMs } : rung,
  ),
})

test('what stands on a broken rung was so until it broke', () => {
  const { port } = slotA()
  const gone = broken({ ...slotA(), ip: null, port: port && { ...port, state: 'gone' } }, 'port', 5)
  expect(past(gone)).toEqual(['sim', 'network', 'context', 'ppp', 'ip', 'internet'])
  expect(ladderShown(gone).map(({ untilMs }) => untilMs)).toContain(5)
})

test('nothing is past on a ladder that stands', () => expect(past(slotA())).toEqual([]))

test('what was never reached is not past', () => expect(past(slotB())).toEqual([]))

test('a closed port tells nothing of the SIM and the network it once read', () => {
  expect(past({ ...slotA(), port: null, ip: null })).toContain('network')
  expect(past(closedSlot('a'))).toEqual([])
})

test('a link that is held is true whatever the modem says of its network', () =>
  expect(past(broken(slotA(), 'network', 5))).toEqual([]))
