import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { sectionsOf } from '@core/story/sections'
import { StoryReader } from '@core/story/story-reader'
import { verdict } from '@core/story/words'

function told(...lines: string[]) {
  const log = new LogImport({ knowledge })
  const reader = new StoryReader()
  for (const row of [...log.push(`${lines.join('\n')}\n`), ...log.end()]) reader.take(row)
  const [story] = reader.stories
  if (!story) throw new Error('no story')
  return story
}
const refused = ['AT+CGDCONT=1,"IPV6","demo.apn"', 'OK', 'AT+CGACT=1,1', '+CME ERROR: 148']
const up = ['AT+CGACT=1,1', 'OK', 'AT+CGPADDR=1', '+CGPADDR: 1,"10.9.8.7"', 'OK']

test.each([
  ['another type', [...refused, 'AT+CGDCONT=1,"IPV4V6","demo.apn"', 'OK', ...up]],
  ['a dial, then AT+CGACT', ['ATD*99#', 'NO CARRIER', 'AT+CGATT=1', 'OK', ...up]],
  ['a card that was late', ['AT+CPIN?', '+CME ERROR: 14', 'AT+CPIN?', '+CPIN: READY', 'OK', ...up]],
  ['a socket later', [...refused, 'AT+NETOPEN', 'OK', '+NETOPEN: 0']],
])('what failed first and came up later is told as overcome: %s', (_name, lines) => {
  const story = told(...lines)
  expect(verdict(story).en).toBe('All that was tried came up.')
  expect(story.causes).toEqual([])
  expect(story.failure?.overcome).toBe(true)
  expect(sectionsOf(story, 'en').map(({ title }) => title)).toContain(
    'What failed first, and was overcome',
  )
})

test('a context that came up, with its address, is a connection, and without one is no more than tried', () => {
  expect(told(...up).summary).toMatchObject({ connected: true })
  const asked = told('AT+CGPADDR=1', '+CGPADDR: 1,"10.9.8.7"', 'OK')
  expect(asked.summary.connected).toBe(false)
  const empty = told('AT+CGACT=1,1', 'OK', 'AT+CGPADDR=1', '+CGPADDR: 1,"0.0.0.0"', 'OK')
  expect(empty.summary.connected).toBe(false)
})

test.each([
  ['the settings are read', ['AT+CGDCONT?', '+CGDCONT: 1,"IPV6","demo.apn","",0,0', 'OK']],
  ['another context has an address', ['AT+CGPADDR=2', '+CGPADDR: 2,"10.9.8.7"', 'OK']],
  ['it is deactivated', ['AT+CGACT=0,1', 'OK']],
])('a failure stays one, though %s', (_name, lines) => {
  const { summary, failure } = told(...refused, ...lines)
  expect(summary.stopped).toMatchObject({ id: 'context', state: 'failure' })
  expect(failure?.overcome).toBeUndefined()
})

test('who refused is told by what was refused', () => {
  const [cause] = told(...refused, 'AT+CEER', '+CEER: 50', 'OK').causes
  expect(cause?.code).toBe('context-denied')
  expect(cause?.tries[0]?.en).toMatch(/^Reason of the last failure: 50.*cause 50 of 3GPP TS 24.301/)
  expect(cause?.evidence.map(({ text }) => text)).toContain('+CEER: 50')
  expect(
    told(...refused, 'AT+CEER', '+CEER: No report available', 'OK').causes[0]?.evidence,
  ).toHaveLength(1)
  expect(told('AT+CGDCONT=1,"IPX","demo"', 'ERROR').causes[0]?.code).toBe('context-refused')
  expect(told('AT+CGAUTH=1,9,"u","p"', 'ERROR').causes[0]?.code).toBe('context-auth-refused')
})
