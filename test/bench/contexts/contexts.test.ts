import { expect, test } from 'vitest'
import type { ContextTable } from '@contract'
import type { CommandEntry } from '@core/simulator/behaviour'
import { openedBench, refusal } from '../../support/opened-bench'

const slot = 'a' as const
const row = ({ contexts }: ContextTable, cid: number) => contexts.find((one) => one.cid === cid)
const set = {
  kind: 'set',
  cid: 3,
  pdpType: 'IP',
  apn: 'soracom.io',
  auth: 'chap',
  user: 'sora',
  password: 'geheim',
} as const

test('the table says what each context is for, and by what it is told', async () => {
  const { done, at } = await openedBench('sim:sim7600')
  await at('AT+CGDCONT=2,"IPV4V6","ims"')
  const table = await done('contexts.read', { slot })
  expect(table.cids).toEqual([1, 15])
  expect(row(table, 1)).toMatchObject({
    active: true,
    bearer: 5,
    roles: [{ kind: 'attach', why: { en: '+CGCONTRDP: EPS bearer 5' } }],
  })
  expect(row(table, 1)?.addresses).toHaveLength(1)
  expect(row(table, 2)).toMatchObject({ apn: 'ims', active: false, addresses: [], roles: [] })
})

test('a second bearer is not the one of the attach, whatever its number', async () => {
  const { done, at } = await openedBench('sim:sim7600')
  await at('AT+CGDCONT=2,"IP","soracom.io"')
  await at('AT+CGAUTH=2,2,"sora","sora"')
  await at('AT+CGACT=1,2')
  expect(row(await done('contexts.read', { slot }), 2)).toMatchObject({
    active: true,
    bearer: 6,
    roles: [],
  })
})

test('a change is compared first, written, read back; the password is in no answer and no masked log', async () => {
  const { done, at } = await openedBench('sim:sim7600')
  const compared = await done('contexts.compare', { slot, change: set })
  expect(compared.differences.map(({ en }) => en)).toEqual([
    'context 3 is new: IP, APN "soracom.io"',
    'auth none → CHAP',
    'user "" → "sora"',
    'password as given',
  ])
  expect((await at('AT+CGDCONT?')).lines.join()).not.toContain('+CGDCONT: 3')
  const table = await done('contexts.write', { slot, change: set, seen: compared.seen })
  expect(row(table, 3)).toMatchObject({
    apn: 'soracom.io',
    auth: { kind: 'chap', user: 'sora', hasPassword: true },
  })
  expect(JSON.stringify([compared, table])).not.toContain('geheim')
  // The family takes the password first.
  expect((await at('AT+CGAUTH?')).lines).toContain('+CGAUTH: 3,2,"sora","geheim"')
  const { text } = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).toContain('AT+CGAUTH=3,2')
  expect(text).not.toContain('geheim')
})

test('what is as it should be is not written', async () => {
  const { done, entries } = await openedBench('sim:sim7600')
  const change = { ...set, auth: 'keep', user: '', password: '' } as const
  await done('contexts.write', { slot, change })
  const before = entries.length
  await done('contexts.write', { slot, change })
  const sent = entries.slice(before).map((entry) => JSON.stringify(entry))
  expect(sent.filter((one) => one.includes('AT+CGDCONT=3'))).toEqual([])
})

test('the context of the attach is written with the radio off, which goes on again', async () => {
  const { done, at, clock } = await openedBench('sim:sim7600')
  const change = { ...set, cid: 1, auth: 'keep' } as const
  const { warnings } = await done('contexts.compare', { slot, change })
  expect(warnings.map(({ en }) => en).join()).toMatch(/radio goes off and on/)
  const table = await done('contexts.write', { slot, change })
  expect(row(table, 1)).toMatchObject({ apn: 'soracom.io' })
  expect((await at('AT+CFUN?')).lines).toContain('+CFUN: 1')
  await clock.advance(60_000)
  expect(row(await done('contexts.read', { slot }), 1)).toMatchObject({ active: true })
})

