import { describe, expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { adapterKinds } from '@platform/gpio/adapters/members'
import {
  chipBench,
  chipTitles,
  titlesWithoutCable,
  titlesWithoutInputs,
  type ChipBench,
} from '../../support/chips/benches'
import { settle } from '../../support/manual-clock'

/** The bench with its lines open. */
async function opened(title: string): Promise<ChipBench> {
  const bench = await chipBench(title)
  const { adapter, clock, power, status } = bench
  await clock.until(adapter.open(status ? [power, status] : [power]))
  return bench
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: unknown) => faultCode(error),
  )

describe.each(chipTitles)('%s', (title) => {
  test('opening never passes through active', async () => {
    const { wires, power, adapter } = await opened(title)
    expect(wires.presses(power)).toEqual([])
    expect(adapter.state('power')).toBe('inactive')
  })

  test('a pulse has the length it was asked for, measured', async () => {
    const { adapter, clock, wires, power } = await opened(title)
    const length = await clock.until(adapter.pulse('power', 500), 60_000, 1)
    expect(length.askedMs).toBe(500)
    expect(Math.abs(length.actualMs - 500)).toBeLessThanOrEqual(60)
    const [pressed, ...more] = wires.presses(power)
    expect(more).toEqual([])
    expect(Math.abs((pressed ?? 0) - 500)).toBeLessThanOrEqual(60)
  })

  test('a second pulse on a busy line is refused, and the first one is not disturbed', async () => {
    const { adapter, clock, wires, power } = await opened(title)
    const first = adapter.pulse('power', 500)
    await clock.advance(200)
    expect(await code(adapter.pulse('power', 100))).toBe('line-busy')
    expect(await code(adapter.write('power', false))).toBe('line-busy')
    await clock.until(first)
    expect(wires.presses(power)).toHaveLength(1)
  })

  test('an abort releases the line at once', async () => {
    const { adapter, clock, wires, power } = await opened(title)
    const abort = new AbortController()
    const pulse = code(adapter.pulse('power', 5000, { signal: abort.signal }))
    await clock.advance(1000)
    expect(wires.isActive(power)).toBe(true)
    abort.abort()
    await clock.advance(100)
    expect(wires.isActive(power)).toBe(false)
    expect(await pulse).toBe('at-cancelled')
  })

  test('a line held too long is released by itself, and told', async () => {
    const { adapter, clock, wires, power } = await opened(title)
    const told: unknown[] = []
    adapter.on('error', (error) => told.push(faultCode(error)))
    await clock.until(adapter.write('power', true))
    await clock.advance(9_900)
    expect(wires.isActive(power)).toBe(true)
    await clock.advance(300)
    expect(wires.isActive(power)).toBe(false)
    expect(told).toEqual(['line-held'])
  })

  test('closing releases what is active and ends everything', async () => {
    const { adapter, clock, wires, power, quiet } = await opened(title)
    await clock.until(adapter.write('power', true))
    await clock.until(adapter.close())
    expect(wires.isActive(power)).toBe(false)
    expect(quiet?.() ?? true).toBe(true)
    expect(await code(adapter.write('power', true))).toBe('adapter-closed')
    expect(clock.pending).toBe(0)
  })

  test('closing in the middle of a pulse releases the line', async () => {
    const { adapter, clock, wires, power } = await opened(title)
    const pulse = code(adapter.pulse('power', 5000))
    await clock.advance(500)
    await clock.until(adapter.close())
    expect(await pulse).toBe('adapter-closed')
    expect(wires.isActive(power)).toBe(false)
  })

  test('an impossible pulse touches nothing', async () => {
    const { adapter, wires, power } = await opened(title)
    for (const ms of [0, -5, NaN, 10_001, Infinity])
      expect(await code(adapter.pulse('power', ms))).toBe('line-config')
    expect(wires.presses(power)).toEqual([])
  })

  test('a pin that does not exist, or is used twice, is refused before anything is touched', async () => {
    const { adapter, wires, power } = await chipBench(title)
    expect(await code(adapter.open([{ ...power, pin: 999 }]))).toBe('line-config')
    const again = await chipBench(title)
    expect(await code(again.adapter.open([power, { ...power, name: 'reset' }]))).toBe('line-config')
    expect(wires.seen).toEqual([])
  })
})

describe.each(chipTitles.filter((title) => !titlesWithoutInputs.includes(title)))('%s', (title) => {
  test('reads STATUS and reports its changes', async () => {
    const { adapter, clock, wires, status } = await opened(title)
    if (!status) throw new Error('no input')
    wires.inputs.set(String(status.pin), false)
    expect(await clock.until(adapter.read('status'))).toBe(false)
    const seen: boolean[] = []
    const stop = adapter.watch('status', (active) => seen.push(active))
    await clock.advance(1000)
    wires.inputs.set(String(status.pin), true)
    await clock.advance(1000)
    wires.inputs.set(String(status.pin), false)
    await clock.advance(1000)
    stop()
    wires.inputs.set(String(status.pin), true)
    await clock.advance(1000)
    expect(seen).toEqual([true, false])
  })
})

describe.each(chipTitles.filter((title) => !titlesWithoutCable.includes(title)))('%s', (title) => {
  test('an adapter pulled in the middle of a pulse is told once, and nothing is known any more', async () => {
    const { adapter, clock, unplug } = await opened(title)
    if (!unplug) throw new Error('no cable')
    const gone: unknown[] = []
    adapter.on('gone', (error) => gone.push(faultCode(error)))
    const pulse = code(adapter.pulse('power', 3000))
    await clock.advance(1000)
    unplug()
    await settle()
    await clock.advance(5000)
    expect(await pulse).toBe('adapter-gone')
    expect(gone).toEqual(['adapter-gone'])
    expect(adapter.state('power')).toBe('unknown')
    expect(await code(adapter.read('power'))).toBe('adapter-gone')
    expect(await code(clock.until(adapter.close()))).toBe('resolved')
  })
})

test.each(titlesWithoutInputs)('%s has no input: STATUS on it is refused', async (title) => {
  const { adapter, power, wires } = await chipBench(title)
  expect(adapter.caps.inputs).toBe(false)
  const status = { ...power, name: 'status', pin: 1, dir: 'in' } as const
  expect(await code(adapter.open([status]))).toBe('line-config')
  expect(wires.seen).toEqual([])
})

test('every kind of adapter goes through these rules', async () => {
  const benches = await Promise.all(chipTitles.map(chipBench))
  expect(new Set(benches.map(({ adapter }) => adapter.kind))).toEqual(new Set(adapterKinds))
})
