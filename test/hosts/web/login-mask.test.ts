import { afterAll, beforeAll, expect, test } from 'vitest'
import { base64 } from '@bench/base64'
import type { AnyEvent } from '@contract'
import { bytesOf } from '@core/bytes'
import { LoginMask } from '@hosts/web/login-mask'
import { dispatchForReader, eventsForReader } from '@hosts/web/reader'
import { benchFixture } from '../../support/bench-fixture'

const passwords = ['Sesame-4711', '9281', 'tok-Zz81kQ']
const typed = [
  'AT+CGAUTH=1,1,"who@example.jp","Sesame-4711"',
  'AT+CPIN="9281"',
  'AT+HTTPPARA="USERDATA","X-Soracom-Token: tok-Zz81kQ"',
]

let fixture: Awaited<ReturnType<typeof benchFixture>>
const toReader: AnyEvent[] = []
beforeAll(async () => {
  fixture = await benchFixture()
  const mask = new LoginMask()
  fixture.bench.onEvents((events) => toReader.push(...eventsForReader(events, mask)))
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  for (const text of typed) await fixture.ask('at.send', { slot: 'a', text })
  await fixture.clock.advance(1_000)
})
afterAll(() => fixture.end())

async function asked(name: string, input: unknown): Promise<string> {
  const reply = await fixture.clock.until(
    dispatchForReader(fixture.bench.handlers, name, input, new LoginMask()),
  )
  expect(reply).toMatchObject({ ok: true })
  const octets = /"base64":"([^"]*)"/.exec(JSON.stringify(reply))?.[1] ?? ''
  return JSON.stringify(reply) + Buffer.from(octets, 'base64').toString('latin1')
}
const left = (said: string) => passwords.filter((one) => said.includes(one))

test('whoever has the token sees what was typed; who may only look sees that a login was sent', () => {
  expect(left(JSON.stringify(fixture.events))).toEqual(passwords)
  const seen = JSON.stringify(toReader)
  expect(left(seen)).toEqual([])
  expect(seen).toContain('PASSWORD-')
  expect(seen).toContain('AT+CGAUTH=1,1,')
  expect(toReader.map(({ name }) => name)).not.toContain('bytes')
})

test('who the modem is stays to be seen by who may only look', async () => {
  await fixture.ask('at.send', { slot: 'a', text: 'AT+CGSN' })
  await fixture.clock.advance(1_000)
  const imei = /^\d{15}$/
  const rows = toReader.flatMap((event) => (event.name === 'rows' ? event.value.rows : []))
  expect(rows.filter(({ text }) => imei.test(text))).toHaveLength(1)
})

test.each([
  ['app.snapshot', undefined],
  ['log.page', { filter: {} }],
  ['log.find', { filter: {}, goal: { text: 'CGAUTH' }, back: false, search: 's' }],
  ['log.marks', undefined],
  ['log.story', { language: 'en', redact: false }],
  ['signal.marks', undefined],
  ...['text', 'markdown', 'html', 'csv', 'jsonl', 'raw'].map(
    (format) => ['log.export', { slots: ['a'], format, language: 'en', redact: false }] as const,
  ),
] as const)('%s %j gives who may only look no login', async (name, input) => {
  expect(left(await asked(name, input))).toEqual([])
})

test('nor does a log that somebody else has opened', async () => {
  const octets = bytesOf(typed.map((line) => `> ${line}\n< OK\n`).join(''))
  const { id } = await fixture.ask('log.open', { name: 'one.log', bytes: octets.length })
  await fixture.ask('log.feed', { id, base64: base64([octets]), last: true })
  expect(left(await asked('log.page', { opened: id, filter: {} }))).toEqual([])
})
