import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCli, type Running, startCli } from '../support/cli'

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
  async function served() {
    const host = startCli(['serve', '--port', '0'], { env: env() })
    running.push(host)
    const [, address] = await host.said(/(http:\S+)\n/)
    return { host, url: new URL(address ?? '') }
  }
  /** What the host answers to a WebSocket that somebody opens. */
  const upgraded = (url: URL, path: string, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      const request = get(new URL(path, url), {
        agent: false,
        headers: {
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'MTIzNDU2Nzg5MDEyMzQ1Ng==',
          ...headers,
        },
      })
      request.once('response', (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      request.once('upgrade', (response, socket) => {
        socket.destroy()
        resolve(response.statusCode ?? 0)
      })
      request.once('error', reject)
    })

  test('lets in who has the token, and nobody else', async () => {
    const { url } = await served()
    const token = url.searchParams.get('token') ?? ''
    expect(url.hostname).toBe('127.0.0.1')
    expect(await upgraded(url, `/socket?token=${token}`)).toBe(101)
    expect(await upgraded(url, '/socket')).toBe(403)
    expect(await upgraded(url, `/socket?token=${token.slice(0, -1)}`)).toBe(403)
    const foreign = { Origin: 'http://evil.example' }
    expect(await upgraded(url, `/socket?token=${token}`, foreign)).toBe(403)
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
      const ask = `GET /socket${url.search} HTTP/1.1\r\nHost: ${url.host}`
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
      expect(await upgraded(first.url, `/socket?token=${token}`)).toBe(101)
      expect(await upgraded(first.url, '/socket')).toBe(403)
      const ended = await first.host.stop('SIGTERM')
      expect(ended.out + ended.err).not.toContain(token)
      expect(ended.err).toContain(file())
      const second = await serveWithFile()
      expect(kept()).toBe(token)
      expect(await upgraded(second.url, `/socket?token=${token}`)).toBe(101)
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

    test('says that the folder of the file is missing', async () => {
      const path = join(folder, 'nowhere', 'token')
      const ended = await runCli(['serve', '--port', '0', '--token-file', path], { env: env() })
      expect(ended.code).toBe(2)
      expect(ended.err).toContain('Make the folder first')
    })
  })

  test.each([
    [['--port', 'http'], /expected a number from 0 to 65535/],
    [['--host', '192.0.2.7', '--port', '0'], /this computer has no such address/],
  ])('%j is refused with what was expected', async (args, expected) => {
    const ended = await runCli(['serve', ...args], { env: env() })
    expect(ended.err).toMatch(expected)
    expect(ended.code).toBe(2)
  })
})
