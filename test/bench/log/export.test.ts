import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input } from '@contract'
import { benchFixture } from '../../support/bench-fixture'

const target = {
  apn: 'soracom.io',
  user: 'sora',
  password: 'sora',
  pingHost: 'pong.soracom.io',
}
let fixture: Awaited<ReturnType<typeof benchFixture>>
const secrets: string[] = []

beforeAll(async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('port.open', { slot: 'b', path: 'sim:sim5320' })
  for (const command of ['AT+CGSN', 'AT+CIMI', 'AT+CICCID']) {
    const answer = await fixture.ask('at.send', { slot: 'a', text: command })
    secrets.push(...(answer.lines[0]?.match(/\d{14,20}/g) ?? []))
  }
  await fixture.ask('connect.start', { slot: 'a', target })
  await fixture.verdict('a')
  await fixture.ask('at.send', { slot: 'b', text: 'ATI' })
  // Two exports shall be of the same log.
  for (const slot of ['a', 'b'] as const)
    await fixture.ask('at.poll', { slot, on: false, intervalMs: 10_000 })
})
afterAll(() => fixture.end())

const request: Omit<Input<'log.export'>, 'format'> = {
  slots: ['a', 'b'],
  language: 'en',
  redact: true,
}
const formats = ['text', 'markdown', 'html', 'csv', 'jsonl'] as const

describe('the export of a log', () => {
  test('knows what must not leave', () => {
    expect(secrets).toHaveLength(3)
  })
  test.each(formats)('as %s names no card, no modem and no password', async (format) => {
    const file = await fixture.ask('log.export', { ...request, format })
    for (const secret of [...secrets, '"sora"']) expect(file.text).not.toContain(secret)
    expect(file.text).toContain('IMEI-1')
    expect(file.text).toContain('soracom.io')
    expect(file.masked).toMatchObject({ imei: 4, imsi: 2, iccid: 2 })
    expect(file.name).toMatch(/^modem-bench-\d{4}-\d\d-\d\dT\d{4}-ab\.(txt|md|html|csv|jsonl)$/)
  })
  test('has both slots in the order of time', async () => {
    const { text = '' } = await fixture.ask('log.export', { ...request, format: 'jsonl' })
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line): { time: string; slot: string } => JSON.parse(line))
    const times = rows.map((row) => row.time)
    expect(times).toEqual([...times].sort())
    expect(new Set(rows.map((row) => row.slot))).toEqual(new Set(['a', 'b']))
  })
  test('says everything when it is asked to', async () => {
    const file = await fixture.ask('log.export', { ...request, format: 'text', redact: false })
    for (const secret of secrets) expect(file.text).toContain(secret)
    expect(file.masked).toEqual({})
  })
  test('gives a value the same name in the next export', async () => {
    const first = await fixture.ask('log.export', { ...request, format: 'text' })
    const second = await fixture.ask('log.export', { ...request, format: 'text' })
    expect(second.text).toBe(first.text)
    expect(second.masked).toEqual(first.masked)
  })
  test('as octets is what passed, with the values overwritten', async () => {
    const plain = await fixture.ask('log.export', { ...request, format: 'raw', redact: false })
    const hidden = await fixture.ask('log.export', { ...request, format: 'raw' })
    const [open, closed] = [plain, hidden].map(({ base64 = '' }) => Buffer.from(base64, 'base64'))
    const passed = fixture.entries.filter((entry) => entry.dir !== 'note')
    expect(open?.equals(Buffer.concat(passed.map((entry) => entry.bytes)))).toBe(true)
    expect(closed?.length).toBe(open?.length)
    for (const secret of [...secrets, '"sora"']) expect(closed?.includes(secret)).toBe(false)
    expect(closed?.includes('soracom.io')).toBe(true)
  })
})

test('the report of a connection has verdict, steps and the lines of it, and no password', async () => {
  const file = await fixture.ask('connect.report', { slot: 'a', language: 'en' })
  expect(file.name).toMatch(/^modem-bench-connect-.*-a\.md$/)
  expect(file.text).toContain('## Verdict: connected')
  expect(file.text).toMatch(/\| ✓ \| Network \| \d+\.\d s \|/)
  expect(file.text).toContain('ATD*99***1#')
  expect(file.text).toContain('IPCP ConfAck')
  for (const secret of [...secrets, '"sora"']) expect(file.text).not.toContain(secret)
  const japanese = await fixture.ask('connect.report', { slot: 'a', language: 'ja' })
  expect(japanese.text).toContain('## 結果：接続成功')
})
