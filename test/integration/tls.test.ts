import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { concat } from '@core/bytes'
import { faultCode } from '@core/fault'
import { httpTool } from '@core/ip/tools/http'
import { mqttTool, type MqttTool } from '@core/ip/tools/mqtt'
import { tlsTool } from '@core/ip/tools/tls'
import { PcapngWriter } from '@core/log/pcapng'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import { mqttBy } from '@platform/mqtt/run-mqtt'
import { keyLog } from '@platform/tls/key-log'
import { atFront } from '../support/at-front'
import { runCli } from '../support/command'
import { lacksHere } from '../support/needs'
import { patienceMs } from '../support/patience'
import { hasSlirp } from '../support/slirp'
import { slirpLink, type SlirpLink } from '../support/slirp-link'
import { certificate, mosquitto, sServer, type Peer } from '../support/tls-peers'
import { pem } from '../support/tls-server'

// 10.0.2.2 is this computer behind slirp.
const here = '10.0.2.2'
const trust = { ca: pem('ca.pem'), serverName: 'server.test' }
const codeOf = (work: Promise<unknown>) => work.then(() => 'none', faultCode)

/** OpenSSL, mosquitto and slirp: TLS, PPP and the broker are all somebody else's. */
describe.skipIf(!hasSlirp || lacksHere('openssl'))('TLS and MQTT over PPP', () => {
  let link: SlirpLink
  beforeAll(async () => {
    link = await slirpLink()
  })
  afterAll(() => link?.remove())

  async function serving<T extends Peer>(peer: Promise<T>): Promise<T> {
    const one = await peer
    onTestFinished(() => one.remove())
    return one
  }

  test('fetches a page of OpenSSL’s server', async () => {
    const { port } = await serving(sServer('good.pem'))
    const url = `https://${here}:${port}/`
    const { facts } = await httpTool(link.host, { url, tls: trust })
    expect(facts.status).toBe(200)
    expect(facts.text).toContain('TLS_AES_256_GCM_SHA384')
    expect(facts.tls).toMatchObject({ protocol: 'TLSv1.3', trouble: null })
  })

  test.skipIf(lacksHere('tshark'))(
    'its secrets go where SSLKEYLOGFILE says, and tshark reads the page by them',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'modem-bench-keys-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const keys = join(folder, 'keys.txt')
      const { port } = await serving(sServer('good.pem'))
      const rows: LogRow[] = []
      const log = new LogReader({ slot: 'a', knowledge })
      const start = nodeClock.nowMs()
      const hear = (dir: 'rx' | 'tx') => (bytes: Uint8Array) => {
        const time = { atMs: nodeClock.nowMs(), monoUs: nodeClock.monotonicUs() }
        rows.push(...log.push({ slot: 'a', dir, bytes: bytes.slice(), ...time }))
      }
      const own = await slirpLink({ onSecret: keyLog(keys, () => undefined), hear })
      onTestFinished(() => own.remove())
      await httpTool(own.host, { url: `https://${here}:${port}/`, tls: trust })
      rows.push(...log.end(start, nodeClock.monotonicUs()))
      expect(statSync(keys).mode & 0o777).toBe(0o600)
      const writer = new PcapngWriter({ language: 'en' })
      const file = join(folder, 'page.pcapng')
      const blocks = rows.map((row) => writer.row(row))
      writeFileSync(
        file,
        concat([writer.head(), writer.secrets(readFileSync(keys, 'latin1')), ...blocks]),
      )
      const fields = ['-T', 'fields', '-e', 'http.request.uri']
      const ports = ['-d', `tcp.port==${port},tls`, '-d', `tls.port==${port},http`]
      const read = (path: string) =>
        execFileSync('tshark', ['-r', path, ...ports, '-Y', 'http.request', ...fields], {
          stdio: 'pipe',
        })
      expect(read(file).toString().trim()).toBe('/')
      const closed = join(folder, 'closed.pcapng')
      writeFileSync(closed, concat([writer.head(), ...blocks]))
      expect(read(closed).toString().trim()).toBe('')
    },
  )

  test.for([
    ['expired.pem', trust, 'tls-expired'],
    ['future.pem', trust, 'tls-not-yet-valid'],
    ['other.pem', trust, 'tls-wrong-name'],
    ['good.pem', { serverName: 'server.test' }, 'tls-unknown-ca'],
    ['self.pem', trust, 'tls-self-signed'],
    ['below.pem', trust, 'tls-incomplete-chain'],
  ] as const)('%s is judged', async ([name, tls, trouble]) => {
    const { port } = await serving(sServer(name))
    const { ok, facts } = await tlsTool(link.host, { host: here, port, ...tls })
    expect([ok, facts.trouble]).toEqual([false, trouble])
  })

  test('a server that wants a certificate, and one of old versions, are told apart', async () => {
    const wants = await serving(sServer('good.pem', ['-Verify', '1', '-verify_return_error']))
    const url = (port: number) => `https://${here}:${port}/`
    expect(await codeOf(link.host.http(url(wants.port), { tls: trust }))).toBe(
      'tls-client-certificate',
    )
    const old = await serving(sServer('good.pem', ['-tls1_1', '-cipher', 'DEFAULT@SECLEVEL=0']))
    expect(await codeOf(link.host.http(url(old.port), { tls: trust }))).toBe('tls-version')
  })

  const runMqtt = mqttBy(nodeClock, nodeChance)
  const visit = (url: string, more: Partial<MqttTool> = {}) =>
    mqttTool(link.host, runMqtt, {
      url,
      version: 4,
      clientId: 'modem-bench-test',
      topic: 'modem-bench/test',
      qos: 1,
      count: 3,
      intervalMs: 50,
      timeoutMs: 30_000,
      ...more,
    })

  describe.skipIf(lacksHere('mosquitto'))('to mosquitto', () => {
    test.for([4, 5] as const)('messages go there and back (version %i)', async (version) => {
      const { port } = await serving(mosquitto())
      const { ok, facts } = await visit(`mqtt://${here}:${port}`, { version, qos: 2 })
      expect(ok).toBe(true)
      expect(facts).toMatchObject({ sent: 3, acknowledged: 3, returned: 3, repeated: 0 })
      expect(facts.ms).toHaveLength(3)
    })

    test('over TLS, with the certificate judged', async () => {
      const { port } = await serving(
        mosquitto([
          'allow_anonymous true',
          `certfile ${certificate('good.pem')}`,
          `keyfile ${certificate('server.key')}`,
        ]),
      )
      const url = `mqtts://${here}:${port}`
      const { ok, facts } = await visit(url, { tls: trust })
      expect(ok).toBe(true)
      expect(facts.tls?.protocol).toBe('TLSv1.3')
      expect(await codeOf(visit(url, { tls: { serverName: 'server.test' } }))).toBe(
        'tls-unknown-ca',
      )
      // The port is right and the scheme is not: mosquitto hangs up or waits, by its version.
      const plain = visit(`mqtt://${here}:${port}`, { timeoutMs: 5_000 })
      expect(await codeOf(plain)).toMatch(/^mqtt-(no-answer|closed)$/)
    })

    test('that wants a login: one that is wrong is refused, one that is right is taken', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'modem-bench-passwd-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const file = join(folder, 'passwd')
      writeFileSync(file, '')
      execFileSync('mosquitto_passwd', ['-b', file, 'board', 'right'], { stdio: 'ignore' })
      const { port } = await serving(mosquitto(['allow_anonymous false', `password_file ${file}`]))
      const url = `mqtt://${here}:${port}`
      expect(await codeOf(visit(url, { user: 'board', password: 'wrong' }))).toBe('mqtt-refused')
      expect(await codeOf(visit(url, { user: 'board', password: 'wrong', version: 5 }))).toBe(
        'mqtt-refused',
      )
      const { ok } = await visit(url, { user: 'board', password: 'right' })
      expect(ok).toBe(true)
    })

    test('that is killed and started again in the middle: no message of QoS 1 is lost', async () => {
      const broker = await serving(mosquitto())
      let killed: Promise<void> | undefined
      const { ok, facts } = await visit(`mqtt://${here}:${broker.port}`, {
        // Enough are left when the eighth is back that the broker dies in the middle, however busy the computer is.
        count: 60,
        intervalMs: 50,
        timeoutMs: patienceMs,
        onProgress: ({ index }) => {
          if (index < 8 || killed) return
          killed = broker.kill().then(() => broker.restart())
        },
      })
      await killed
      expect(facts).toMatchObject({ sent: 60, acknowledged: 60, returned: 60 })
      expect(facts.reconnects).toBeGreaterThan(0)
      expect(ok).toBe(true)
    })

    test('nobody there is told as the connection that was refused', async () => {
      const broker = await serving(mosquitto())
      await broker.kill()
      expect(await codeOf(visit(`mqtt://${here}:${broker.port}`))).toMatch(/^tcp-/)
    })
  })
})

