import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { sectionsOf } from '@core/story/sections'
import { StoryReader } from '@core/story/story-reader'
import { expect, test } from 'vitest'

function told(lines: readonly string[]) {
  const log = new LogImport({ knowledge })
  const rows = [...log.push(lines.join('\n')), ...log.end()]
  const reader = new StoryReader()
  for (const row of rows) reader.take(row)
  const [story] = reader.stories
  if (!story) throw new Error('no story')
  const sections = sectionsOf(story, 'en')
  const section = (title: string) =>
    sections.find((one) => one.title === title)?.items.map(({ text }) => text)
  return { rows, story, section }
}
const order = 'What failed, in order of time'

test('failures are told in order of time, those that were overcome as that', () => {
  const { section } = told([
    'AT+CPIN?',
    '+CME ERROR: 10',
    'AT+CPIN?',
    '+CPIN: READY',
    'OK',
    'AT+CGATT=1',
    '+CME ERROR: 107',
    'AT+CGATT=1',
    '+CME ERROR: 107',
    'AT+CGATT=1',
    'OK',
    'AT+CIPOPEN=0,"TCP","192.0.2.1",80',
    'OK',
    '+CIPOPEN: 0,10',
  ])
  const listed = section(order) ?? []
  expect(listed).toHaveLength(3)
  expect(listed[0]).toMatch(/^AT\+CPIN\?: \+CME ERROR: 10 \(overcome later\)/)
  expect(listed[1]).toMatch(/^AT\+CGATT=1: \+CME ERROR: 107 ×2 \(overcome later\)/)
  expect(listed[2]).toMatch(/\+CIPOPEN: 0,10 —/)
  expect(section('What failed first')).toBe(undefined)
  expect(section('What failed and was not overcome')?.at(-1)).toContain('+CIPOPEN: 0,10')
})

test('a command that stayed refused is not called the first where another failed before it', () => {
  const { section } = told([
    'AT+CPIN?',
    '+CME ERROR: 10',
    'AT+CPIN?',
    '+CPIN: READY',
    'OK',
    'AT+CGACT=1,1',
    '+CME ERROR: 33',
  ])
  expect(section('What happened')?.join('\n')).toContain(
    'First command that failed and was not carried out later: AT+CGACT=1,1',
  )
})

test('one failure alone needs no list', () => {
  const { section } = told(['AT+CPIN?', '+CME ERROR: 10'])
  expect(section(order)).toBe(undefined)
  expect(section('What failed first')?.at(-1)).toContain('+CME ERROR: 10')
})

test('a server that refuses the request is told, and so is a broker that refuses the login', () => {
  const { story } = told([
    'AT+SMCONN',
    'ERROR',
    'AT+HTTPACTION=1',
    'OK',
    '+HTTPACTION: 1,401,22',
    'AT+QMTCONN=0,"client1","user1","secret1"',
    'OK',
    '+QMTCONN: 0,0,4',
  ])
  // That HTTP comes through makes nothing good of MQTT.
  expect(story.failures.map(({ line, overcome }) => [line.text, overcome])).toEqual([
    ['ERROR', false],
    ['+HTTPACTION: 1,401,22', false],
    ['+QMTCONN: 0,0,4', false],
  ])
  expect(story.causes.map(({ code }) => code)).toContain('mqtt-refused')
})

test.each([
  [
    'esp-modem gave up on PPP',
    [
      'I (1400) esp-modem: TX: ATD*99#',
      'D (1500) esp-modem: RX: CONNECT 115200',
      'I (1600) esp-netif_lwip-ppp: User interrupt',
      'E (31600) esp-modem: PPP negotiation timed out',
    ],
    'ppp',
  ],
  [
    'quectel-CM without the verbose reason',
    [
      '[01-02_10:00:00:000] Quectel_QConnectManager_Linux_V1.6.0.24',
      '[01-02_10:00:01:000] requestRegistrationState2 MCC: 440, MNC: 10, PS: Attached, DataCap: LTE',
      '[01-02_10:00:02:000] requestSetupDataCall WdsConnectionIPv4 failed',
      '[01-02_10:00:02:001] call_end_reason is 1',
      '[01-02_10:00:02:001] call_end_reason_type is 3',
    ],
    'ip',
  ],
])('%s', (_what, lines, rung) => {
  const { story } = told(lines)
  expect(story.summary.stopped).toMatchObject({ id: rung, state: 'failure' })
})

test('a remark behind a line is none of its words, and stays in the log', () => {
  const { rows } = told([
    '送信: AT+CPIN?   ← SIM確認',
    '受信: +CPIN: SIM PIN',
    '受信: OK',
    '送信: AT+CPIN="4829"  ← 1回目',
    '受信: +CME ERROR: 16   ← 間違い',
    '送信: AT+COPS?',
    '受信: +COPS: 0',
    '受信: OK',
  ])
  expect(rows.map(({ dir, text }) => `${dir} ${text.trim()}`)).toEqual([
    'tx AT+CPIN?',
    'note ← SIM確認',
    'rx +CPIN: SIM PIN',
    'rx OK',
    'tx AT+CPIN="4829"',
    'note ← 1回目',
    'rx +CME ERROR: 16',
    'note ← 間違い',
    'tx AT+COPS?',
    'rx +COPS: 0',
    'rx OK',
  ])
})

