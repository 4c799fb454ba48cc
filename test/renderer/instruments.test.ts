import { describe, expect, test } from 'vitest'
import type { SignalSample } from '@contract'
import { inOrder } from '@renderer/views/bench/fact-order'
import { latestPoints, readingsOf } from '@renderer/views/bench/instruments'
import { closedSlot, fact, slotA } from '../support/fake-state'

const w = (text: string) => ({ en: text, ja: text })
const reading = (key: string, value: number, id: string) => {
  const state = {
    ...slotA(),
    facts: [fact(key, 'supply', w(key), String(value), { number: value })],
  }
  return readingsOf(state, Date.now()).find((one) => one.id === id)
}

describe('the instruments', () => {
  test('show the measure that the modem tells', () => {
    const shown = (key: string) =>
      readingsOf({ ...slotA(), facts: [fact(key, 'signal', w(key), '-80')] }, Date.now())[0]
    expect(shown('rsrp')).toMatchObject({ measure: 'rsrpDbm', fact: { key: 'rsrp' } })
    expect(shown('rssi')).toMatchObject({ measure: 'rssiDbm', fact: { key: 'rssi' } })
  })

  test.each([
    ['voltage', 3.2, 'supply', 'instrument.low', 'failure'],
    ['voltage', 3.4, 'supply', 'instrument.low', 'warning'],
    ['voltage', 3.9, 'supply', 'instrument.normal', 'fine'],
    ['voltage', 4.5, 'supply', 'instrument.high', 'warning'],
    ['temperature', 90, 'temperature', 'instrument.hot', 'failure'],
    ['temperature', 80, 'temperature', 'instrument.hot', 'warning'],
    ['temperature', 23, 'temperature', 'instrument.normal', 'fine'],
    ['temperature', -35, 'temperature', 'instrument.cold', 'warning'],
  ])('judge %s %d', (key, value, id, word, grade) => {
    expect(reading(key, value, id)).toMatchObject({ word, grade })
  })

  test('do not judge what is old or unknown', () => {
    const old = readingsOf({ ...slotA(), port: null }, Date.now())
    expect(old.every(({ stale, word }) => stale && word === null)).toBe(true)
    const none = readingsOf(closedSlot('a'), Date.now())
    expect(none.map(({ fact: known }) => known)).toEqual(Array(4).fill(undefined))
  })

  test('draw the last minutes of their own slot', () => {
    const at = (slot: 'a' | 'b', atMs: number, rsrpDbm?: number): SignalSample => ({
      slot,
      atMs,
      monoUs: atMs,
      ...(rsrpDbm === undefined ? {} : { rsrpDbm }),
    })
    const samples = [at('a', 1, -70), at('a', 5, -80), at('b', 6, -90), at('a', 7), at('a', 8, -81)]
    expect(latestPoints(samples, 'a', 'rsrpDbm', 5)).toEqual([
      { x: 5, y: -80 },
      { x: 8, y: -81 },
    ])
  })
})

test('facts stand in one order, whichever was read first', () => {
  const one = (key: string) => fact(key, 'network', w(key), '1')
  const keys = (list: string[]) => inOrder(list.map(one)).map(({ key }) => key)
  expect(keys(['operator', 'zeta', 'registration', 'alpha', 'radio'])).toEqual(
    keys(['radio', 'alpha', 'zeta', 'operator', 'registration']),
  )
  expect(keys(['operator', 'radio'])).toEqual(['radio', 'operator'])
})
