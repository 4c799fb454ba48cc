import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'
import type { Story } from '@core/story/story'
import { StoryReader } from '@core/story/story-reader'
import { storyFormats, writeStory } from '@core/story/story-writer'
import { verdict } from '@core/story/words'

function storyOf(log: string): Story {
  const reading = new LogImport({ knowledge })
  const reader = new StoryReader()
  for (const row of [...reading.push(log), ...reading.end()]) reader.take(row)
  const [story] = reader.stories
  if (!story) throw new Error('no story')
  return story
}

const at = (second: number, ...lines: string[]) =>
  lines
    .map((line) => `[2026-11-21 09:00:${String(second).padStart(2, '0')}.000] ${line}\n`)
    .join('')
const ready = at(0, 'AT+CPIN?', '+CPIN: READY', 'OK')
const home = at(4, 'AT+CEREG?', '+CEREG: 0,1', 'OK')
const context = at(6, 'AT+CGDCONT=1,"IP","demo.apn"', 'OK')

test.each([
  ['no card', at(0, 'AT+CPIN?', '+CME ERROR: 10'), 'sim', 'sim-missing'],
  ['a PIN is wanted', at(0, 'AT+CPIN?', '+CPIN: SIM PIN', 'OK'), 'sim', 'sim-pin-needed'],
  ['denied', ready + at(3, 'AT+CEREG?', '+CEREG: 0,3', 'OK'), 'network', 'registration-denied'],
  [
    'searching',
    ready + at(3, 'AT+CEREG?', '+CEREG: 0,2', 'OK'),
    'network',
    'registration-searching',
  ],
  [
    'the APN is refused',
    ready + home + at(7, 'AT+CGATT=1', '+CME ERROR: 133'),
    'context',
    'context-denied',
  ],
  [
    'a second connection is refused without a reason',
    ready + home + at(7, 'AT+NETOPEN', 'ERROR'),
    'ip',
    'context-not-activated',
  ],
  [
    'no network is heard',
    ready + at(3, 'AT+CREG?', '+CREG: 0,0', 'OK') + at(4, 'AT+COPS=0', '+CME ERROR: 30'),
    'network',
    'registration-no-coverage',
  ],
  [
    'the radio was off and is on again',
    at(0, 'AT+CFUN=0', '+CPIN: NOT READY', 'OK') +
      at(2, 'AT+CFUN=1', 'OK') +
      at(7, 'ATD*99#', 'NO CARRIER'),
    'ppp',
    'dial-no-carrier',
  ],
  [
    'the dial fails',
    ready + home + context + at(7, 'ATD*99#', 'NO CARRIER'),
    'ppp',
    'dial-no-carrier',
  ],
  [
    'the dial is no command',
    ready + home + context + at(7, 'ATD*99#', 'ERROR'),
    'ppp',
    'dial-refused',
  ],
  [
    'the server refuses',
    ready + home + at(7, 'AT+CAOPEN=0,0,"TCP","192.0.2.1",80', '+CAOPEN: 0,23', 'OK'),
    'internet',
    'tcp-refused',
  ],
  [
    'nobody answers',
    at(0, 'AT', 'OK') + at(10, 'AT+CGATT?') + at(30, '# the end'),
    'port',
    'at-unresponsive',
  ],
])('the likeliest cause comes first, with its evidence: %s', (_name, log, rung, code) => {
  const { summary, causes } = storyOf(log)
  expect(summary.stopped?.id).toBe(rung)
  expect(causes[0]?.code).toBe(code)
  expect(causes[0]?.evidence.length).toBeGreaterThan(0)
  expect(causes[0]?.tries.length).toBeGreaterThan(0)
})

test('each attempt is told with how far it came and what ended it', () => {
  const log =
    ready +
    home +
    context +
    at(7, 'ATD*99#', 'NO CARRIER') +
    at(17, 'ATDT*99***1#', 'CONNECT 115200')
  expect(
    storyOf(log).attempts.map(({ line, reached, state, end, tookMs }) => [
      line.text,
      reached,
      state,
      end?.text,
      tookMs,
    ]),
  ).toEqual([
    ['ATD*99#', 'network', 'failure', 'NO CARRIER', 0],
    ['ATDT*99***1#', 'ppp', 'open', undefined, undefined],
  ])
})