test.each([
  ['AT+CIMI', '+CME ERROR: SIM not inserted', 'sim-missing'],
  ['AT+CGATT=1', '+CME ERROR: 10', 'sim-missing'],
  ['ATD*99#', '+CME ERROR: (U)SIM not inserted', 'sim-missing'],
  ['AT+CMGL=4', '+CMS ERROR: 310', 'sim-missing'],
  ['AT+CMGF=1', '+CMS ERROR: 311', 'sim-pin-needed'],
  ['AT+CGATT=1', '+CME ERROR: SIM PIN required', 'sim-pin-needed'],
  ['AT+CPMS?', '+CMS ERROR: 316', 'sim-puk'],
  ['AT+CMGL=4', '+CMS ERROR: SIM failure', 'sim-failure'],
  ['AT+CIMI', '+CME ERROR: 15', 'sim-failure'],
  ['AT+COPS?', '+CME ERROR: network personalization PIN required', 'sim-failure'],
])('%s that ends with %s stopped at the SIM', (command, error, code) => {
  const { story } = told([command, error])
  expect(story.summary.stopped).toMatchObject({ id: 'sim', state: 'failure' })
  expect(story.causes[0]?.code).toBe(code)
})

test.each([[['AT+CIMI', '440100123456789', 'OK']], [['AT+CREG?', '+CREG: 0,5', 'OK']]])(
  '%j came through the SIM',
  (lines) => {
    const { story } = told(lines)
    expect(story.summary.stages.find(({ id }) => id === 'sim')?.state).toBe('fine')
  },
)

test('what AT+CEER names is told of each command that failed before it for the same session', () => {
  const { story } = told([
    'AT+CGATT=1',
    '+CME ERROR: 148',
    'ATD*99#',
    'NO CARRIER',
    'AT+CEER',
    '+CEER: Requested service option not subscribed (#33)',
    'OK',
  ])
  const [first] = story.causes
  expect(first?.code).toBe('context-denied')
  expect(first?.evidence.map(({ text }) => text)).toContain(
    '+CEER: Requested service option not subscribed (#33)',
  )
  expect(first?.tries[0]?.en).toContain('The APN is not in the subscription')
})

test('a command without values that starts something counts as the first that failed', () => {
  const { section } = told(['AT+NETOPEN', 'ERROR', 'AT+CDNSGIP="a.example"', 'ERROR'])
  expect(section('What happened')?.join('\n')).toContain(
    'First command that failed: AT+NETOPEN: ERROR',
  )
})

test('asked, +NETOPEN: 1 says that the service is open', () => {
  const { story } = told(['AT+NETOPEN', 'OK', '+NETOPEN: 0AT+NETOPEN?', '+NETOPEN: 1', 'OK'])
  expect(story.summary.stages.find(({ id }) => id === 'ip')?.state).toBe('fine')
  expect(story.failures).toEqual([])
})

test('results in digits (ATV0) are told as what they mean', () => {
  const { story } = told(['ATE0V0', '0', 'ATDT*99#', '3'])
  expect(story.summary.stopped).toMatchObject({ id: 'ppp', line: 'NO CARRIER' })
  expect(told(['ATE0V0', '0', 'ATDT*99#', '1']).story.summary.stopped?.state).toBe('busy')
})

test.each([
  ['denied in LTE, an operator of LTE is the one it camps on', '+CEREG: 0,3', 7, 'failure'],
  ['denied in 2G, it is registered in LTE', '+CREG: 0,3', 7, 'fine'],
  ['denied in 2G, an operator of 2G', '+CREG: 0,3', 0, 'failure'],
])('%s', (_what, registration, act, state) => {
  const [asked = ''] = registration.split(':')
  const { story } = told([
    ...[`AT${asked}?`, registration, 'OK'],
    ...['AT+COPS?', `+COPS: 0,2,"44010",${act}`, 'OK'],
  ])
  expect(story.summary.stages.find(({ id }) => id === 'network')?.state).toBe(state)
})

test('a port that is closed while the SIM waits for its PIN leaves it there', () => {
  const log = new LogImport({ knowledge })
  const rows = [...log.push('AT+CPIN?\n+CPIN: SIM PIN\nOK\n'), ...log.end()]
  const [last] = rows.slice(-1)
  if (!last) throw new Error('no row')
  const { explanation: _none, ...place } = last
  const reader = new StoryReader()
  for (const row of rows) reader.take(row)
  reader.take({ ...place, dir: 'note', kind: 'divider', text: 'closed' })
  expect(reader.stories[0]?.summary.stages.find(({ id }) => id === 'sim')?.state).toBe('busy')
})

test('a modem that switched itself off for its supply stopped there, and is odd no more', () => {
  const { section } = told(['AT+CSQ', '+CSQ: 20,99', 'OK', 'UNDER-VOLTAGE POWER DOWN'])
  expect(section('What happened')?.[0]).toBe('It stopped at: Port.')
  expect(section('Likely causes')?.[0]).toBe('The supply voltage of the modem gave way.')
  expect(section('Odd, but not the reason')).toBe(undefined)
})

test('a supply that gave way and held again is only odd', () => {
  const { section } = told([
    'AT+CSQ',
    '+CSQ: 20,99',
    'OK',
    'UNDER-VOLTAGE WARNNING',
    'AT+CSQ',
    '+CSQ: 20,99',
    'OK',
    'AT+CREG?',
    '+CREG: 0,1',
    'OK',
  ])
  expect(section('Likely causes')).toBe(undefined)
  expect(section('Odd, but not the reason')).toEqual(['The supply voltage was too low: once.'])
})
