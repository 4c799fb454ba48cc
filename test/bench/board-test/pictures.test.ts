import { afterEach, beforeEach, expect, test } from 'vitest'
import { createHash } from 'node:crypto'
import { Fault } from '@core/fault'
import type { Picture } from '@core/plan/picture'
import { quoted } from '@core/words'
import { benchFixture } from '../../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>>
let shelf: Map<string, Picture>
const files: Record<string, string> = {}
const pictures = {
  keep: async (one: Picture) => {
    shelf.set(one.sha256, one)
  },
  read: async (sha: string) => shelf.get(sha),
}
beforeEach(async () => {
  shelf = new Map()
  fixture = await benchFixture(1, files, { pictures })
})
afterEach(() => fixture.end())

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('the LED')])
const sha256 = createHash('sha256').update(png).digest('hex')
const plan = `name: seen
port: sim:sim7672
steps:
  - { name: LED, ask: { question: Is the LED as here?, image: led.png } }
`
const start = (pictures: Record<string, string>) =>
  fixture.ask('test.start', { slot: 'a', text: plan, serial: 'A1', pictures })

test('a question shows the picture that was given with the plan, and the record says which', async () => {
  expect(await fixture.ask('test.read', { text: plan })).toMatchObject({ pictures: ['led.png'] })
  const given = await fixture.ask('test.givePicture', { base64: png.toString('base64') })
  expect(given).toBe(sha256)
  await start({ 'led.png': sha256 })
  await fixture.clock.advance(2000)
  const { question } = fixture.bench.tests.states.a ?? {}
  expect(question).toEqual({
    step: 'LED',
    question: 'Is the LED as here?',
    image: { name: 'led.png', sha256 },
  })
  expect(await fixture.ask('test.picture', { sha256 })).toEqual({
    type: 'image/png',
    base64: png.toString('base64'),
  })
  await fixture.ask('test.answer', { slot: 'a', step: 'LED', answer: 'yes' })
  await fixture.clock.advance(5000)
  const { tests } = await fixture.ask('test.batch', { plan: 'seen' })
  expect(tests).toMatchObject([{ state: 'passed', pictures: { 'led.png': sha256 } }])
  const { text } = await fixture.ask('test.report', { slot: 'a', format: 'junit', language: 'en' })
  expect(text).toContain(`<property name="picture" value="led.png ${sha256}"/>`)
  expect([...shelf.keys()]).toEqual([sha256])
  const csv = await fixture.ask('test.report', { slot: 'a', format: 'csv', language: 'en' })
  expect(csv.text).toContain(`,led.png ${sha256}\r\n`)
  const page = await fixture.ask('test.report', { slot: 'a', format: 'html', language: 'ja' })
  expect(page.text).toContain(`src="data:image/png;base64,${png.toString('base64')}"`)
})

test('a picture of a tested board is there for the next start of the program, and told where it is gone', async () => {
  const given = await fixture.ask('test.givePicture', { base64: png.toString('base64') })
  await start({ 'led.png': given })
  await fixture.clock.advance(2000)
  expect(shelf.size).toBe(0)
  await fixture.ask('test.answer', { slot: 'a', step: 'LED', answer: 'yes' })
  await fixture.clock.advance(5000)
  await fixture.end()
  fixture = await benchFixture(1, files, { pictures })
  expect(await fixture.ask('test.picture', { sha256 })).toMatchObject({ type: 'image/png' })
  await start({ 'led.png': sha256 })
  await fixture.clock.advance(2000)
  await fixture.ask('test.answer', { slot: 'a', step: 'LED', answer: 'yes' })
  await fixture.clock.advance(5000)
  shelf.clear()
  await fixture.end()
  fixture = await benchFixture(1, files, { pictures })
  await expect(start({ 'led.png': sha256 })).rejects.toThrow(/was not given/)
})

test('a disk that takes no picture takes no record, and says so beside the verdict', async () => {
  await fixture.end()
  const full = new Fault('store-failed', quoted('no space'))
  const broken = { ...pictures, keep: () => Promise.reject(full) }
  fixture = await benchFixture(1, {}, { pictures: broken })
  const given = await fixture.ask('test.givePicture', { base64: png.toString('base64') })
  await start({ 'led.png': given })
  await fixture.clock.advance(2000)
  await fixture.ask('test.answer', { slot: 'a', step: 'LED', answer: 'yes' })
  await fixture.clock.advance(5000)
  const { state, steps } = (await fixture.ask('test.state', undefined)).a ?? {}
  expect(state).toBe('error')
  expect(steps?.at(-1)?.words.en).toMatch(/The board passed, but its record could not be kept/)
  expect((await fixture.ask('test.batch', { plan: 'seen' })).tests).toEqual([])
})

test('a plan whose picture was not given, or is none, is not started', async () => {
  await expect(start({})).rejects.toThrow(/"led\.png", and it was not given/)
  await expect(start({ 'led.png': sha256 })).rejects.toThrow(/was not given/)
  const script = Buffer.from('<svg onload="alert(1)"/>').toString('base64')
  const given = fixture.ask('test.givePicture', { base64: script })
  await expect(given).rejects.toThrow(/no picture that a question can show/)
  await expect(fixture.ask('test.picture', { sha256 })).rejects.toThrow(/not have this picture/)
})

test('a picture is named by its file alone', async () => {
  const { mistakes } = await fixture.ask('test.read', {
    text: plan.replace('led.png', '../led.svg'),
  })
  expect(mistakes.map(({ place, words }) => `${place}: ${words.en}`)).toEqual([
    expect.stringMatching(/^steps\.1\.ask\.image: must be the name of a picture beside the plan/),
  ])
})
