import type { Input } from '@contract'
import { expect, test } from 'vitest'
import { soracom } from '../../support/connect-bench'
import { benchFixture } from '../../support/bench-fixture'
import { openedBench, refusal } from '../../support/opened-bench'

const slot = 'a' as const
type Try = 'dns' | 'ping' | 'tcp' | 'udp' | 'tls' | 'http' | 'mqtt'

const opened = async (path: string) => {
  const bench = await openedBench(path)
  const { done } = bench
  return {
    ...bench,
    read: () => done('sockets.read', { slot }),
    tried: (what: Try, target: string, more: Partial<Input<'sockets.run'>> = {}) =>
      done('sockets.run', { slot, what, target, ...more }),
  }
}

test('the modem’s own stack resolves, pings and sends back over TCP and UDP, and is left as it was', async () => {
  const { tried, read } = await opened('sim:sim7672')
  expect(await read()).toMatchObject({ family: { id: 'simcom-a76' }, open: false })
  const dns = await tried('dns', 'echo.example')
  expect(dns.outcome).toMatchObject({ ok: true, steps: [{ id: 'context' }, { seen: '192.0.2.7' }] })
  expect((await tried('ping', 'pong.soracom.io')).outcome.words.en).toMatch(/4 of 4 answered/)
  for (const what of ['tcp', 'udp'] as const) {
    const { outcome } = await tried(what, 'echo.example:7', { text: 'Grüße' })
    expect(outcome.words.en).toMatch(
      /works over the modem’s stack: 7 octets back after .* the same/,
    )
    expect(outcome.steps.map(({ id }) => id)).toEqual([
      ...['context', 'dns', 'open', 'send', 'receive'],
    ])
    expect(outcome.ms).toBeGreaterThan(30)
  }
  expect((await read()).open).toBe(false)
  expect((await read()).outcomes.map(({ what }) => what)).toEqual(['udp', 'tcp', 'ping', 'dns'])
})

test('the same over the console’s own IP stands beside it, and what both tell is said', async () => {
  const { tried, ask, verdict, at, done } = await opened('sim:sim7600')
  expect((await tried('tcp', 'echo.example:7', { text: 'x' })).together).toBeNull()
  await done('sockets.run', { slot, what: 'http', target: 'http://silent.example/' })
  await ask('connect.start', { slot, target: { ...soracom, cmux: true } })
  await verdict(slot)
  const both = await tried('tcp', 'echo.example:7', { text: 'x', over: 'console' })
  expect(both.together?.en).toMatch(/^It works over both: .* ms .*, .* ms /)
  expect(both.outcome.steps.map(({ id }) => id)).toEqual(['dns', 'open', 'send', 'receive'])
  for (const [what, target] of [
    ['udp', 'echo.example:7'],
    ['dns', 'example.com'],
    ['ping', 'example.com'],
    ['http', 'http://example.com/'],
  ] as const)
    expect((await tried(what, target, { text: 'x', over: 'console' })).outcome.ok).toBe(true)
  const none = await tried('dns', 'nothing.example', { over: 'console' })
  expect(none.outcome).toMatchObject({ ok: false, trouble: { cause: 'dns' } })
  expect(await at('AT')).toMatchObject({ ok: true })
})

test.each([
  ['dns', 'nothing.example', 'dns', /could not be resolved/],
  ['tcp', 'nothing.example:7', 'dns', /could not be resolved/],
  ['tcp', 'example.com:9', 'other', /unknown error/],
  ['ping', 'silent.example', 'timeout', /None of 4 pings/],
  ['udp', 'example.com:9', 'timeout', /Nothing came back within 10 s/],
] as const)(
  '%s %s fails with a cause or with what was said',
  async (what, target, cause, words) => {
    const { tried } = await opened('sim:sim7672')
    const { outcome, together } = await tried(what, target, { text: 'x' })
    expect(outcome).toMatchObject({ ok: false, trouble: { cause, finding: null } })
    expect(outcome.words.en).toMatch(words)
    expect(together).toBeNull()
  },
)

test('a try without a target that it can have sends nothing', async () => {
  const { tried, done } = await opened('sim:sim7672')
  for (const [what, target] of [
    ['dns', 'http://example.com/'],
    ['tcp', 'example.com'],
    ['udp', 'example.com:70000'],
    ['tls', 'example.com'],
    ['http', 'example.com'],
    ['mqtt', 'broker.example'],
  ] as const)
    expect(await tried(what, target).catch(refusal)).toMatch(/^(bad-input|http-bad-url) /)
  const log = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(log.text).toContain('AT')
  expect(log.text).not.toMatch(/NETOPEN|CDNSGIP|CIPOPEN|HTTPINIT|CMQTT/)
})

