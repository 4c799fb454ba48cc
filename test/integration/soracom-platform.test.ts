import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { atFront } from '../support/at-front'
import { runCli } from '../support/command'
import { hasSlirp } from '../support/slirp'
import { iccid, imsi, login, SoracomApi } from '../support/soracom-api'
import { freePort } from '../support/tls-peers'

const api = new SoracomApi(() => Date.now())
let served: Awaited<ReturnType<SoracomApi['serve']>>
beforeAll(async () => {
  served = await api.serve()
})
afterAll(() => served.close())
beforeEach(() => {
  api.events = []
  api.sim.sessionStatus.online = false
})

const ask = (words: readonly string[], more: { input?: string; env?: object } = {}) =>
  runCli(['soracom', 'platform', ...words], {
    ...(more.input === undefined ? {} : { input: more.input }),
    env: {
      MODEM_BENCH_SORACOM_API: served.url,
      MODEM_BENCH_SORACOM_AUTH_KEY_ID: login.authKeyId,
      MODEM_BENCH_SORACOM_AUTH_KEY: login.authKey,
      ...more.env,
    },
  })

test('the SIM of a modem, and one without a modem, by a key that is in no output', async () => {
  api.happened('Created', { apn: 'soracom.io', ueIpAddress: '10.140.0.9' })
  const { out, err, code } = await ask(['status', 'sim:sim7672?speed=fast', '--lang', 'en'])
  expect(err).not.toMatch(/Error/)
  expect(out).toMatch(/^SIM: 89423100000000004305 {2}bench modem\nStatus: active\nSession: online/)
  expect(out).toMatch(/session created {2}soracom.io {2}10.140.0.9/)
  expect(code).toBe(0)

  const deleted = await ask(['delete-session', '--sim', imsi, '--json', '--no-journal'])
  expect(JSON.parse(deleted.out)).toMatchObject({
    sim: { simId: iccid, online: false },
    events: [{ event: 'Deleted' }, { event: 'Created' }],
  })
  const again = await ask(['delete-session', '--sim', iccid, '--no-journal', '--lang', 'ja'])
  expect(again.err).toContain('オフライン')
  expect(again.code).toBe(1)
  expect(api.wrong).toEqual([])
  for (const secret of [login.authKey, login.authKeyId, ...api.secrets])
    for (const said of [out, err, deleted.out, deleted.err, again.out, again.err])
      expect(said).not.toContain(secret)
})

test('a key that is refused, none at all, a server that is not there, an option that is wrong', async () => {
  const sim = ['--sim', iccid, '--no-journal', '--lang', 'en']
  const wrong = await ask(
    ['status', ...sim, '--auth-key-id', 'keyId-0000', '--auth-key-file', '-'],
    { input: 'secret-Wr0ngS3cret0fTheTest\n' },
  )
  expect(wrong.err).toMatch(/refuses to sign this account in/)
  expect(wrong.err).not.toContain('Wr0ngS3cret0fTheTest')
  const nobody = await ask(['status', ...sim], {
    env: { MODEM_BENCH_SORACOM_AUTH_KEY_ID: '', MODEM_BENCH_SORACOM_AUTH_KEY: '' },
  })
  expect(nobody.err).toMatch(/Nobody is signed in[^]*--profile NAME/)
  const away = await ask(['status', ...sim], {
    env: { MODEM_BENCH_SORACOM_API: 'http://127.0.0.1:9' },
  })
  expect(away.err).toMatch(/cannot be reached from this computer. 127.0.0.1:9/)
  const clear = await ask(['status', ...sim], {
    env: { MODEM_BENCH_SORACOM_API: 'http://example.com' },
  })
  expect(clear.err).toMatch(/expected https:/)
  const both = await ask(['status', 'sim:sim7672', ...sim])
  expect([wrong.code, nobody.code, away.code, clear.code, both.code]).toEqual([1, 1, 1, 2, 2])
})

// The platform's API is the mock, its gate slirp: a port of this computer that leads through PPP to our own host behind the modem.
test.skipIf(!hasSlirp)(
  'Napter is tried from outside to behind the modem, and its mapping is gone afterwards',
  async () => {
    const gate = { outside: await freePort(), inside: 8022 }
    api.gate = { hostname: '127.0.0.1', ipAddress: '127.0.0.1', port: gate.outside }
    const before = api.mappings.length
    const front = await atFront(gate)
    const env = {
      MODEM_BENCH_SORACOM_API: served.url,
      MODEM_BENCH_SORACOM_AUTH_KEY_ID: login.authKeyId,
      MODEM_BENCH_SORACOM_AUTH_KEY: login.authKey,
    }
    // The card that the modem's answers tell.
    const { sim } = api
    api.sim = { ...sim, simId: '89423100000000000007' }
    const napter = ['soracom', front.path, 'napter', '--device-port', '8022']
    const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
    try {
      const tried = await runCli([...napter, ...account, '--json'], { env })
      expect(tried).toMatchObject({ code: 0 })
      expect(JSON.parse(tried.out)).toMatchObject({
        ok: true,
        facts: {
          endpoint: `127.0.0.1:${gate.outside}`,
          devicePort: 8022,
          how: 'answered',
          arrived: true,
          removed: true,
        },
      })
      expect(api.asked).toContain(`DELETE /port_mappings/127.0.0.1/${gate.outside}`)
      expect(api.mappings).toHaveLength(before)
      // The gate leads to 8022 still, where nobody listens then: slirp takes none of its connections.
      const astray = await runCli([...napter.slice(0, -1), '9022', ...account, '--lang', 'ja'], {
        env,
      })
      expect(astray.code).toBe(1)
      expect(astray.out).toContain('接続できません')
      const nobody = await runCli([...napter, ...account, '--lang', 'en'])
      expect(nobody.code).toBe(1)
      expect(nobody.err).toMatch(/Nobody is signed in[^]*--profile NAME/)
      // That costs no connection.
      expect(front.commands.filter((command) => command.startsWith('ATD'))).toHaveLength(2)
      expect(api.wrong).toEqual([])
    } finally {
      api.sim = sim
      await front.remove()
    }
  },
)
