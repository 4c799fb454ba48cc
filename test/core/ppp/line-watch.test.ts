import { LineWatch } from '@core/ppp/line-watch'
import { Renegotiations } from '@core/ppp/link-session'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'

function watched(mayAsk = true) {
  const clock = new ManualClock()
  const said: string[] = []
  let frames = 3
  const watch = new LineWatch({
    clock,
    ended: (line) => said.push(`ended ${line}`),
    lost: (line) => said.push(`lost ${line}`),
    refused: () => said.push('refused'),
    ask: () => {
      said.push('ask')
      return mayAsk
    },
    frames: () => frames,
  })
  return { clock, said, watch, frame: () => frames++ }
}

const omen = '+CGEV: NW PDN DEACT 1'

describe('what the modem writes between frames', () => {
  test.each([
    ['NO CARRIER', ['ended NO CARRIER']],
    ['ERROR', ['refused']],
    [omen, ['ask']],
    ['RING', []],
  ])('%s', (line, expected) => {
    const { watch, said } = watched()
    watch.take(line)
    expect([said, watch.lines]).toEqual([expected, [line]])
  })
  test('is kept, the last five lines', () => {
    const { watch } = watched()
    for (const line of ['1', '2', '3', '4', '5']) watch.take(line)
    expect(watch.lines).toEqual(['1', '2', '3', '4', '5'])
    watch.take('6')
    expect(watch.lines).toEqual(['2', '3', '4', '5', '6'])
  })
})

describe('an event that may mean another context', () => {
  test('is settled by 5 s of silence', async () => {
    const { clock, watch, said } = watched()
    watch.take(omen)
    await clock.advance(4_999)
    expect(said).toEqual(['ask'])
    await clock.advance(1)
    expect(said).toEqual(['ask', `lost ${omen}`])
  })
  test('or by a frame; then the next is doubted anew', async () => {
    const { clock, watch, said, frame } = watched()
    watch.take(omen)
    frame()
    await clock.advance(60_000)
    expect([said, clock.pending]).toEqual([['ask'], 0])
    watch.take('+CGEV: ME DETACH')
    await clock.advance(5_000)
    expect(said).toEqual(['ask', 'ask', 'lost +CGEV: ME DETACH'])
  })
  test('is asked about once, however often it comes', async () => {
    const { clock, watch, said } = watched()
    watch.take(omen)
    await clock.advance(3_000)
    watch.take('+CGEV: ME DETACH')
    await clock.advance(2_000)
    expect([said, clock.pending]).toEqual([['ask', `lost ${omen}`], 0])
  })
  test('means nothing where the peer cannot be asked, or nobody watches any more', async () => {
    const { clock, watch, said } = watched(false)
    watch.take(omen)
    expect(clock.pending).toBe(0)
    watch.take(omen)
    expect(said).toEqual(['ask', 'ask'])
    const ended = watched()
    ended.watch.take(omen)
    ended.watch.stop()
    expect(ended.clock.pending).toBe(0)
    ended.watch.take(omen)
    await ended.clock.advance(5_000)
    expect(ended.said).toEqual(['ask', 'ask', `lost ${omen}`])
  })
})

describe('an open link that is negotiated again', () => {
  const second = 1_000_000
  test('ten times within a minute may be, eleven times may not', () => {
    const times = new Renegotiations()
    for (let at = 0; at < 10; at++) expect(times.count(at * second)).toBeUndefined()
    expect(times.count(60 * second - 1)?.en).toBe('negotiated again 11 times within a minute')
  })
  test('what is a minute old does not count', () => {
    const times = new Renegotiations()
    for (let at = 0; at < 10; at++) times.count(at * second)
    expect(times.count(60 * second)).toBeUndefined()
    expect(times.count(60 * second)?.en).toBe('negotiated again 11 times within a minute')
  })
  test('for ever, once in six seconds', () => {
    const times = new Renegotiations()
    for (let at = 0; at < 100; at++) expect(times.count(at * 6 * second)).toBeUndefined()
  })
})