test('a try that is cancelled while it waits ends at once, and what it opened is closed', async () => {
  const { ask, clock, read } = await opened('sim:sim7672')
  const wish = { slot, what: 'udp', target: 'example.com:9', text: 'x' } as const
  const run = ask('sockets.run', wish).catch(refusal)
  await clock.advance(4_000)
  await ask('at.cancel', { slot })
  expect(await clock.until(run, 5_000)).toMatch(/^at-cancelled/)
  expect(await read()).toMatchObject({ open: false, outcomes: [] })
})

test('a modem that is not registered is waited for, and told as that after a minute', async () => {
  const { tried, simulators, clock } = await opened('sim:sim7672')
  simulators.control('sim:sim7672', 'lose-cells')
  await clock.advance(60_000)
  const { outcome } = await tried('tcp', 'echo.example:7')
  expect(outcome).toMatchObject({
    ok: false,
    trouble: { cause: 'context' },
    steps: [{ id: 'registration', ok: false }],
  })
  expect(outcome.words.en).toMatch(/did not register within 60 s.*modem-bench connect PORT/)
})

test.each([
  ['sim:sim7672', ['registration', 'context', 'dns']],
  // It does not tell of its context: the attach has it.
  ['sim:sara-r4#16', ['registration', 'dns']],
])('%s, just opened, is tried as soon as it is registered', async (path, ids) => {
  const { ask, clock, end } = await benchFixture()
  await ask('port.open', { slot, path })
  const run = { slot, what: 'dns', target: 'echo.example' } as const
  const { outcome } = await clock.until(ask('sockets.run', run), 120_000)
  expect(outcome.ok).toBe(true)
  expect(outcome.steps.map(({ id }) => id)).toEqual(ids)
  await end()
})

test('a modem of no known family is told from one that refuses, and a port with data is not asked', async () => {
  const unknown = await opened('sim:generic')
  expect(await unknown.read()).toMatchObject({ family: null, tries: [], open: null })
  expect(await unknown.tried('dns', 'example.com').catch(refusal)).toMatch(/^sockets-unknown GM-1/)
  const online = await opened('sim:sim7600')
  await online.ask('connect.start', { slot, target: soracom })
  await online.verdict(slot)
  expect(await online.tried('dns', 'example.com').catch(refusal)).toMatch(/^at-not-command-mode/)
})

test('HTTP over the modem’s stack tells the answer, and an error of the server from one of the way', async () => {
  const { tried } = await opened('sim:sim7672')
  const { outcome } = await tried('http', 'http://example.com/')
  expect(outcome).toMatchObject({ ok: true })
  expect(outcome.words.en).toMatch(/works over the modem’s stack: 200, 15 octets in/)
  expect((await tried('http', 'https://example.com/')).outcome.ok).toBe(true)
  for (const [url, cause, words] of [
    ['http://metadata.soracom.io/none', 'other', /answered 404: the way there works/],
    ['http://nothing.example/', 'dns', /Its manual: DNS failed/],
    ['https://pong.soracom.io/', 'other', /Its manual: connection failed/],
  ] as const) {
    const failed = await tried('http', url)
    expect(failed.outcome).toMatchObject({ ok: false, trouble: { cause, finding: null } })
    expect(failed.outcome.words.en).toMatch(words)
  }
})

test('a handshake that fails is tried again with SNI on, which is put back, and SNI is named as the cause', async () => {
  const { tried, done, read } = await opened('sim:sim7672')
  const { outcome } = await tried('http', 'https://named.example/')
  expect(outcome).toMatchObject({ ok: false, trouble: { cause: 'tls', finding: 'sni-off' } })
  expect(outcome.words.en).toMatch(/SNI is off: with the name sent it works/)
  expect((await read()).tls).toEqual({ sni: false, verify: false, ca: '' })
  await done('sockets.tls', { slot, sni: true })
  expect((await read()).tls).toMatchObject({ sni: true })
  expect((await tried('http', 'https://named.example/')).outcome.ok).toBe(true)
})

