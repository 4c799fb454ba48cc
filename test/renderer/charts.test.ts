// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { everyNth, thinned, type CellStay, type SignalEvent, type SignalSample } from '@contract'
import { backdrop, nearest } from '@renderer/charts/backdrop'
import {
  drawable,
  inSight,
  measureNames,
  seriesOf,
  valueAt,
  type Point,
} from '@renderer/charts/series'
import { edges, moved, rangeOf, zoomed } from '@renderer/charts/time-range'
import { layersOf } from '@renderer/views/link/layers'
import { pingStats } from '@renderer/views/link/ping-stats'
import { chartOf } from '@renderer/views/link/tool-chart'
import { fits } from '@renderer/views/link/tool-field'
import { tools } from '@renderer/views/link/tools'
import { cellTimes } from '@renderer/views/signal/cell-times'
import { compared } from '@renderer/views/signal/compare'
import { signalCsv } from '@renderer/views/signal/signal-csv'
import { fact, slotA, slotB } from '../support/fake-state'

const points = (...xs: number[]): Point[] => xs.map((x) => ({ x, y: -x }))
const sample = (atMs: number, more: Partial<SignalSample>): SignalSample => ({
  slot: 'a',
  atMs,
  monoUs: atMs * 1000,
  ...more,
})

describe('the lines of a chart', () => {
  test('hold only what was measured', () => {
    const series = seriesOf([
      sample(1, { rsrpDbm: -80 }),
      sample(2, { slot: 'b', rsrpDbm: -90 }),
      sample(3, { lossPercent: 5 }),
    ])
    expect(series.a.rsrpDbm).toEqual([{ x: 1, y: -80 }])
    expect(series.b.rsrpDbm).toEqual([{ x: 2, y: -90 }])
    expect(series.a.lossPercent).toEqual([{ x: 3, y: 5 }])
  })

  test('break where nothing was measured', () => {
    const drawn = drawable(points(0, 10, 500, 510), 1, 100)
    expect(drawn.map(({ x }) => x)).toEqual([0, 10, 255, 500, 510])
    expect(drawn[2]?.y).toBeNaN()
  })

  test('keep the lowest and the highest value of a whole night', () => {
    const night = Array.from({ length: 40_000 }, (_, n) => ({ x: n * 1000, y: Math.sin(n) }))
    night[20_001] = { x: 20_001_000, y: -50 }
    const drawn = drawable(night, 40_000_000 / 900, 30_000)
    expect(drawn.length).toBeLessThan(4 * 902)
    expect(Math.min(...drawn.map(({ y }) => y))).toBe(-50)
  })

  test('run to the edge of what is in sight', () => {
    expect(inSight(points(0, 10, 20, 30, 40), 15, 25).map(({ x }) => x)).toEqual([10, 20, 30])
  })

  test('say nothing about a moment in a gap', () => {
    expect(valueAt(points(0, 10), 9, 5)).toBe(-10)
    expect(valueAt(points(0, 10), 100, 5)).toBeUndefined()
    expect(valueAt([], 0, 5)).toBeUndefined()
  })
})

describe('the time shown', () => {
  const live = { live: true, spanMs: 300_000, toMs: 0 }
  test('follows the present until somebody goes back', () => {
    expect(edges(live, 1_000_000)).toEqual({ fromMs: 700_000, toMs: 1_000_000 })
    const back = moved(live, -0.5, 1_000_000)
    expect(back.live).toBe(false)
    expect(edges(back, 2_000_000)).toEqual({ fromMs: 550_000, toMs: 850_000 })
    expect(moved(back, 1, 1_000_000).live).toBe(true)
  })
  test('goes from one minute to a day, and not further', () => {
    expect(zoomed(live, 0.0001, 0).spanMs).toBe(60_000)
    expect(zoomed(live, 1e9, 0).spanMs).toBe(86_400_000)
    expect(rangeOf(0, 10, 1e9).spanMs).toBe(60_000)
  })
})

test('time on cells is added up per slot', () => {
  const stay = (cell: string, fromMs: number, toMs: number | null): CellStay => ({
    slot: 'a',
    cell,
    band: null,
    access: 'LTE',
    operator: null,
    fromMs,
    toMs,
    monoUs: fromMs,
    rsrp: null,
  })
  const times = cellTimes([stay('1', 0, 60), stay('2', 60, 80), stay('1', 80, null)], 100)
  expect(times.map(({ cell, ms, visits, serving }) => [cell, ms, visits, serving])).toEqual([
    ['1', 80, 2, true],
    ['2', 20, 1, false],
  ])
  expect(times.map(({ share }) => share)).toEqual([0.8, 0.2])
})

