import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import { sectionsOf } from '@core/story/sections'
import { StoryReader } from '@core/story/story-reader'
import { verdict } from '@core/story/words'
import { expect, test } from 'vitest'

// Logs as people bring them who see the program for the first time.

function rowsOf(lines: readonly string[]): LogRow[] {
  const log = new LogImport({ knowledge })
  return [...log.push(`${lines.join('\n')}\n`), ...log.end()]
}

function told(lines: readonly string[]) {
  const rows = rowsOf(lines)
  const reader = new StoryReader()
  for (const row of rows) reader.take(row)
  const [story] = reader.stories
  if (!story) throw new Error('no story')
  const text = sectionsOf(story, 'en')
    .flatMap(({ items }) => items.flatMap((item) => [item, ...(item.below ?? [])]))
    .map((item) => item.text)
  return { rows, story, text, counts: story.summary.counts, words: verdict(story).en }
}

const shorts = (rows: readonly LogRow[]) =>
  rows.map(({ dir, kind, text, late }) => `${dir} ${kind} ${text}${late ? ' late' : ''}`)
const sent = (rows: readonly LogRow[]) =>
  rows.filter(({ kind }) => kind === 'command').map(({ text }) => text)
/** What a person gets to read as text. */
function textOf(lines: readonly string[]): string {
  const redactor = new Redactor({ knowledge })
  const writer = writerOf('text', { language: 'en', title: 'log', utcOffsetMin: 0, slots: false })
  return rowsOf(lines)
    .map((row) => writer.row(redactor.row(row)))
    .join('')
}

test('an error code behind words about a command is shown', () => {
  const line = '[00:00:07.000,000] <err> lte_lc: AT+CPSMS failed: -65536'
  const redactor = new Redactor({ knowledge })
  expect(redactor.text(line)).toBe(line)
  expect(redactor.text('ATD failed: -65536')).toBe('ATD failed: -65536')
  expect(redactor.text('ATD+819012345678;')).toBe('ATDNUMBER-1;')
})

test('words behind a command are no commands', () => {
  const [row] = rowsOf(['When I send it: AT+CREG? it gives nothing'])
  expect(row?.explanation?.words.en ?? '').not.toMatch(/Dials|identity/)
  const command = knowledge.command('AT+CREG? it gives +CREG: 0,2 and nothing')
  expect(command?.words.en).toBe('Asks: voice (CS) registration.')
})

test('a state behind which somebody wrote words is read as it stands', () => {
  const [row] = rowsOf(['`+CEREG: 0,5` — registered, roaming', '`+CEREG: 0,5` — roaming'])
  expect(row?.explanation?.facts).toMatchObject({ n: 0, stat: 5 })
})

test('lines below a command that names another one are no message', () => {
  const example = [
    'AT+CMGF=1 \'AT+CMGS="+819012345678"\' --payload hello',
    'Send a text with it.',
    'OK',
  ]
  expect(textOf(example)).toContain('Send a text with it.')
  const message = ['AT+CMGS="+819012345678"', 'See you at nine', 'OK']
  expect(textOf(message)).not.toContain('See you at nine')
})

const at = (time: string, line: string) => `[2026-11-21 04:${time}.100] ${line}`

test('a command that is sent again some time later is no echo', () => {
  const { rows } = told([at('01:03', 'AT'), at('01:13', 'AT'), at('01:23', 'AT+CSQ')])
  expect(sent(rows)).toEqual(['AT', 'AT', 'AT+CSQ'])
  expect(rows.filter(({ kind }) => kind === 'echo')).toEqual([])
  const echoed = rowsOf([at('01:03', 'AT'), at('01:03', 'AT'), at('01:03', 'OK')])
  expect(shorts(echoed)).toEqual(['tx command AT', 'rx echo AT', 'rx final OK'])
})

