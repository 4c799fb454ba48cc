import { expect, test } from 'vitest'
import { benchFixture } from '../support/bench-fixture'

test('names the settings an earlier program left in a modem, and puts them back', async () => {
  const { ask, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('at.send', { slot: 'a', text: 'AT+CEREG=2' })
  await ask('at.send', { slot: 'a', text: 'AT+IFC=2,2' })
  const found = await ask('modem.leftovers', { slot: 'a' })
  expect(found.map((one) => one.id)).toEqual(['cereg', 'flow'])
  const done = await ask('modem.restore', { slot: 'a' })
  expect(done.map(({ command, ok }) => [command, ok])).toEqual([
    ['AT+CEREG=0', true],
    ['AT+IFC=0,0', true],
  ])
  expect(await ask('modem.leftovers', { slot: 'a' })).toEqual([])
  await end()
})

test('leaves flow control alone where the port uses it, too', async () => {
  const { ask, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672', options: { rtscts: true } })
  await ask('at.send', { slot: 'a', text: 'AT+IFC=2,2' })
  expect(await ask('modem.leftovers', { slot: 'a' })).toEqual([])
  await end()
})

test('tries the ports a person names, and says which one is open already', async () => {
  const { ask, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const paths = ['sim:sim7672', 'sim:sim5320']
  const results = await ask('ports.probe', { paths })
  expect(results.map(({ path, found }) => [path, found])).toEqual([
    ['sim:sim7672', 'cannot open'],
    ['sim:sim5320', 'at'],
  ])
  await end()
})

test('closes a port though ModemManager does not answer: nothing is asked of it that nobody wants to know', async () => {
  const silent = () => new Promise<never>(() => undefined)
  const given: string[] = []
  const { ask, end } = await benchFixture(
    1,
    {},
    {
      modemManager: {
        look: silent,
        take: silent,
        release: async (path) => void given.push(path),
        releaseAll: async () => undefined,
      },
    },
  )
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('port.close', { slot: 'a' })
  expect(given).toEqual(['sim:sim7672'])
  await end()
})
