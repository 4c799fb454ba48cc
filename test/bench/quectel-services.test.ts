import { hexOf } from '@core/bytes'
import { expect, test } from 'vitest'
import { openedBench, refusal } from '../support/opened-bench'

const slot = 'a' as const

test.each(['ec25', 'eg25', 'bg95', 'rm520n'])(
  'pings, pages and a broker are tried over the own stack of a simulated %s',
  async (id) => {
    const { done } = await openedBench(`sim:${id}`)
    const tried = async (what: 'ping' | 'http' | 'mqtt', target: string) =>
      (await done('sockets.run', { slot, what, target, text: '雪 and "snow"' })).outcome
    expect((await tried('ping', 'pong.soracom.io')).words.en).toMatch(/4 of 4 answered/)
    expect((await tried('ping', 'silent.example')).trouble).toMatchObject({ cause: 'timeout' })
    expect((await tried('http', 'http://example.com/')).words.en).toMatch(
      /works over the modem’s stack: 200/,
    )
    expect((await tried('http', 'http://nothing.example/')).trouble).toMatchObject({ cause: 'dns' })
    const visit = await tried('mqtt', 'mqtt://broker.example')
    expect([visit.words.en, visit.ok]).toEqual([visit.words.en, true])
    expect(visit.words.en).toContain('the same')
    expect((await tried('mqtt', 'mqtt://nothing.example')).trouble).toMatchObject({ cause: 'dns' })
  },
)

test('SNI and the CA are shown as causes on a simulated EC25, and set', async () => {
  const { done } = await openedBench('sim:ec25')
  const tried = async (what: 'http' | 'mqtt', target: string) =>
    (await done('sockets.run', { slot, what, target })).outcome
  for (const [what, target] of [
    ['http', 'https://named.example/'],
    ['mqtt', 'mqtts://broker.example'],
  ] as const) {
    await done('sockets.tls', { slot, tlsContext: 0, sni: false })
    expect((await tried(what, target)).trouble).toMatchObject({ finding: 'sni-off' })
    await done('sockets.tls', { slot, tlsContext: 0, sni: true })
    expect((await tried(what, target)).ok).toBe(true)
  }
  await done('sockets.tls', { slot, tlsContext: 0, verify: true })
  expect((await tried('http', 'https://named.example/')).trouble).toMatchObject({
    finding: 'ca-missing',
  })
  const base64 = Buffer.from('-----BEGIN CERTIFICATE-----\nMII=\n').toString('base64')
  await done('files.upload', { slot, kind: 'file', name: 'ca.pem', base64, replace: false })
  await done('sockets.tls', { slot, tlsContext: 0, ca: 'ca.pem' })
  expect((await tried('http', 'https://named.example/')).ok).toBe(true)
})

test('a file loaded into a simulated EG25 comes back octet by octet, and is deleted', async () => {
  const { done, simulators } = await openedBench('sim:eg25')
  const octets = Uint8Array.from({ length: 5_000 }, (_none, at) => (at * 7) & 0xff)
  const base64 = Buffer.from(octets).toString('base64')
  const load = (replace = false) =>
    done('files.upload', { slot, kind: 'file', name: 'all.bin', base64, replace })
  const { stores } = await load()
  expect(stores[0]?.files).toEqual([{ name: 'all.bin', size: octets.length }])
  expect(stores[0]?.space?.total).toBeGreaterThan(octets.length)
  const back = await done('files.download', { slot, kind: 'file', name: 'all.bin' })
  expect(hexOf(Buffer.from(back.base64, 'base64'))).toBe(hexOf(octets))
  expect(await load().catch(refusal)).toMatch(/^files-exists/)
  expect((await load(true)).stores[0]?.files).toHaveLength(1)
  const none = { slot, kind: 'file', name: 'none.bin' } as const
  expect(await done('files.download', none).catch(refusal)).toMatch(/^files-missing/)
  simulators.control('sim:eg25', 'files-full')
  const other = { ...none, base64, replace: false }
  expect(await done('files.upload', other).catch(refusal)).toMatch(/^files-full/)
  const left = await done('files.delete', { slot, kind: 'file', name: 'all.bin' })
  expect(left.stores[0]?.files).toEqual([])
})