test('without times equal lines are echoes only where an answer or the rest of the log shows it', () => {
  const shown = (lines: readonly string[]) => textOf(lines).match(/^AT$/gm)?.length
  expect(shown(['AT', 'AT', 'AT'])).toBe(3)
  expect(shown(['AT', '', 'AT', 'AT', 'AT', 'OK'])).toBe(4)
  expect(shorts(rowsOf(['AT', 'AT', 'OK']))).toEqual(['tx command AT', 'rx echo AT', 'rx final OK'])
  const learned = rowsOf(['AT', 'AT', 'AT', 'AT', 'AT+CSQ', 'AT+CSQ', '+CSQ: 20,99', 'OK'])
  expect(sent(learned)).toEqual(['AT', 'AT', 'AT+CSQ'])
})

test.each([
  ['00.000', '00.100'],
  ['00.100', '00.200'],
])('a result right behind its answer is not late: %s', (answered, ended) => {
  const list = '+COPS: (2,"Example","Example","44010",7)'
  const scan = told([
    '[2026-11-21 04:00:00.000] > AT+COPS=?',
    `[2026-11-21 04:03:${answered}] < ${list}`,
    `[2026-11-21 04:03:${ended}] < OK`,
  ])
  expect(shorts(scan.rows).slice(1)).toEqual([`rx answer ${list}`, 'rx final OK'])
  expect(scan.story.oddities).toEqual([])
})

test.each([
  [
    'asked',
    ['AT+CFUN?', '+CFUN: 0', 'OK', 'AT+COPS?', '+COPS: 0', 'OK', 'AT+CREG?', '+CREG: 0,0', 'OK'],
  ],
  ['alone', ['+CFUN: 0', '+COPS: 0']],
])('a radio that is off, and that nobody tried to turn on: %s', (_, lines) => {
  const { story, words, text } = told(lines)
  expect(words).toContain('as far as: Network')
  expect(story.causes[0]?.code).toBe('radio-off')
  expect(story.causes.map(({ code }) => code)).not.toContain('radio-refused')
  expect(text.find((one) => one.startsWith('What to try'))).toContain('AT+CFUN=1')
})

test('a radio that stays off though it was turned on', () => {
  const { story } = told([
    'AT+CFUN=1',
    'OK',
    'AT+CFUN?',
    '+CFUN: 4',
    'OK',
    'AT+CREG?',
    '+CREG: 0,0',
    'OK',
  ])
  expect(story.causes[0]?.code).toBe('radio-refused')
})

test('a radio that is switched off on purpose is no failure', () => {
  const { story } = told(['AT+CFUN=4', 'OK', 'AT+CFUN?', '+CFUN: 4', 'OK'])
  expect(story.summary.stopped).toBeUndefined()
})

const dial = ['--> Sending: ATDT*99#', '--> Waiting for carrier.', 'ATDT*99#', 'NO CARRIER']
const gaveUp = '--> No Carrier!  Trying again.'
const dialled = 'ATDT*99#'

test.each([
  ['a socket', ['+QIOPEN: 0,566'], 1, 'inside-no-connection', '+QIOPEN: 0,566'],
  ['wvdial', [...dial, gaveUp, ...dial, gaveUp], 2, 'dial-no-carrier', 'NO CARRIER'],
  ['wvdial’s own words', [dialled, gaveUp], 1, 'dial-no-carrier', gaveUp],
] as const)('where it stopped is counted as a failure: %s', (_, lines, failures, cause, line) => {
  const { counts, story } = told(lines)
  expect(story.summary.stopped).toMatchObject({ state: 'failure', line })
  expect(counts.failures).toBe(failures)
  expect(story.causes[0]?.code).toBe(cause)
})

const psm = '+CPSMS: 1,,,"00100001","00000001"'

test.each([['+CPSMSTATUS: "ENTER PSM"'], ['PSM POWER DOWN']])(
  'silence behind %s is sleep, and how to end it is told',
  (falls) => {
    const asked = [
      at('00:00', 'AT+CPSMS?'),
      at('00:00', psm),
      at('00:00', 'OK'),
      at('00:10', falls),
    ]
    const knocks = ['01:00', '01:10', '01:20'].map((time) => at(time, 'AT'))
    const { rows, words, story, counts } = told([...asked, ...knocks])
    expect(rows[3]?.explanation?.words.en).toMatch(/^The modem sleeps from here on/)
    expect(rows.filter(({ explanation }) => explanation?.name === 'asleep').length).toBeGreaterThan(
      0,
    )
    expect(words).toContain('goes to sleep')
    expect(counts).toMatchObject({ warnings: 0, failures: 0 })
    expect(story.causes.map(({ code }) => code)).toEqual(['at-asleep'])
    expect(story.causes[0]?.tries[0]?.en).toContain('PWRKEY')
  },
)