test('what was over before the connection came up is no cause, and all came up is said when it did', () => {
  const log =
    ready +
    at(2, 'AT+CEREG?', '+CEREG: 0,2', 'OK') +
    home +
    at(7, 'AT+NETOPEN', 'OK', '+NETOPEN: 0')
  const story = storyOf(log)
  expect(verdict(story).en).toBe('All that was tried came up.')
  expect(story.causes).toEqual([])
  expect(story.attempts.map(({ state, reached }) => [state, reached])).toEqual([['fine', 'ip']])
  expect(story.phases).toEqual([
    { rung: 'port', tookMs: 0 },
    { rung: 'sim', tookMs: 0 },
    { rung: 'network', tookMs: 4000 },
    { rung: 'ip', tookMs: 7000 },
  ])
})

test('a log that ends at CONNECT, or shows no connection at all, is not said to have worked', () => {
  expect(verdict(storyOf(ready + at(7, 'ATD*99#', 'CONNECT'))).en).toContain(
    'does not show how that ended',
  )
  expect(verdict(storyOf(ready)).en).toContain('no connection came up in this log')
})

test('the first failure is shown with the question it belongs to', () => {
  const story = storyOf(ready + home + at(8, 'AT+CGATT=1', '+CME ERROR: 148'))
  expect(story.failure?.lines.map(({ text }) => text)).toEqual(['AT+CGATT=1', '+CME ERROR: 148'])
})

test.each([
  ['restart', `${ready}${at(5, 'RDY')}${ready}`],
  ['brown-out', `${ready}${at(5, 'UNDER-VOLTAGE WARNNING')}`],
  ['flapping', [1, 2, 1, 2, 1, 2, 1].map((stat, s) => at(s, `+CEREG: ${stat}`)).join('') + home],
  ['attach-storm', [1, 2, 3, 4].map((s) => at(s, 'AT+CGATT=1', 'OK')).join('')],
  ['storm', ready + Array.from({ length: 40 }, () => at(9, '+CSQ: 9,99')).join('')],
])('what is odd and harmless is named: %s', (kind, log) => {
  expect(storyOf(log).oddities.map((oddity) => oddity.kind)).toContain(kind)
})

test('the picture shows the steps that matter, with times, in Mermaid', () => {
  const log =
    ready +
    at(1, 'ATE0', 'OK', 'AT+CSQ', '+CSQ: 20,99', 'OK') +
    context +
    at(7, 'ATD*99#', 'NO CARRIER')
  expect(
    writeStory([storyOf(log)], 'sequence', { language: 'en', title: 'x' })
      .split('\n')
      .slice(4),
  ).toEqual([
    '  H->>M: +0.000 AT+CPIN?',
    '  M-->>H: +0.000 +CPIN: READY OK',
    '  H->>M: +6.000 AT+CGDCONT=1,"IP","demo.apn"',
    '  M-->>H: +6.000 OK',
    '  H->>M: +7.000 ATD*99#35;',
    '  M-->>H: +7.000 NO CARRIER',
    '',
  ])
})

test('the picture shows what came of a command after its OK', () => {
  const log = at(0, 'AT+CNACT=0,1', 'OK') + at(9, '+APP PDP: 0,DEACTIVE')
  expect(
    writeStory([storyOf(log)], 'sequence', { language: 'en', title: 'x' })
      .split('\n')
      .slice(4),
  ).toEqual([
    '  H->>M: +0.000 AT+CNACT=0,1',
    '  M-->>H: +0.000 OK',
    '  N--xM: +9.000 +APP PDP: 0,DEACTIVE',
    '',
  ])
})

