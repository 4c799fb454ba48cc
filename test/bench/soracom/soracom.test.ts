import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallName, Input } from '@contract'
import type { Environment } from '@bench/environment'
import { benchFixture } from '../../support/bench-fixture'
import { iccid, imsi, login, refused, SoracomApi } from '../../support/soracom-api'

const slot = 'a' as const
let fixture: Awaited<ReturnType<typeof benchFixture>>
let api: SoracomApi
let nowMs: () => number

async function begin(files: Record<string, string> = {}, more: Partial<Environment> = {}) {
  api = new SoracomApi(() => nowMs())
  fixture = await benchFixture(1, files, { soracom: api.access, ...more })
  nowMs = () => fixture.clock.nowMs()
}
beforeEach(() => begin())
afterEach(async () => {
  await fixture.end()
  expect(api.wrong).toEqual([])
})

const signIn = (keep = false) => fixture.ask('soracom.signIn', { ...login, keep })
const look = () => fixture.ask('soracom.look', { slot, sim: iccid })
const fails = <N extends CallName>(name: N, input: Input<N>) =>
  fixture.ask(name, input).then(
    () => undefined,
    (error: unknown) => error,
  )

describe('the platform’s side of a SIM', () => {
  test('is its status, its session, what happened to it, and its traffic', async () => {
    await signIn()
    api.happened('Created', { apn: 'soracom.io', ueIpAddress: '10.140.0.9' })
    const seen = await look()
    expect(seen).toMatchObject({
      sim: { simId: iccid, imsi, status: 'active', online: true, groupName: 'bench group' },
      events: [{ event: 'Created', apn: 'soracom.io', address: '10.140.0.9' }],
      usage: [{ uplink: 1200, downlink: 4800 }],
      trouble: null,
    })
    expect(fixture.events.findLast(({ name }) => name === 'soracom')?.value).toMatchObject({
      account: { way: 'key', coverage: 'jp', name: 'OP0000000001 / bench', kept: 'not' },
      slots: { a: { sim: { simId: iccid } } },
    })
  })

  test('is found by the number that the modem of a slot tells', async () => {
    await signIn()
    await fixture.ask('port.open', { slot, path: 'sim:sim7672?speed=fast' })
    expect(await fixture.ask('soracom.look', { slot })).toMatchObject({ sim: { simId: iccid } })
  })

  test('is found by a search where SORACOM calls the SIM otherwise, and a number alike is not it', async () => {
    await signIn()
    api.sim.simId = '8942310000000009999'
    expect((await look()).sim?.simId).toBe('8942310000000009999')
    expect(api.asked).toContain('GET /query/sims')
    expect(await fails('soracom.look', { slot, sim: iccid.slice(0, 18) + '01' })).toMatchObject({
      error: { code: 'soracom-no-sim' },
    })
  })

  test('is on this computer’s clock, however the platform’s is set', async () => {
    await signIn()
    api.aheadMs = 95_000
    const atMs = fixture.clock.nowMs()
    api.happened('Created')
    const { events, aheadMs } = await look()
    expect(Math.abs((aheadMs ?? 0) - 95_000)).toBeLessThanOrEqual(1_000)
    expect(Math.abs((events[0]?.atMs ?? 0) - atMs)).toBeLessThanOrEqual(1_000)
    const marks = await fixture.ask('signal.marks', undefined)
    expect(marks.events.filter(({ kind }) => kind === 'platform')).toEqual([
      expect.objectContaining({ slot, words: expect.objectContaining({ ja: expect.any(String) }) }),
    ])
  })
})

describe('what is asked of it', () => {
  beforeEach(async () => {
    await signIn()
  })
  const of = { slot, sim: iccid }

  test('a session is deleted once, and an offline SIM is told', async () => {
    api.happened('Created')
    const seen = await fixture.ask('soracom.deleteSession', of)
    expect(seen.sim?.online).toBe(false)
    expect(seen.events.map(({ event }) => event)).toEqual(['Deleted', 'Created'])
    expect(await fails('soracom.deleteSession', of)).toMatchObject({
      error: { code: 'soracom-offline' },
    })
  })
  test('a ping goes down to the device', async () => {
    expect(await fixture.ask('soracom.ping', of)).toMatchObject({ success: true })
  })
  test('port mappings are those of the SIM and of its subscriber', async () => {
    expect(await fixture.ask('soracom.portMappings', of)).toEqual([
      expect.objectContaining({ endpoint: '198.51.100.9:30022', devicePort: 22 }),
    ])
  })
  test('Napter is tried by a mapping of its own, which is taken back', async () => {
    await fixture.ask('port.open', { slot, path: 'sim:sim7672?speed=fast' })
    const target = { apn: 'soracom.io', user: 'sora', password: 'sora' }
    await fixture.ask('connect.start', { slot, target })
    expect((await fixture.verdict(slot)).result).toBe('connected')
    const before = api.mappings.length
    const seen: number[] = []
    api.reach = async ({ host, port }) => {
      seen.push(api.mappings.length)
      expect([host, port]).toEqual([api.gate.hostname, api.gate.port])
      return { how: 'unreached', why: 'ECONNREFUSED' }
    }
    const { ok, facts } = await fixture.ask('soracom.napter', { slot, devicePort: 8022 })
    expect(ok).toBe(false)
    expect(facts).toMatchObject({ devicePort: 8022, how: 'unreached', removed: true })
    expect(seen).toEqual([before + 1, before + 1, before + 1])
    expect(api.mappings).toHaveLength(before)
    expect(api.asked).toContain('DELETE /port_mappings/198.51.100.9/31000')
  })
  test('a capture of packets is started and listed', async () => {
    expect(await fixture.ask('soracom.capture', { ...of, seconds: 60 })).toMatchObject({
      status: 'REQUESTED',
      duration: 60,
    })
    expect(await fixture.ask('soracom.captures', of)).toHaveLength(1)
  })
})