describe.skipIf(!hasSlirp || lacksHere('openssl', 'mosquitto'))('the commands', () => {
  const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
  async function run(command: string, ...args: string[]) {
    const front = await atFront()
    try {
      return await runCli([command, front.path, ...args, ...account])
    } finally {
      await front.remove()
    }
  }

  test('tls, http and mqtt say what they saw, and their exit codes', async () => {
    const page = await sServer('good.pem')
    const broker = await mosquitto()
    onTestFinished(async () => {
      await page.remove()
      await broker.remove()
    })
    const where = `${here}:${page.port}`
    const judged = await run('tls', where, '--server-name', 'server.test')
    expect(judged.code).toBe(1)
    expect(judged.out).toContain('issued by Bench Test Authority')
    expect(judged.out).toContain('authority that is not known here')
    const wishes = ['--server-name', 'server.test', '--trust', certificate('ca.pem')]
    const fetched = await run('http', `https://${where}/`, ...wishes, '--json')
    expect(fetched.code).toBe(0)
    expect(JSON.parse(fetched.out)).toMatchObject({
      ok: true,
      facts: { status: 200, tls: { trouble: null, serverName: 'server.test' } },
    })
    const visited = await run(
      'mqtt',
      `mqtt://${here}:${broker.port}`,
      '--count',
      '2',
      '--lang',
      'ja',
    )
    expect(visited.code).toBe(0)
    expect(visited.out).toContain('2 件が折り返し到着')
  })
})
