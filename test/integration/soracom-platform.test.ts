import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runCli } from '../support/command'
import { iccid, imsi, login, SoracomApi } from '../support/soracom-api'

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
