import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { askHttp } from '@platform/soracom/ask-http'
import { soracomAccess } from '@platform/soracom/soracom-access'
import { pem } from '../../support/tls-server'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
async function port(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const serving = async (answer: RequestListener) =>
  `http://127.0.0.1:${await port(createServer(answer))}`
const ask = (url: string, timeoutMs = 5_000) =>
  askHttp({ method: 'GET', url, headers: { 'x-soracom-token': 'T0kenOfTheTest' }, timeoutMs })
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  )

test('an answer comes with its status and the headers that count', async () => {
  const url = await serving((request, response) => {
    response.writeHead(429, { 'retry-after': '30', date: 'Sun, 29 Nov 2026 12:00:00 GMT' })
    response.end(JSON.stringify({ token: request.headers['x-soracom-token'], text: '日本' }))
  })
  expect(await ask(`${url}/v1/sims`)).toEqual({
    status: 429,
    text: '{"token":"T0kenOfTheTest","text":"日本"}',
    date: 'Sun, 29 Nov 2026 12:00:00 GMT',
    retryAfter: '30',
  })
})

test('a redirect is an answer, and no key goes where it points', async () => {
  let followed = false
  const elsewhere = await serving((_request, response) => {
    followed = true
    response.end()
  })
  const url = await serving((_request, response) => {
    response.writeHead(302, { location: elsewhere })
    response.end()
  })
  expect((await ask(url)).status).toBe(302)
  expect(followed).toBe(false)
})

test('nobody there, nobody who answers, and an answer without end are told, without path or header', async () => {
  const silent = await serving(() => undefined)
  const endless = await serving((_request, response) => {
    // Newer versions of Node call back at once where the socket is gone: without a turn between, that would never end.
    const more = () =>
      void response.write('x'.repeat(65_536), (error) => {
        if (!error && !response.destroyed) setImmediate(more)
      })
    more()
  })
  const errors = [
    await failure(ask('http://127.0.0.1:9/v1/sims/89423100000000004305')),
    await failure(ask(`${silent}/v1/sims/89423100000000004305`, 50)),
    await failure(ask(endless)),
  ]
  expect(errors.map((error) => faultCode(error))).toEqual([
    'soracom-unreachable',
    'soracom-unreachable',
    'soracom-odd-answer',
  ])
  for (const error of errors) expect(String(error)).not.toMatch(/T0ken|89423/)
})

test('a certificate that does not hold is told as that', async () => {
  const identity = { key: pem('server.key'), cert: pem('future.pem') }
  const server = createTlsServer(identity, (_request, response) => void response.end())
  const url = `https://127.0.0.1:${await port(server)}`
  expect(faultCode(await failure(ask(url)))).toBe('soracom-certificate')
})

test.each([
  [{ MODEM_BENCH_SORACOM_API: 'http://example.com' }, /expected https/],
  [{ MODEM_BENCH_SORACOM_API: 'nonsense' }, /expected https/],
])('%j is refused when it is wanted', (variables, said) => {
  expect(() => soracomAccess(variables).endpoint).toThrow(said)
})

test('the environment names who is to be signed in', () => {
  const of = (variables: Record<string, string>) => soracomAccess(variables).login
  expect(of({})).toBeUndefined()
  expect(of({ MODEM_BENCH_SORACOM_AUTH_KEY_ID: 'keyId-1' })).toBeUndefined()
  expect(
    of({
      MODEM_BENCH_SORACOM_AUTH_KEY_ID: 'keyId-1',
      MODEM_BENCH_SORACOM_AUTH_KEY: 'secret-1',
      MODEM_BENCH_SORACOM_COVERAGE: 'g',
    }),
  ).toEqual({ way: 'key', coverage: 'g', authKeyId: 'keyId-1', authKey: 'secret-1' })
  expect(of({ MODEM_BENCH_SORACOM_PROFILE: 'bench' })).toEqual({
    way: 'cli',
    coverage: 'jp',
    profile: 'bench',
  })
  const bad = { MODEM_BENCH_SORACOM_PROFILE: 'bench', MODEM_BENCH_SORACOM_COVERAGE: 'eu' }
  expect(() => of(bad)).toThrow(/expected jp or g/)
})
