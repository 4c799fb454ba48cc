import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { benchFixture } from '../support/bench-fixture'

type Bench = Awaited<ReturnType<typeof benchFixture>>

async function openedLog(bench: Bench, name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text)
  const { id } = await bench.ask('log.open', { name, bytes: bytes.length })
  await bench.ask('log.feed', { id, base64: bytes.toString('base64'), last: true })
  return id
}
const seed = readFileSync(join(import.meta.dirname, '../transcripts/microcat1-connect.log'), 'utf8')
const lines = (...texts: string[]) => texts.map((text) => `${text}\r\n`).join('')
const start = lines('AT', 'OK', 'AT+CPIN?', '+CPIN: READY', 'OK')
const good = start + lines('AT+CEREG?', '+CEREG: 0,1', 'OK', 'ATD*99#', 'CONNECT')
const bad = start + lines('AT+CEREG?', '+CEREG: 0,3', 'OK')
const how = { language: 'en', redact: true } as const

test('tells what happened in an opened log, and which rows show it', async () => {
  const bench = await benchFixture()
  const opened = await openedLog(bench, 'denied.log', bad)
  const [story] = await bench.ask('log.story', { opened, ...how })
  expect(story).toMatchObject({ state: 'failure', verdict: 'It stopped at: Network.' })
  const failure = story?.sections.find(({ title }) => title === 'What failed first')
  const row = failure?.items.find(({ text }) => text.includes('+CEREG: 0,3'))?.row
  const page = await bench.ask('log.page', { filter: {}, opened, around: { monoUs: 0, id: row } })
  expect(page.rows.find(({ id }) => id === row)?.text).toContain('+CEREG: 0,3')
  await bench.end()
})

test('tells it in Japanese, and draws who said what to whom', async () => {
  const bench = await benchFixture()
  const opened = await openedLog(bench, 'seed.log', seed)
  const [story] = await bench.ask('log.story', { opened, language: 'ja', redact: true })
  expect(story?.verdict).toMatch(/^PPP/)
  expect(story?.parties).toMatchObject({ host: 'ホスト', network: 'ネットワーク' })
  expect(story?.arrows.some(({ from, to }) => from === 'host' && to === 'modem')).toBe(true)
  await bench.end()
})

test('says where a run leaves the one that worked', async () => {
  const bench = await benchFixture()
  const names = [
    await openedLog(bench, 'good.log', good),
    await openedLog(bench, 'bad.log', bad),
  ] as const
  const { said, sections } = await bench.ask('log.compare', {
    good: names[0],
    bad: names[1],
    ...how,
  })
  expect(said).toBeUndefined()
  expect(JSON.stringify(sections[0])).toContain('+CEREG: 0,3')
  const same = await bench.ask('log.compare', { good: names[0], bad: names[0], ...how })
  expect(same).toMatchObject({ sections: [], said: expect.stringContaining('No difference') })
  await bench.end()
})

test('tells of the live log, and holds it against a file', async () => {
  const bench = await benchFixture()
  expect(await bench.ask('log.story', how)).toEqual([])
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim7672?nosim=1' })
  await bench.ask('connect.start', { slot: 'a', target: { apn: 'soracom.io' } })
  await bench.verdict('a')
  const [story] = await bench.ask('log.story', how)
  expect(story).toMatchObject({ slot: 'a', state: 'failure', verdict: 'It stopped at: SIM.' })
  const worked = await openedLog(bench, 'good.log', good)
  const { sections } = await bench.ask('log.compare', { good: worked, ...how })
  expect(JSON.stringify(sections)).toMatch(/CPIN/)
  await bench.end()
})

test('holds the live log against a file in either direction, and against itself', async () => {
  const bench = await benchFixture()
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim7672?nosim=1' })
  await bench.ask('connect.start', { slot: 'a', target: { apn: 'soracom.io' } })
  await bench.verdict('a')
  const failed = await openedLog(bench, 'bad.log', bad)
  const against = await bench.ask('log.compare', { good: failed, ...how })
  expect(against.sections).not.toEqual([])
  const turned = await bench.ask('log.compare', { bad: failed, ...how })
  expect(turned.sections).not.toEqual([])
  expect(await bench.ask('log.compare', how)).toMatchObject({ sections: [] })
  await bench.end()
})
