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