test('facts that are old are not compared', () => {
  const label = { en: 'Band', ja: 'バンド' }
  const rows = compared(
    [fact('band', 'network', label, 'B1'), fact('apn', 'context', label, 'x', { stale: true })],
    [fact('band', 'network', label, 'B3')],
  )
  expect(rows.map(({ key, same }) => [key, same])).toEqual([['band', false]])
})

test('a table for a spreadsheet has events in their place, and no formulas', () => {
  const event: SignalEvent = {
    slot: 'b',
    atMs: 1500,
    monoUs: 0,
    kind: 'fault',
    severity: 'failure',
    words: { en: 'said "no", twice', ja: '' },
  }
  const lines = signalCsv(
    [sample(1000, { rsrpDbm: -80 }), sample(2000, { latencyMs: 61 })],
    [event],
    (words) => words.en,
  ).split('\r\n')
  expect(lines[1]).toBe(`1970-01-01T00:00:01.000Z,A,-80${','.repeat(measureNames.length)}`)
  expect(lines[2]).toBe(
    `1970-01-01T00:00:01.500Z,B${','.repeat(measureNames.length + 1)}"fault: said ""no"", twice"`,
  )
})

describe('the layers of a link', () => {
  const stateOf = (state: Parameters<typeof layersOf>[0], id: string) =>
    layersOf(state).find((layer) => layer.id === id)?.state

  test('are fine to the top when connected', () => {
    for (const id of [
      'power',
      'port',
      'mode',
      'sim',
      'network',
      'context',
      'lcp',
      'auth',
      'ipcp',
      'ip',
    ])
      expect([id, stateOf(slotA(), id)]).toEqual([id, 'fine'])
  })
  test('are the rungs of the Bench in its order, each before its parts', () => {
    const layers = layersOf(slotA())
    expect(layers.filter(({ part }) => !part).map(({ id }) => id)).toEqual(
      slotA()
        .rungs.map(({ id }) => id)
        .toReversed(),
    )
    expect(layers.map(({ id, part }) => `${part ? '- ' : ''}${id}`).slice(0, 8)).toEqual([
      'internet',
      '- http',
      '- dns',
      'ip',
      'ppp',
      '- ipcp',
      '- auth',
      '- lcp',
    ])
  })
  test('above the one that stopped are not tried', () => {
    expect(stateOf(slotB(), 'lcp')).toBe('idle')
  })
  test('name the part of PPP that stopped', () => {
    const { connect } = slotB()
    const verdict = connect.verdict
      ? { ...connect.verdict, step: 'ppp' as const, reason: 'link-auth-refused' }
      : null
    const refused = { ...slotB(), connect: { ...connect, verdict } }
    expect(['lcp', 'auth', 'ipcp'].map((id) => stateOf(refused, id))).toEqual([
      'fine',
      'failure',
      'idle',
    ])
  })
})

test('a ping is summed up while it runs', () => {
  expect(pingStats([])).toBeNull()
  expect(pingStats([10, null, 20, 30])).toEqual({
    sent: 4,
    received: 3,
    loss: 25,
    min: 10,
    avg: 20,
    max: 30,
    jitter: 10,
  })
  expect(pingStats([null])?.avg).toBeNaN()
})

test.each([
  ['http', 'url', 'https://example.com/', true],
  ['http', 'url', 'ftp://example.com/', false],
  ['mqtt', 'broker', 'mqtts://example.com:8883', true],
  ['mqtt', 'broker', 'mqtt://user:word@example.com', false],
  ['tls', 'port', '65536', false],
  ['http', 'url', 'http://example.com/', true],
  ['ping', 'host', 'two words', false],
  ['ping', 'count', '0', false],
  ['ping', 'count', '2.5', false],
  ['throughput', 'budgetMb', '', false],
  ['dns', 'server', '', true],
])('%s: %s "%s" can be sent: %s', (tool, name, value, expected) => {
  const field = tools.find(({ id }) => id === tool)?.fields.find((one) => one.name === name)
  expect(field && fits(field, value)).toBe(expected)
})

