import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { crc32 } from '@core/log/crc32'
import { zipOf } from '@platform/store/zip'
import { problemReport } from '../../src-main/hosts/problem-report'
import { benchFixture } from '../support/bench-fixture'

const soracom = { apn: 'soracom.io', user: 'sora', password: 'sora-secret', pin: '1234' }

test('a report of a problem holds what is needed and nothing that names or opens anything', async () => {
  const fixture = await benchFixture()
  await fixture.ask('settings.change', {
    failover: 'password: hunter2',
    updateFeed: 'https://me:hunter2@example.com/',
  })
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  await fixture.verdict('a')
  const facts = fixture.state('a').facts.filter(({ secret }) => secret !== undefined)
  expect(facts.map(({ key }) => key)).toContain('imsi')
  const files = await problemReport({
    bench: fixture.bench,
    language: 'en',
    versions: { 'Modem Bench': '1.2.3' },
    said: ['{"level":50}\n'],
    journals: [],
  })
  const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? ''
  expect(textOf('about.txt')).toContain('Modem Bench: 1.2.3')
  expect(textOf('log.txt')).toContain('AT+CEREG?')
  expect(textOf('program.log')).toContain('"level":50')
  expect(JSON.parse(textOf('settings.json'))).toMatchObject({
    failover: '(left out)',
    lastPort: { a: 'sim:sim7672' },
  })
  expect(JSON.parse(textOf('slots.json'))[0]).toMatchObject({ slot: 'a', modem: { id: 'sim7672' } })
  const all = files.map(({ text }) => text).join('')
  for (const { value } of facts) expect(all).not.toContain(value)
  expect(all).not.toMatch(/hunter2|sora-secret/)
})

test('a part that cannot be read says why, and the others are there', async () => {
  const { bench } = await benchFixture()
  const files = await problemReport({
    bench,
    language: 'en',
    versions: {},
    said: [],
    journals: [{ path: '/nowhere/x.journal', bytes: 10 }],
  })
  const log = files.find(({ name }) => name === 'log.txt')
  expect(log?.text).toContain('ENOENT')
  expect(files).toHaveLength(6)
})

test('a zip archive is what its texts are', () => {
  const texts = [
    { name: 'a.txt', text: 'AT\r\nOK\r\n'.repeat(100) },
    { name: 'ログ.txt', text: '' },
  ]
  const octets = zipOf(texts, new Date(2026, 10, 29, 12, 34, 56))
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  const end = octets.length - 22
  expect(view.getUint32(end, true)).toBe(0x06054b50)
  let place = view.getUint32(end + 16, true)
  const found = Array.from({ length: view.getUint16(end + 10, true) }, () => {
    expect(view.getUint32(place, true)).toBe(0x02014b50)
    const [crc, packed, size] = [16, 20, 24].map((at) => view.getUint32(place + at, true))
    const title = view.getUint16(place + 28, true)
    const name = new TextDecoder().decode(octets.subarray(place + 46, place + 46 + title))
    const local = view.getUint32(place + 42, true)
    const from = local + 30 + title
    const text = inflateRawSync(octets.subarray(from, from + (packed ?? 0)))
    expect([crc32(text), text.length]).toEqual([crc, size])
    place += 46 + title
    return { name, text: new TextDecoder().decode(text) }
  })
  expect(found).toEqual(texts)
})
