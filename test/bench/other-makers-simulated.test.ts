import { expect, test } from 'vitest'
import { openedBench, refusal } from '../support/opened-bench'

const slot = 'a' as const

test.each(['sim7070', 'sara-r4', 'lara-r6', 'le910', 'nrf91'])(
  'the own TCP/IP stack of a simulated %s is used as that of a real one',
  async (id) => {
    const { done } = await openedBench(`sim:${id}`)
    for (const what of ['dns', 'tcp', 'udp'] as const) {
      const target = what === 'dns' ? 'echo.example' : 'echo.example:7'
      const { outcome } = await done('sockets.run', { slot, what, target, text: 'Hello' })
      expect([what, outcome.words.en, outcome.ok]).toEqual([what, outcome.words.en, true])
    }
    const none = { slot, what: 'dns', target: 'nothing.example' } as const
    expect((await done('sockets.run', none)).outcome).toMatchObject({
      ok: false,
      trouble: { cause: 'dns' },
    })
  },
)

test.each([
  [
    'sim7070',
    ['rat', 'iot-rat', 'catm-bands', 'nbiot-bands', 'operator', 'psm', 'edrx'],
    [9510, 276, 3725],
  ],
  ['le910', ['lte-bands', 'operator'], [6100, 276]],
  ['nrf91', ['iot-rat', 'operator', 'psm', 'edrx'], [9510, 276]],
] as const)('cells and radio of a simulated %s are read', async (id, items, channels) => {
  const { done } = await openedBench(`sim:${id}`)
  const { cells } = await done('radio.cells', { slot })
  expect(cells.map(({ channel }) => channel)).toEqual(expect.arrayContaining([...channels]))
  const radio = await done('radio.read', { slot })
  expect(radio.items.map((item) => item.id)).toEqual([...items])
})

test('a text that a command of the Serial LTE Modem cannot carry is refused before anything is sent', async () => {
  const { done } = await openedBench('sim:nrf91')
  const wish = { slot, what: 'tcp', target: 'echo.example:7', text: 'say "hello"' } as const
  expect(await done('sockets.run', wish).catch(refusal)).toMatch(/^sockets-text /)
  const nobody = { slot, what: 'tcp', target: 'echo.example:9', text: 'hello' } as const
  expect((await done('sockets.run', nobody)).outcome).toMatchObject({
    ok: false,
    trouble: { cause: 'refused' },
  })
})