test('thinning keeps every kind of sample, the first one, and the newest as close as they were', () => {
  const samples = Array.from({ length: 900 }, (_, n) => ({
    slot: n % 2 === 0 ? ('a' as const) : ('b' as const),
    atMs: n,
    monoUs: n,
    ...[{ rsrpDbm: -80 }, { csq: 20 }, { voltageV: 3.9 }][n % 3],
  }))
  const kept = thinned(samples, 300)
  expect(kept.length).toBeLessThanOrEqual(300)
  expect(kept[0]?.atMs).toBe(0)
  expect(kept.slice(-100)).toEqual(samples.slice(-100))
  const kinds = new Set(kept.slice(0, 40).map((one) => Object.keys(one).join() + one.slot))
  expect(kinds.size).toBe(6)
  expect(everyNth(samples, 3).filter((one) => 'csq' in one)).toHaveLength(100)
})

test('a chart of a tool has a gap where nothing came back, its jitter, and what went over the line', () => {
  const line = { en: '', ja: '' }
  const one = (index: number, value: number | null, part: 'idle' | 'down') => ({
    ...{ index, value, part, line },
  })
  const drawn = chartOf(
    [one(1, 50, 'idle'), one(2, null, 'idle'), one(3, 100, 'down'), one(4, 60, 'down')],
    true,
  )
  expect(drawn.value).toBe('M0.0 43.0M266.7 4.0L400.0 35.2')
  expect(drawn.jitter).toBe('M400.0 50.8')
  expect(drawn).toMatchObject({ top: '100', lost: 1 })
  expect(drawn.parts.map(({ part }) => part)).toEqual(['idle', 'down'])
})

describe('what stands behind the lines of a chart', () => {
  const marks = [10, 20, 24].map((atMs, id) => ({ id, atMs, colour: '--warning' }))

  /** A chart of 100 by 50 pixels whose values are its pixels; what is drawn on it is noted. */
  function drawing() {
    const drawn: string[] = []
    const ctx = {
      fillStyle: '',
      strokeStyle: '',
      lineWidth: 0,
      save: () => undefined,
      restore: () => undefined,
      setLineDash: () => undefined,
      beginPath: () => undefined,
      lineTo: () => undefined,
      fillRect(...box: number[]) {
        drawn.push(`${this.fillStyle} ${box.join(' ')}`)
      },
      moveTo(x: number) {
        drawn.push(`${this.strokeStyle} at ${x}`)
      },
      stroke: () => undefined,
    }
    const scale = { getPixelForValue: (value: number) => value }
    const chartArea = { left: 0, right: 22, top: 0, bottom: 50 }
    return { drawn, chart: { ctx, chartArea, scales: { x: scale, y: scale } } as never }
  }

  test('bands reach to the edge where they are open, and marks out of sight are not drawn', () => {
    const { drawn, chart } = drawing()
    const bands = [
      { from: 40, colour: '--fine' },
      { from: 60, to: 30, colour: '--failure' },
    ]
    const plugin = backdrop(() => ({ bands, marks, colour: (token) => token, onMark: () => {} }))
    plugin.beforeDraw?.(chart, {} as never, {})
    plugin.beforeDatasetsDraw?.(chart, {} as never, {})
    expect(drawn).toEqual([
      '--fine16 0 0 22 40',
      '--failure16 0 30 22 20',
      '--warning at 10',
      '--warning at 20',
    ])
  })

  test('a click near a mark is one on it, and the nearest of several counts', () => {
    const same = (atMs: number) => atMs
    expect(nearest(marks, 23, same)?.id).toBe(2)
    expect(nearest(marks, 15, same)?.id).toBe(1)
    expect(nearest(marks, 40, same)).toBeUndefined()
    const { chart } = drawing()
    const clicked: number[] = []
    const plugin = backdrop(() => ({
      bands: [],
      marks,
      colour: (token) => token,
      onMark: (id) => clicked.push(id),
    }))
    for (const [type, inChartArea] of [
      ['click', true],
      ['click', false],
      ['mousemove', true],
    ] as const)
      plugin.afterEvent?.(chart, { event: { type, x: 11, y: 3 }, inChartArea } as never, {})
    expect(clicked).toEqual([0])
  })
})