test.each([
  ['sim:sim7672', ['context', 'dns', 'start', 'tls', 'open'], 'tls', /DNS|name/],
  ['sim:sim7600', ['context', 'dns', 'start', 'tls', 'open'], 'tls', /DNS|name/],
  ['sim:ec25', ['context', 'dns', 'open'], 'other', /DNS|name/],
] as const)('%s: a handshake is tried, explained, and everything closed again', async (...row) => {
  const [path, ids, cause, words] = row
  const { tried, read, done, at } = await opened(path)
  expect((await read()).tries).toContain('tls')
  const agreed = await tried('tls', 'example.com:443')
  expect(agreed.outcome.words.en).toMatch(/works over the modem’s stack: open after /)
  expect(agreed.outcome.steps.map(({ id }) => id)).toEqual(ids)
  const refused = await tried('tls', 'named.example:443')
  expect(refused.outcome).toMatchObject({ ok: false, trouble: { cause, finding: 'sni-off' } })
  await done('sockets.tls', { slot, sni: true })
  expect((await tried('tls', 'named.example:443')).outcome.ok).toBe(true)
  const none = await tried('tls', 'nothing.example:443')
  expect(none.outcome).toMatchObject({ ok: false, trouble: { cause: 'dns' } })
  expect(none.outcome.words.en).toMatch(words)
  // Nothing is left open: the same is taken again, by whoever asks.
  expect((await read()).open).toBe(false)
  expect((await tried('tls', 'example.com:443')).outcome.ok).toBe(true)
  expect(await at(path === 'sim:ec25' ? 'AT+QSSLCLOSE=11' : 'AT+CCHSTOP')).toMatchObject({
    ok: false,
  })
})

test('a service of TLS that runs already is used, and left so', async () => {
  const { tried, at, clock } = await opened('sim:sim7672')
  await at('AT+CGACT=1,1')
  expect(await at('AT+CCHSTART')).toMatchObject({ ok: true })
  await clock.advance(2_000)
  expect((await tried('tls', 'example.com:443')).outcome.ok).toBe(true)
  expect(await at('AT+CCHSTOP')).toMatchObject({ ok: true })
})

test('a family without sockets of TLS says so', async () => {
  const { tried, read } = await opened('sim:sara-r4#33')
  expect((await read()).tries).not.toContain('tls')
  expect(await tried('tls', 'example.com:443').catch(refusal)).toMatch(/^sockets-no-tls /)
})

test('a certificate that cannot be checked is told as a CA that is missing, or as the wrong one', async () => {
  const { tried, done } = await opened('sim:sim7672')
  await done('sockets.tls', { slot, verify: true })
  const missing = await tried('http', 'https://example.com/')
  expect(missing.outcome.trouble).toMatchObject({ cause: 'certificate', finding: 'ca-missing' })
  expect(missing.outcome.words.en).toMatch(/no CA is set.*Load the CA under Files/)
  const load = (name: string, text: string) =>
    done('files.upload', {
      slot,
      kind: 'certificate',
      name,
      base64: Buffer.from(text).toString('base64'),
    })
  await load('key.pem', '-----BEGIN PRIVATE KEY-----\nMII=\n-----END PRIVATE KEY-----\n')
  await load('ca.pem', '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n')
  await done('sockets.tls', { slot, ca: 'key.pem' })
  const wrong = await tried('http', 'https://example.com/')
  expect(wrong.outcome.trouble).toMatchObject({ finding: 'ca-wrong' })
  await done('sockets.tls', { slot, ca: 'ca.pem' })
  expect((await tried('http', 'https://example.com/')).outcome.ok).toBe(true)
})

test('MQTT over the modem’s stack: the message is back, the login in no export', async () => {
  const { tried, read, done } = await opened('sim:sim7600')
  const login = { user: 'ann', password: 's3cret-word' }
  const target = 'mqtt://broker.example'
  const { outcome } = await tried('mqtt', target, { ...login, text: 'Grüße' })
  expect(outcome.words.en).toMatch(
    /works over the modem’s stack: connected after .* back after .* the same/,
  )
  expect(outcome.steps.map(({ id }) => id)).toEqual([
    ...['start', 'begin', 'connect', 'subscribe', 'publish', 'publish', 'publish', 'receive'],
  ])
  expect(await read()).toMatchObject({ open: false })
  const { text } = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).toContain('+CMQTTRXEND: 1')
  expect(text).toMatch(/AT\+CMQTTSTOP/)
  expect(text).not.toMatch(/"ann"|s3cret-word/)
})

test('MQTT: SNI that is off is shown as the cause, and a broker that refuses is told from one that is away', async () => {
  const { tried, simulators, read } = await opened('sim:sim7672')
  const { outcome } = await tried('mqtt', 'mqtts://broker.example')
  expect(outcome).toMatchObject({ ok: false, trouble: { cause: 'tls', finding: 'sni-off' } })
  expect((await read()).tls).toMatchObject({ sni: false })
  for (const [value, cause, words] of [
    ['refuses', 'login', /refused the log-in: check user.*bad user name or password/],
    ['away', 'closed', /socket closed by the server/],
  ] as const) {
    simulators.control('sim:sim7672', 'broker', value)
    const failed = await tried('mqtt', 'mqtt://broker.example')
    expect(failed.outcome).toMatchObject({ ok: false, trouble: { cause, finding: null } })
    expect(failed.outcome.words.en).toMatch(words)
  }
  const none = await tried('mqtt', 'mqtt://nothing.example')
  expect(none.outcome).toMatchObject({ trouble: { cause: 'dns' } })
})
