import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { base64 } from '@bench/base64'
import { dispatch } from '@contract'
import { bytesOf } from '@core/bytes'
import { dispatchForReader } from '@hosts/web/reader'
import { planted } from '../core/log/redact/planted-secrets'
import { shapes } from '../core/log/redact/planted-shapes'
import { assistantAt } from '../support/assistant'
import { benchFixture } from '../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>>
const folder = mkdtempSync(join(tmpdir(), 'modem-bench-planted-'))
let assistant: Awaited<ReturnType<typeof assistantAt>>
beforeAll(async () => {
  fixture = await benchFixture()
  assistant = await assistantAt(fixture, folder)
})
afterAll(async () => {
  await assistant.end()
  await fixture.end()
  rmSync(folder, { recursive: true, force: true })
})

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

test.each(planted)('$kind is not told to an assistant that reads the file', async (one) => {
  for (const { shape, write } of shapes.slice(0, 3)) {
    writeFileSync(join(folder, 'planted.log'), write(one.lines))
    const story = await assistant.told('explain_log', { file: 'planted.log' })
    const id = /id: (log-\d+)/.exec(story)?.[1]
    expect(id).toBeDefined()
    const lines = await assistant.told('read_log', { id })
    const page = await assistant.told('call', {
      name: 'log.page',
      input: { opened: id, filter: {} },
    })
    const said = [story, lines, page].join('\n')
    const left = one.secrets.filter((secret) => said.includes(secret))
    expect([shape, left]).toEqual([shape, []])
  }
})
