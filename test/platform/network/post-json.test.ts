import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { postJson } from '@platform/network/post-json'

let end: () => Promise<void> = async () => undefined
afterEach(() => end())

async function serverThat(answers: RequestListener): Promise<string> {
  const server = createServer(answers)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  end = () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}
const options = { timeoutMs: 10_000, signal: new AbortController().signal }

test('what is posted arrives as JSON, with the login of the address as HTTP Basic', async () => {
  const seen: string[] = []
  const where = await serverThat((request, response) => {
    const { method, url, headers } = request
    request.setEncoding('utf8').on('data', (body: string) => {
      seen.push(`${method} ${url} ${headers['content-type']} ${headers.authorization} ${body}`)
      response.writeHead(202).end('thanks')
    })
  })
  expect(await postJson(`http://me:p%40ss@${where}/hook?k=1`, '{"a":1}', options)).toEqual({
    status: 202,
  })
  const login = Buffer.from('me:p@ss').toString('base64')
  expect(seen).toEqual([`POST /hook?k=1 application/json Basic ${login} {"a":1}`])
})

test('a redirect is told, and not followed', async () => {
  let asked = 0
  const where = await serverThat((_request, response) => {
    asked++
    response.writeHead(302, { location: '/other' }).end()
  })
  expect(await postJson(`http://${where}/`, '{}', options)).toEqual({ status: 302 })
  expect(asked).toBe(1)
})

test('nobody there, and nobody who answers, are told in words without the address', async () => {
  const silent = await serverThat(() => undefined)
  const waited = postJson(`http://${silent}/secret`, '{}', { ...options, timeoutMs: 50 })
  await expect(waited).rejects.toMatchObject({ said: { en: 'no answer within 0.05 s' } })
  await end()
  const refused = await postJson(`http://${silent}/secret`, '{}', options).catch((e: unknown) => e)
  expect(refused).toMatchObject({ code: 'alert-webhook', said: { en: 'nothing listens there' } })
  end = async () => undefined
})
