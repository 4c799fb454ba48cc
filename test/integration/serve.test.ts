import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect as tlsConnect } from 'node:tls'
import { type Running, startCli } from '../support/cli'
import { runCli } from '../support/command'
import { socketClient, upgrade } from '../support/socket-client'

/** Of a request with these headers, Host among them: its type, what it asks for, and what it says. */
async function answerOf(url: URL, headers: { readonly [name: string]: string }) {
  const [answer] = (await once(get(url, { headers }), 'response')) as [IncomingMessage]
  let text = ''
  for await (const piece of answer.setEncoding('utf8')) text += String(piece)
  return {
    type: answer.headers['content-type'],
    asks: answer.headers['www-authenticate'],
    body: JSON.parse(text) as unknown,
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

describe('modem-bench serve', () => {
  let folder: string
  let running: Running[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-serve-'))
  })
  afterEach(async () => {
    for (const program of running.splice(0)) await program.stop('SIGTERM')
    running = []
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const env = () => ({ MODEM_BENCH_DATA: folder })
  async function served(more: readonly string[] = [], port = 0) {
    const host = startCli(['serve', '--port', String(port), ...more], { env: env() })
    running.push(host)
    const [, address] = await host.said(/(https?:\S+)\n/)
    return { host, url: new URL(address ?? '') }
  }
  const statusOf = async (url: URL, token?: string, headers: Record<string, string> = {}) => {
    const { status, socket } = await upgrade(url, {
      ...(token === undefined ? {} : { token }),
      headers,
    })
    socket?.destroy()
    return status
  }
  const ofPage = (url: URL) => ({ Origin: url.origin })

  test('lets in who has the token, and nobody else', async () => {
    const { url } = await served()
    const token = url.searchParams.get('token') ?? ''
    expect(url.hostname).toBe('127.0.0.1')
    expect(await statusOf(url, token, ofPage(url))).toBe(101)
    expect(await statusOf(url, undefined, ofPage(url))).toBe(401)
    expect(await statusOf(url, token.slice(0, -1), ofPage(url))).toBe(401)
    expect(await statusOf(url, token, { Origin: 'http://evil.example' })).toBe(403)
  })

  test('takes the token of a program as a bearer token alone, since browsers always say their page', async () => {
    const { url } = await served()
    const token = url.searchParams.get('token') ?? ''
    expect(await statusOf(url, token)).toBe(401)
    expect(await statusOf(url, undefined, { Authorization: `Bearer ${token}` })).toBe(101)
    expect(await statusOf(url, undefined, { Authorization: 'Bearer wrong' })).toBe(401)
  })

  test('answers to its own names alone, so that no name of another one leads a browser here', async () => {
    const { url } = await served()
    const token = url.searchParams.get('token') ?? ''
    const evil = { Host: 'evil.example', Origin: 'http://evil.example' }
    expect(await statusOf(url, token, evil)).toBe(421)
    const page = await upgrade(new URL('/', url), { headers: { Host: 'evil.example' } })
    expect(page.status).toBe(421)
    const other = await answerOf(url, { Host: 'evil.example', 'Accept-Language': 'ja' })
    expect(other).toMatchObject({
      type: 'application/problem+json; charset=utf-8',
      body: { status: 421, code: 'other-name', title: expect.stringMatching(/ホスト名/) },
    })
    const nothing = await answerOf(new URL('/nothing', url), {})
    expect(nothing).toMatchObject({
      type: 'application/problem+json; charset=utf-8',
      body: { status: 404, code: 'nothing-here' },
    })
    const figures = await answerOf(new URL('/metrics', url), {})
    expect(figures).toMatchObject({
      type: 'application/problem+json; charset=utf-8',
      asks: 'Bearer realm="modem-bench"',
      body: { status: 401, code: 'no-token' },
    })
  })

  test('is opened through a proxy that speaks TLS by the address it was told', async () => {
    const port = await freePort()
    const { url } = await served(['--public-url', 'https://bench.example'], port)
    expect(url.origin).toBe('https://bench.example')
    const token = url.searchParams.get('token') ?? ''
    const here = new URL(`http://127.0.0.1:${port}`)
    const page = { Origin: 'https://bench.example' }
    expect(await statusOf(here, token, { ...page, Host: 'bench.example' })).toBe(101)
    expect(await statusOf(here, token, page)).toBe(101)
    expect(await statusOf(here, token, { ...page, Origin: 'https://other.example' })).toBe(403)
  })

  test('says who tried a wrong token, and not which', async () => {
    const { host, url } = await served()
    await statusOf(url, 'a-token-that-somebody-guessed', ofPage(url))
    await host.complained(/"from":"127\.0\.0\.1".*"refused":"token"/)
    expect(host.err()).not.toContain('guessed')
  })

  test('whoever has the token for reading looks, and sends nothing', async () => {
    const { url } = await served(['--read-token-file', join(folder, 'read')])
    const token = readFileSync(join(folder, 'read'), 'utf8').trim()
    const reader = await socketClient(url, { token })
    const { presets, readOnly } = await reader.call('app.snapshot')
    expect(readOnly).toBe(true)
    expect(presets.every(({ password }) => password === '')).toBe(true)
    for (const call of [
      () => reader.call('port.open', { slot: 'a', path: 'sim:sim7672' }),
      () => reader.call('at.send', { slot: 'a', text: 'AT' }),
      () => reader.call('settings.change', { pollOn: false }),
    ])
      await expect(call()).rejects.toMatchObject({ error: { code: 'read-only' } })
    reader.end()
  })

  test('names of simulated modems lead to no file of the computer', async () => {
    const { url } = await served()
    const token = url.searchParams.get('token') ?? ''
    const window = await socketClient(url, { token })
    const secret = join(folder, 'secret.txt')
    writeFileSync(secret, 'root:*:20228:0:99999:7:::\n')
    mkdirSync(join(folder, 'files'))
    symlinkSync(secret, join(folder, 'files', 'link'))
    writeFileSync(join(folder, 'files', 'night.txt'), 'at 3h cut-session\n')
    for (const path of [secret, '../secret.txt', 'link', '/etc/passwd', 'nowhere'])
      for (const name of [`sim:sim7672?scenario=${path}`, `sim:replay?file=${path}`]) {
        const opened = window.call('port.open', { slot: 'a', path: name })
        await expect(opened).rejects.toThrow(/no such file in the folder of this console/)
        await expect(opened).rejects.not.toThrow(/root:|20228/)
      }
    await window.call('port.open', { slot: 'a', path: 'sim:sim7672?scenario=night.txt' })
    window.end()
  })

  test('lets in so many windows and no more', async () => {
    const { url } = await served()
    const token = url.searchParams.get('token') ?? ''
    const headers = { Authorization: `Bearer ${token}` }
    const open = await Promise.all(Array.from({ length: 32 }, () => upgrade(url, { headers })))
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set([101]))
    expect(await statusOf(url, undefined, headers)).toBe(503)
    for (const { socket } of open) socket?.destroy()
    await expect.poll(() => statusOf(url, undefined, headers)).toBe(101)
  })

  test('speaks HTTPS with a certificate of its own, the same at every start', async () => {
    const prints: string[] = []
    for (let run = 0; run < 2; run++) {
      const { host, url } = await served(['--tls', 'self'])
      expect(url.protocol).toBe('https:')
      const [, told = ''] = await host.complained(/SHA-256: (\S+)/)
      prints.push(told)
      const shown = await new Promise<string>((resolve, reject) => {
        const wire = tlsConnect(
          Number(url.port),
          '127.0.0.1',
          { rejectUnauthorized: false },
          () => {
            const { fingerprint256, subjectaltname = '' } = wire.getPeerCertificate()
            wire.destroy()
            resolve(`${fingerprint256} ${subjectaltname.includes('127.0.0.1')}`)
          },
        )
        wire.once('error', reject)
      })
      expect(shown).toBe(`${told} true`)
      await host.stop('SIGTERM')
    }
    expect(prints[1]).toBe(prints[0])
  })

  test('listening everywhere, it prints addresses that people can open', async () => {
    const { host, url } = await served(['--host', '0.0.0.0'])
    expect(url.hostname).toBe('127.0.0.1')
    expect(host.out()).not.toContain('0.0.0.0')
    await host.complained(/not encrypted/)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'ends at %s though a browser holds on',
    async (signal) => {
      const { host, url } = await served()
      const page = await fetch(url)
      expect(page.status).toBe(200)
      const idle = connect(Number(url.port), url.hostname)
      // A window that went to sleep with its computer: the socket is there, and nobody answers.
      idle.on('error', () => undefined)
      const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13'
      const key = 'Sec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1Ng=='
      const ask = `GET /socket${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nOrigin: ${url.origin}`
      idle.write(`${ask}\r\n${upgrade}\r\n${key}\r\n\r\n`)
      const [first] = await once(idle, 'data')
      expect(String(first)).toMatch(/^HTTP\/1.1 101/)
      const ended = await host.stop(signal)
      idle.destroy()
      expect(ended.code).toBe(0)
    },
  )

  test('says that the port is taken, and what to do', async () => {
    const { url } = await served()
    const second = await runCli(['serve', '--port', url.port], { env: env() })
    expect(second.code).toBe(2)
    expect(second.err).toMatch(/another program listens there already.*--port/)
  })

  test('keeps its token in the data folder for its owner alone, the same at every start', async () => {
    const first = await served()
    const token = first.url.searchParams.get('token')
    const file = join(folder, 'token')
    expect(readFileSync(file, 'utf8').trim()).toBe(token)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    await first.host.stop('SIGTERM')
    const second = await served()
    expect(second.url.searchParams.get('token')).toBe(token)
    expect((await runCli(['token'], { env: env() })).out.trim()).toBe(token)
  })

  describe('with a file for the token', () => {
    const file = () => join(folder, 'token')
    const serveWithFile = async () => {
      const host = startCli(['serve', '--port', '0', '--token-file', file()], { env: env() })
      running.push(host)
      const [, address = ''] = await host.said(/(http:\S+)\n/)
      return { host, url: new URL(address) }
    }
    const kept = () => readFileSync(file(), 'utf8').trim()

    test('makes the file for its owner alone, takes the token from it, and never prints it', async () => {
      const first = await serveWithFile()
      const token = kept()
      if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600)
      expect(first.url.search).toBe('')
      expect(await statusOf(first.url, token, ofPage(first.url))).toBe(101)
      expect(await statusOf(first.url, undefined, ofPage(first.url))).toBe(401)
      const ended = await first.host.stop('SIGTERM')
      expect(ended.out + ended.err).not.toContain(token)
      expect(ended.err).toContain(file())
      const second = await serveWithFile()
      expect(kept()).toBe(token)
      expect(await statusOf(second.url, token, ofPage(second.url))).toBe(101)
    })

    // Windows keeps rights elsewhere.
    const readByAll = process.platform === 'win32' ? [] : [0o644]
    test.each([
      { text: '', mode: 0o600, expected: /it holds no token/ },
      { text: 'secret\n', mode: 0o600, expected: /at least 16/ },
      { text: 'a-token-of-some-length\nand-another\n', mode: 0o600, expected: /one line/ },
      ...readByAll.map((mode) => ({
        text: 'a-token-of-some-length\n',
        mode,
        expected: /chmod 600/,
      })),
    ])('refuses a file with $text ($mode)', async ({ text, mode, expected }) => {
      writeFileSync(file(), text, { mode })
      chmodSync(file(), mode)
      const ended = await runCli(['serve', '--port', '0', '--token-file', file()], { env: env() })
      expect(ended.code).toBe(2)
      expect(ended.err).toMatch(expected)
      expect(ended.out).toBe('')
    })

    test('keeps all in the folder of --data', async () => {
      const own = join(folder, 'own')
      await served(['--data', own])
      expect(statSync(join(own, 'token')).isFile()).toBe(true)
      expect(() => statSync(join(folder, 'token'))).toThrow('ENOENT')
    })

    test('says that the folder of the file is missing', async () => {
      const path = join(folder, 'nowhere', 'token')
      const ended = await runCli(['serve', '--port', '0', '--token-file', path], { env: env() })
      expect(ended.code).toBe(2)
      expect(ended.err).toContain('Make the folder first')
    })
  })

  test.each([
    [['--port', 'http'], /expected a number from 0 to 65535/],
    [['--host', '192.0.2.7', '--port', '0'], /this computer has no such address; 127/],
    [['--host', '300.1.1.1', '--port', '0'], /not an IPv4 address: four numbers/],
    [['--public-url', 'bench.example'], /expected an address such as/],
    [['--tls-cert', 'a.pem'], /go together/],
    [['--tls', 'self', '--tls-cert', 'a.pem', '--tls-key', 'b.pem'], /give one of them/],
    [
      ['--tls-cert', 'nowhere.pem', '--tls-key', 'b.pem'],
      /--tls-cert nowhere.pem: there is no such file/,
    ],
  ])('%j is refused with what was expected', async (args, expected) => {
    const ended = await runCli(['serve', ...args], { env: env() })
    expect(ended.err).toMatch(expected)
    expect(ended.code).toBe(2)
  })
})
