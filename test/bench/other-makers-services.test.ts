import { expect, test } from 'vitest'
import { openedBench, refusal } from '../support/opened-bench'

const slot = 'a' as const
type What = 'ping' | 'http' | 'mqtt'

const opened = async (id: string) => {
  const { done, simulators, at } = await openedBench(`sim:${id}`)
  const tried = async (what: What, target: string, more = {}) =>
    (await done('sockets.run', { slot, what, target, text: 'from a bench', ...more })).outcome
  return { done, at, tried, simulators }
}

test.each(['sim7070', 'sara-r4', 'lara-r6', 'le910'])(
  'pings go over the own stack of a simulated %s',
  async (id) => {
    const { tried } = await opened(id)
    expect((await tried('ping', 'pong.soracom.io')).words.en).toMatch(/4 of 4 answered/)
    expect((await tried('ping', 'silent.example')).ok).toBe(false)
  },
)

test.each(['sim7070', 'sara-r4', 'lara-r6', 'le910', 'nrf91'])(
  'a page is fetched by the HTTP of a simulated %s',
  async (id) => {
    const { tried } = await opened(id)
    const page = await tried('http', 'http://example.com/')
    expect([page.words.en, page.ok]).toEqual([page.words.en, true])
    expect(page.words.en).toMatch(/200, [1-9]\d* octets/)
    expect((await tried('http', 'http://nothing.example/')).ok).toBe(false)
    // What a try that failed left behind does not hinder the next.
    expect((await tried('http', 'http://example.com/')).ok).toBe(true)
  },
)

test.each([
  ['sim7070', true],
  ['sara-r4', false],
  ['lara-r6', true],
  ['nrf91', true],
])('a broker is visited by the MQTT of a simulated %s', async (id, shows) => {
  const { done, tried, simulators } = await opened(id)
  const login = { user: 'ann', password: 's3cret-word' }
  const visit = await tried('mqtt', 'mqtt://broker.example', login)
  expect([visit.words.en, visit.ok]).toEqual([visit.words.en, true])
  expect(visit.words.en.includes('the same')).toBe(shows)
  const { text } = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).toMatch(/AT#XMQTTCON|AT\+SMCONN|AT\+UMQTTC=1/)
  for (const told of [JSON.stringify(visit), text]) expect(told).not.toContain('s3cret-word')
  expect((await tried('mqtt', 'mqtt://nothing.example')).ok).toBe(false)
  simulators.control(`sim:${id}`, 'broker', 'refuses')
  expect((await tried('mqtt', 'mqtt://broker.example', login)).ok).toBe(false)
})

test.each([
  ['http', 'https://example.com/'],
  ['mqtt', 'mqtts://broker.example'],
] as const)('%s over TLS is refused in words where it is not known how', async (what, target) => {
  for (const id of what === 'http' ? ['sim7070', 'le910', 'nrf91'] : ['sim7070', 'nrf91']) {
    const { tried } = await opened(id)
    expect(await tried(what, target).catch(refusal)).toMatch(/^sockets-no-tls /)
  }
})

test('a LARA-R6 fetches a page over TLS where its profile has the name of the server', async () => {
  const { at, tried } = await opened('lara-r6')
  expect((await tried('http', 'https://named.example/')).ok).toBe(false)
  await at('AT+USECPRF=0,10,"named.example"')
  expect((await tried('http', 'https://named.example/')).ok).toBe(true)
  expect((await tried('mqtt', 'mqtts://broker.example')).ok).toBe(true)
})

test('files and certificates of a simulated LARA-R6 are loaded, listed and deleted', async () => {
  const { done } = await opened('lara-r6')
  const base64 = Buffer.from('-----BEGIN CERTIFICATE-----\nMII=\n').toString('base64')
  for (const kind of ['file', 'certificate'] as const) {
    const which = { slot, kind, name: 'ca.pem' }
    const { stores } = await done('files.upload', { ...which, base64, replace: false })
    const files = (all: typeof stores) => all.find((store) => store.kind === kind)?.files
    expect(files(stores)).toMatchObject([{ name: 'ca.pem' }])
    expect(files((await done('files.delete', which)).stores)).toEqual([])
  }
})