test('a modem that answers behind its sleep is awake, and silence is silence again', () => {
  const woke = [at('00:10', 'PSM POWER DOWN'), at('01:00', 'AT'), at('01:00', 'OK')]
  const { story, words } = told([...woke, at('02:00', 'AT+CSQ'), at('02:30', 'AT+CSQ')])
  expect(words).not.toContain('sleep')
  expect(story.causes.map(({ code }) => code)).not.toContain('at-asleep')
})

const chat = (second: number, text: string) =>
  `Nov 21 09:00:${String(second).padStart(2, '0')} bench chat[812]: ${text}`
const dials = [
  chat(0, 'timeout set to 45 seconds'),
  chat(0, 'send (AT^M)'),
  chat(0, 'expect (OK)'),
  chat(0, 'AT^M^M'),
  chat(0, 'OK'),
  chat(0, ' -- got it'),
  chat(0, 'send (ATD*99***1#^M)'),
  chat(1, 'expect (CONNECT)'),
]

test('chat whose time-out ran out behind the dial', () => {
  const { story, text } = told([...dials, chat(46, 'alarm'), chat(46, 'Failed')])
  expect(story.summary.stopped).toMatchObject({ id: 'ppp', state: 'failure' })
  expect(text.find((one) => one.startsWith('Why'))).toMatch(/after 45 s.*CONNECT.*time-out/)
  expect(story.causes[0]?.code).toBe('dial-no-answer')
  expect(story.causes[0]?.tries.length).toBeGreaterThan(1)
})

test('chat that does not look for the result that came', () => {
  const { story } = told([...dials, chat(2, 'NO CARRIER'), chat(46, 'alarm'), chat(46, 'Failed')])
  expect(story.causes.map(({ code }) => code)).toEqual(['dial-no-carrier'])
})

test('what is warned of is named', () => {
  const levels = Array.from({ length: 40 }, (_, i) => `+CSQ: ${i},99`)
  const { counts, story } = told(['AT+CEREG?', '+CEREG: 0,2', 'OK', ...levels])
  const named = sectionsOf(story, 'en').find(({ title }) => title.startsWith('Warnings'))
  const warned = story.summary.warned
  expect(warned[0]?.line).toMatch(/^\+CSQ: /)
  expect(warned.reduce((sum, { count }) => sum + count, 0)).toBe(counts.warnings)
  expect(named?.items[0]?.text).toMatch(/^\+CSQ: \d+,99 ×\d+ — RSSI/)
})

test.each([
  [
    'Nordic',
    '%NCELLMEAS: 0,"01234567","44010","1A2B",65535,1850,214,45,15,1000,1850,300,40,10,5',
    /^Serving cell: LTE channel 1850, PCI 214, RSRP -96 dBm.*\. Neighbour cells: LTE channel 1850, PCI 300, RSRP -101 dBm/,
  ],
  [
    'Quectel, measured',
    '+QENG: "neighbourcell intra","LTE",6100,214,-10,-95,-65,0,20,7,10,2,6',
    /^Neighbour cells: LTE channel 6100, PCI 214, RSRP -95 dBm \(\w+\), RSRQ -10 dB/,
  ],
  [
    'Quectel, no level',
    '+QENG: "neighbourcell inter","LTE",6100,-,-,-,-,-,30,7,-,-,-,-',
    /^Neighbour cells: LTE channel 6100, no level\.$/,
  ],
])('cells around are told one by one: %s', (_, line, words) => {
  const command = line.startsWith('%') ? 'AT%NCELLMEAS' : 'AT+QENG="neighbourcell"'
  expect(knowledge.line(line, { command })?.words.en).toMatch(words)
})