describe('the account', () => {
  test('nobody is signed in at first', async () => {
    expect(await fails('soracom.look', { slot })).toMatchObject({
      error: { code: 'soracom-signed-out' },
    })
  })
  test('without one, and without a connection, Napter says what to do first', async () => {
    expect(await fails('soracom.napter', { slot })).toMatchObject({
      error: { code: 'soracom-signed-out' },
    })
    await signIn()
    expect(await fails('soracom.napter', { slot })).toMatchObject({
      error: { code: 'net-not-connected' },
    })
    expect(api.mappings).toHaveLength(1)
  })
  test('a token that ended is asked for anew, once', async () => {
    await signIn()
    api.expire()
    expect((await look()).sim?.status).toBe('active')
    expect(api.asked.filter((one) => one === 'POST /auth')).toHaveLength(2)
    api.next.push(refused(401, 'AUM0003', 'Invalid api token'))
    api.next.push({ status: 200, body: { apiKey: 'api-1', token: 'worthless' } })
    expect(await fails('soracom.look', { slot, sim: iccid })).toMatchObject({
      error: { code: 'soracom-sign-in' },
    })
  })
  test('is kept sealed where there is a keyring, and forgotten on wish', async () => {
    await fixture.end()
    const files: Record<string, string> = {}
    const keyring = {
      seal: async (text: string) => Buffer.from(text).toString('base64'),
      open: async (text: string) => Buffer.from(text, 'base64').toString(),
    }
    await begin(files, { keyring })
    expect(await signIn(true)).toMatchObject({ kept: 'keyring' })
    expect(files['soracom.json']).not.toContain(login.authKey)
    expect(files['soracom.json']).not.toContain(login.authKeyId)
    await fixture.end()
    await begin(files, { keyring })
    expect((await fixture.ask('soracom.state', undefined)).account).toMatchObject({
      kept: 'keyring',
      name: 'OP0000000001 / bench',
    })
    expect((await look()).sim?.status).toBe('active')
    await fixture.ask('soracom.signOut', undefined)
    expect(files['soracom.json']).toBe('')
    expect((await fixture.ask('soracom.state', undefined)).account).toBeNull()
  })
})

test.each([
  [refused(403, 'SEM0049', 'no permission Sim:getSim'), 'soracom-forbidden', /Sim:getSim/],
  [refused(500, 'UNK0001', ''), 'soracom-down', /UNK0001/],
  [{ status: 502, body: '<html>bad gateway</html>' }, 'soracom-down', /HTTP 502/],
  [{ status: 200, body: '<html>sign in to the Wi-Fi</html>' }, 'soracom-odd-answer', /JSON/],
  [{ status: 200, body: { simId: 5 } }, 'soracom-odd-answer', /simId/],
  [{ status: 302, body: '' }, 'soracom-refused', /HTTP 302/],
  [{ status: 429, body: '', headers: { 'retry-after': '7' } }, 'soracom-busy', /7 s/],
] as const)('%j is told as %s', async (answer, code, detail) => {
  await signIn()
  api.next.push(answer)
  // A search follows where the id could have been another.
  if (code === 'soracom-refused') api.next.push(answer)
  const error = await fails('soracom.look', { slot, sim: iccid })
  expect(error).toMatchObject({ error: { code, detail: expect.stringMatching(detail) } })
  expect((await fixture.ask('soracom.state', undefined)).slots.a.trouble?.code).toBe(code)
})

test('who watches is told in the log what happens, six questions a minute, and none more than SORACOM wants', async () => {
  await signIn()
  await fixture.ask('port.open', { slot, path: 'sim:sim7672?speed=fast' })
  await fixture.ask('soracom.watch', { slot, on: true })
  api.happened('Created', { apn: 'soracom.io' })
  api.asked.length = 0
  await fixture.clock.advance(59_000)
  expect(api.asked).toHaveLength(4)
  expect(fixture.bench.slots.a.state.port?.state).toBe('open')
  const { rows } = await fixture.ask('log.page', { filter: {} })
  const told = JSON.stringify(rows)
  expect(told).toMatch(/SORACOM, \d+ s ago: session created \(APN soracom.io\)/)
  api.next.push({ status: 429, body: '', headers: { 'retry-after': '300' } })
  await fixture.clock.advance(21_000)
  api.asked.length = 0
  await fixture.clock.advance(270_000)
  expect(api.asked).toEqual([])
  await fixture.clock.advance(50_000)
  expect(api.asked.length).toBeGreaterThan(0)
  await fixture.ask('soracom.watch', { slot, on: false })
  api.asked.length = 0
  await fixture.clock.advance(120_000)
  expect(api.asked).toEqual([])
})