test('a radio that does not go on again is told with what was written before it', async () => {
  const { done, simulators } = await openedBench('sim:sim7600')
  const registry = simulators.modem('sim:sim7600').registry as Map<string, CommandEntry>
  const fun = registry.get('+CFUN')
  if (!fun?.set) throw new Error('the simulator has no AT+CFUN')
  const { set: turn } = fun
  const refusing: CommandEntry = {
    ...fun,
    set: (asked) => (asked.command.text === '1' ? { final: { kind: 'error' } } : turn(asked)),
  }
  registry.set('+CFUN', refusing)
  const change = { ...set, cid: 1, auth: 'keep' } as const
  const told = await done('contexts.write', { slot, change }).catch(refusal)
  expect(told).toMatch(/^radio-refused .*The context is written; the modem is off the air/)
})

test('a context is deleted with its name and password, and one that is not there is told', async () => {
  const { done, at } = await openedBench('sim:sim7600')
  await done('contexts.write', { slot, change: set })
  const change = { kind: 'remove', cid: 3 } as const
  expect((await done('contexts.compare', { slot, change })).differences).toHaveLength(1)
  expect(row(await done('contexts.write', { slot, change }), 3)).toBeUndefined()
  await at('AT+CGDCONT=3,"IP","next.example"')
  expect(row(await done('contexts.read', { slot }), 3)?.auth).toMatchObject({ kind: 'none' })
  await done('contexts.write', { slot, change })
  expect(await done('contexts.compare', { slot, change }).catch(refusal)).toMatch(
    /^context-unknown Asked for 3; defined: 1/,
  )
  const far = { ...set, cid: 99 }
  expect(await done('contexts.write', { slot, change: far }).catch(refusal)).toMatch(
    /^context-unknown Asked for 99; the modem takes 1 to 15/,
  )
})

test('what changed since it was shown is not written over', async () => {
  const { done, at } = await openedBench('sim:sim7600')
  const { seen } = await done('contexts.compare', { slot, change: set })
  await at('AT+CGDCONT=3,"IP","other.example"')
  expect(await done('contexts.write', { slot, change: set, seen }).catch(refusal)).toMatch(
    /^context-changed/,
  )
  expect((await at('AT+CGDCONT?')).lines.join()).toContain('"other.example"')
})

test('a quote in an APN is refused before the modem sees it', async () => {
  const { done } = await openedBench('sim:sim7600')
  const change = { ...set, apn: 'a"b' }
  expect(await done('contexts.compare', { slot, change }).catch(refusal)).toMatch(/^bad-input/)
})

test('a port that is closed in the middle ends the reading, and without one it says so', async () => {
  const { done, ask } = await openedBench('sim:sim7600')
  const closed = done('contexts.read', { slot }).catch(refusal)
  await ask('port.close', { slot })
  expect(await closed).toMatch(/^at-cancelled/)
  expect(await done('contexts.read', { slot }).catch(refusal)).toMatch(/^port-/)
})

test('a modem that is pulled out in the middle is told as that', async () => {
  const { done, ask, clock } = await openedBench('sim:sim7600')
  const pulled = ask('contexts.read', { slot }).catch(refusal)
  await clock.advance(50)
  await done('simulator.control', { name: 'sim:sim7600', fault: 'unplug', value: 'on' })
  expect(await clock.until(pulled, 60_000)).toMatch(/^port-/)
})

test('while a call runs its context is left alone', async () => {
  const { done, ask, clock } = await openedBench('sim:sim7600')
  const target = { apn: 'soracom.io', user: 'sora', password: 'sora', cmux: true }
  await ask('connect.start', { slot, target })
  await clock.advance(120_000)
  const table = await done('contexts.read', { slot })
  expect(row(table, 1)?.roles.map(({ kind }) => kind)).toEqual(['attach', 'data'])
  const change = { ...set, cid: 1, apn: 'other.example', auth: 'keep' } as const
  expect(await done('contexts.write', { slot, change }).catch(refusal)).toMatch(/^context-in-use/)
  expect(row(await done('contexts.write', { slot, change: set }), 3)).toMatchObject({
    apn: 'soracom.io',
  })
})
