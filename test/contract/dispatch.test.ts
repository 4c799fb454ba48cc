import { expect, test } from 'vitest'
import { calls, clientOf, dispatch, CallFailed, type Handlers, type Reply } from '@contract'
import { Fault } from '@core/fault'
import { quoted } from '@core/words'

/** Handlers that remember what reached them. */
function recording(): { handlers: Handlers; seen: [string, unknown][] } {
  const seen: [string, unknown][] = []
  const entries = Object.keys(calls).map((name) => [
    name,
    async (input: unknown) => {
      seen.push([name, input])
      if (name === 'port.close') throw new Fault('port-busy', quoted('held by pppd (pid 7)'))
      if (name === 'mode.resume') throw new TypeError('a defect')
      return null
    },
  ])
  return { handlers: Object.fromEntries(entries) as Handlers, seen }
}

test.each(['__proto__', 'constructor', 'toString', 'at.nothing', '', 7, null, undefined])(
  'refuses the call %s, which is not in the table',
  async (name) => {
    const { handlers, seen } = recording()
    const reply = await dispatch(handlers, name, {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(seen).toEqual([])
  },
)

test.each([
  ['port.open', { slot: 'c', path: '/dev/ttyUSB2' }, 'slot'],
  ['port.open', { slot: 'a', path: '' }, 'path'],
  ['at.send', { slot: 'a', text: '' }, 'text'],
  ['connect.start', { slot: 'a', target: { apn: 'so"racom' } }, 'target.apn'],
  ['connect.start', { slot: 'a', target: { apn: 'soracom\r\nATH' } }, 'target.apn'],
  ['connect.start', { slot: 'a', target: { apn: 'x', pin: '12' } }, 'target.pin'],
  ['log.page', { filter: {}, count: 0 }, 'count'],
  ['settings.change', { theme: 'pink' }, 'theme'],
])('names the place of the mistake in %s %j', async (name, input, place) => {
  const { handlers, seen } = recording()
  const reply = await dispatch(handlers, name, input)
  expect(reply).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  if (!reply.ok) expect(reply.error.detail).toContain(place)
  expect(seen).toEqual([])
})

test('fills in what a call leaves out', async () => {
  const { handlers, seen } = recording()
  await dispatch(handlers, 'connect.start', { slot: 'a', target: { apn: 'soracom.io' } })
  expect(seen[0]?.[1]).toMatchObject({ target: { auth: 'auto', pdpType: 'IP', cid: 1 } })
})

test('changes only the settings that are named', async () => {
  const { handlers, seen } = recording()
  await dispatch(handlers, 'settings.change', { language: 'ja' })
  expect(seen[0]?.[1]).toEqual({ language: 'ja' })
})

test('carries a fault across with its words and what to try', async () => {
  const { handlers } = recording()
  const reply = await dispatch(handlers, 'port.close', { slot: 'a' })
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'port-busy', detail: 'held by pppd (pid 7)' },
  })
  if (!reply.ok) expect(reply.error.tries.length).toBeGreaterThan(0)
})

test('calls a defect of ours by its name', async () => {
  const { handlers } = recording()
  const reply = await dispatch(handlers, 'mode.resume', { slot: 'a' })
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal', detail: 'a defect' } })
})

test('gives the window the value, or throws the error it can show', async () => {
  const { handlers } = recording()
  const client = clientOf({
    call: (name, input): Promise<Reply<unknown>> => dispatch(handlers, name, input),
    onEvent: () => () => undefined,
  })
  await expect(client.call('ports.list')).resolves.toBeNull()
  await expect(client.call('port.close', { slot: 'a' })).rejects.toBeInstanceOf(CallFailed)
})