test('every form is written in both languages, escaped, and the page holds the picture', () => {
  const story = storyOf(ready + at(3, 'AT+COPS?', '+COPS: 0,0,"<b>&",7', 'OK') + context)
  for (const format of storyFormats)
    for (const language of ['en', 'ja'] as const)
      expect(writeStory([story], format, { language, title: 'a<b' })).not.toContain('undefined')
  const page = writeStory([story], 'html', { language: 'en', title: 'a<b' })
  expect(page).toContain('<svg class="sequence"')
  expect(page).not.toContain('<b>')
  expect(JSON.parse(writeStory([story], 'jsonl', { language: 'en', title: '' }))).toMatchObject({
    moreArrows: 0,
  })
})

test('the annotated page holds the story and the picture too', () => {
  const reading = new LogImport({ knowledge })
  const writer = writerOf('html', { language: 'en' })
  const rows = [...reading.push(ready + context), ...reading.end()]
  const page = writer.head() + rows.map((row) => writer.row(row)).join('') + writer.end()
  expect(page).toContain('<svg class="sequence"')
  expect(page).toContain('What happened')
})

test('what is masked in the log is masked in its story', () => {
  const reading = new LogImport({ knowledge })
  const log = at(0, 'AT+CGSN', '352099001761481', 'OK', 'AT+CPIN="4321"', '+CME ERROR: 16')
  const redactor = new Redactor({ knowledge })
  const reader = new StoryReader()
  for (const row of [...reading.push(log), ...reading.end()]) reader.take(redactor.row(row))
  for (const format of storyFormats) {
    const text = writeStory(reader.stories, format, { language: 'en', title: 'x' })
    expect(text).not.toMatch(/352099001761481|4321/)
  }
})

test('the story does not grow with the log', () => {
  const one = ready + home + context + at(7, 'ATD*99#', 'NO CARRIER')
  const short = JSON.stringify(storyOf(one.repeat(100))).length
  expect(JSON.stringify(storyOf(one.repeat(1000))).length).toBeLessThan(short * 1.1)
})

const syslog = (...lines: string[]) =>
  lines.map((line, i) => `May 20 14:22:${10 + i} pi pppd[5]: ${line}\n`).join('')

test.each([
  ['no PPP', ['LCP: timeout sending Config-Requests', 'Modem hangup'], 'ppp', 'link-no-lcp'],
  ['no address', ['IPCP: timeout sending Config-Requests'], 'ip', 'link-no-ipcp'],
  ['a loop', ['Serial line is looped back.'], 'ppp', 'link-looped'],
  [
    'a password',
    ['PAP authentication failed', 'LCP terminated by peer'],
    'ppp',
    'link-auth-refused',
  ],
  ['silence', ['No response to 4 echo-requests'], 'ppp', 'link-echo-timeout'],
])('what pppd concludes without its frames is read: %s', (_name, lines, rung, code) => {
  const story = storyOf(
    syslog('Serial connection established.', 'Connect: ppp0 <--> /dev/ttyUSB3', ...lines),
  )
  expect(story.summary.stopped).toMatchObject({ id: rung, state: 'failure', line: lines[0] })
  expect(story.causes[0]?.code).toBe(code)
})

test('an address that pppd tells of is a connection', () => {
  const story = storyOf(
    syslog(
      'Connect: ppp0 <--> /dev/ttyUSB3',
      'CHAP authentication succeeded',
      'local  IP address 10.1.2.3',
    ),
  )
  expect(story.summary.connected).toBe(true)
  expect(story.summary.stopped).toBeUndefined()
})

test.each([
  ['44F002FFFFFF', /^440 20 stands in the SIM’s forbidden networks/],
  ['FFFFFFFFFFFF', undefined],
])('a registration that failed cites the SIM’s forbidden networks (%s)', (hex, cited) => {
  const refused = at(3, 'AT+CEREG?', '+CEREG: 0,3', 'OK')
  const list = at(4, 'AT+CRSM=176,28539,0,0,6', `+CRSM: 144,0,"${hex}"`, 'OK')
  const [cause] = storyOf(ready + refused + list).causes
  expect(cause?.code).toBe('registration-denied')
  const [first] = cause?.tries ?? []
  if (cited) expect(first?.en).toMatch(cited)
  else expect(first?.en).not.toContain('forbidden')
})
