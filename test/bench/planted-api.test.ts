import { afterAll, beforeAll, expect, test } from 'vitest'
import { base64 } from '@bench/base64'
import { dispatch } from '@contract'
import { bytesOf } from '@core/bytes'
import { dispatchForReader } from '@hosts/web/reader'
import { planted } from '../core/log/redact/planted-secrets'
import { shapes } from '../core/log/redact/planted-shapes'
import { benchFixture } from '../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>>
beforeAll(async () => {
  fixture = await benchFixture()
})
afterAll(() => fixture.end())

/** As a client of the web host asks, with either token. */
async function asked(name: string, input: unknown, reading: boolean): Promise<string> {
  const { handlers } = fixture.bench
  const reply = await fixture.clock.until(
    reading ? dispatchForReader(handlers, name, input) : dispatch(handlers, name, input),
  )
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  const octets = /"base64":"([^"]*)"/.exec(JSON.stringify(reply.value))?.[1]
  return JSON.stringify(reply.value) + Buffer.from(octets ?? '', 'base64').toString('latin1')
}

async function opened(text: string): Promise<string> {
  const octets = bytesOf(text)
  const { id } = await fixture.ask('log.open', { name: 'planted.log', bytes: octets.length })
  await fixture.ask('log.feed', { id, base64: base64([octets]), last: true })
  return id
}

const formats = ['text', 'markdown', 'html', 'csv', 'jsonl', 'raw']

test.each(planted)('$kind does not leave by a masked answer of the contract', async (one) => {
  for (const { shape, write } of shapes.slice(0, 10)) {
    const log = await opened(write(one.lines))
    const masked = { language: 'en', redact: true }
    for (const reading of [false, true]) {
      const answers = formats.map((format) =>
        asked('log.export', { opened: log, slots: ['a'], format, ...masked }, reading),
      )
      const story = asked('log.story', { opened: log, ...masked }, reading)
      const compared = asked('log.compare', { good: log, bad: log, ...masked }, reading)
      const said = (await Promise.all([...answers, story, compared])).join('\n')
      const left = one.secrets.filter((secret) => said.includes(secret))
      expect([shape, left]).toEqual([shape, []])
    }
  }
})
