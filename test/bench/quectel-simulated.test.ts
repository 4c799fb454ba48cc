import { expect, test } from 'vitest'
import { openedBench } from '../support/opened-bench'

const slot = 'a' as const

test('cells, radio, sockets and the ports on USB of a simulated EC25 are read and written as those of a real one', async () => {
  const { done, clock, state, at } = await openedBench('sim:ec25')
  const { family, cells } = await done('radio.cells', { slot })
  expect([family, cells.map(({ channel }) => channel)]).toEqual(['Quectel', [9510, 6100, 276]])
  const radio = await done('radio.read', { slot })
  expect(radio.items.map(({ id, chosen }) => [id, chosen])).toMatchObject([
    ['rat', ['0']],
    ['lte-bands', ['B1', 'B3', 'B5', 'B7', 'B8', 'B20', 'B28']],
    ['cell', []],
    ['operator', ['auto']],
  ])
  for (const what of ['dns', 'tcp', 'udp'] as const) {
    const target = what === 'dns' ? 'echo.example' : 'echo.example:7'
    const { outcome } = await done('sockets.run', { slot, what, target, text: 'x' })
    expect([what, outcome.words.en, outcome.ok]).toEqual([what, outcome.words.en, true])
  }
  await done('usb.write', { slot, to: '1' })
  await clock.advance(60_000)
  expect(state(slot).port).toMatchObject({ state: 'open' })
  await at('AT')
  expect(await done('usb.read', { slot })).toMatchObject({ now: '1', before: '0' })
})

test.each([
  ['sim:ec25', '276,302'],
  ['sim:rm520n', '6100,44'],
])('%s is locked to a cell, stays on it, and is freed', async (path, cell) => {
  const { done, clock } = await openedBench(path)
  const write = async (...chosen: string[]) => {
    await done('radio.write', { slot, changes: [{ item: 'cell', chosen }] })
    await done('radio.keep', { slot })
    await clock.advance(60_000)
    const [serving] = (await done('radio.cells', { slot })).cells
    const { items } = await done('radio.read', { slot })
    return [items.find(({ id }) => id === 'cell')?.chosen, serving?.channel]
  }
  expect(await write(cell)).toEqual([[cell], Number(cell.split(',')[0])])
  expect((await write())[0]).toEqual([])
})
