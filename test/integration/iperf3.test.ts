import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { faultCode } from '@core/fault'
import { iperf3Tool, type Iperf3Tool } from '@core/ip/tools/iperf3'
import { nodeChance as chance, nodeClock as clock } from '@platform/clock/node-clock'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lacksHere } from '../support/needs'
import { hasSlirp } from '../support/slirp'
import { until } from '../support/pty-pair'
import { slirpLink, type SlirpLink } from '../support/slirp-link'

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** Debian's iperf3 behind slirp, at whose 10.0.2.2 this computer is. */
describe.skipIf(!hasSlirp || lacksHere('iperf3'))('against the iperf3 of others', () => {
  let link: SlirpLink
  let server: ChildProcess
  let port: number
  let said = ''
  beforeAll(async () => {
    port = await freePort()
    server = spawn('iperf3', ['-s', '-p', String(port), '--forceflush'], { stdio: 'pipe' })
    server.stdout?.on('data', (piece) => (said += String(piece)))
    await until(() => said.includes('Server listening'))
    link = await slirpLink()
  })
  afterAll(async () => {
    await link?.remove()
    const gone = new Promise((resolve) => server?.once('exit', resolve))
    server?.kill()
    await gone
  })

  // A server is at one test at a time, and says when it is free.
  let tests = 0
  beforeEach(() => {
    tests++
    return until(() => said.split('Server listening').length > tests)
  })

  const run = (options: Partial<Iperf3Tool>) =>
    iperf3Tool(
      { clock, chance, host: link.host },
      { host: '10.0.2.2', port, protocol: 'tcp', direction: 'up', seconds: 1, ...options },
    )

  test.each(['up', 'down'] as const)('TCP %s, counted by both sides alike', async (direction) => {
    // A fast computer would be at the usual budget before the second is over.
    const { ok, facts, words } = await run({ direction, budgetBytes: 1_000_000_000 })
    expect(ok).toBe(true)
    expect(facts).toMatchObject({ protocol: 'tcp', direction, ended: 'time', lost: null })
    expect(facts.bytes).toBeGreaterThan(10_000)
    expect(facts.billedBytes).toBeGreaterThan(facts.bytes)
    expect(words.en).toMatch(/^iperf3, TCP, .*load: .* Mbit\/s arrived over /)
  })

  test.each(['up', 'down'] as const)('UDP %s, with loss and jitter', async (direction) => {
    const bitsPerSecond = 400_000
    const { facts, words } = await run({ protocol: 'udp', direction, bitsPerSecond })
    expect(facts).toMatchObject({ protocol: 'udp', direction, retransmits: null })
    expect(facts.packets).toBeGreaterThan(20)
    expect(facts.jitterMs).not.toBeNull()
    expect(facts.lost).toBeLessThan(facts.packets ?? 0)
    expect(words.ja).toMatch(/データグラム損失 \d+\/\d+/)
  })

  test('stops at its budget', async () => {
    const { facts } = await run({ seconds: 60, budgetBytes: 100_000 })
    expect(facts.ended).toBe('budget')
  })

  test('a server at another test says that it is busy', async () => {
    const before = said.length
    const first = run({ protocol: 'udp', seconds: 60, budgetBytes: 150_000 })
    await expect.poll(() => said.slice(before)).toContain('Accepted connection')
    expect(faultCode(await run({}).catch((error: unknown) => error))).toBe('iperf3-busy')
    await first
  })

  test('what is no iperf3 is not taken for one', async () => {
    const other = createServer((socket) => {
      socket.end('SSH-2.0-Other\r\n', () => socket.destroy())
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port: otherPort } = other.address() as AddressInfo
    const failed = run({ port: otherPort }).catch((error: unknown) => error)
    expect(faultCode(await failed)).toBe('iperf3-bad-answer')
    await new Promise((resolve) => other.close(resolve))
  })
})
