import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
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
const mm = (text: string) => `May 02 11:00:01 bench ModemManager[51]: ${text}`
const connecting = mm('<info>  [modem0] state changed (registered -> connecting)')
const registered = mm('<info>  [modem0] state changed (connecting -> registered)')

test.each([
  [
    'ModemManager, a login',
    [
      connecting,
      mm("<warn>  [modem0] couldn't connect bearer: User authentication failed"),
      registered,
    ],
    'It stopped at: IP.',
    'link-auth-refused',
  ],
  [
    'ModemManager, a plan',
    [
      connecting,
      mm(
        '<warn>  [modem0/bearer0] connection attempt #1 failed: Requested service option not subscribed',
      ),
      registered,
    ],
    'It stopped at: IP.',
    'context-denied',
  ],
  [
    'mmcli among answers',
    [
      "$ mmcli -m 0 --command='AT+CSQ'",
      "response: '+CSQ: 20,99'",
      '$ mmcli -m 0 --simple-connect="apn=demo.apn"',
      "error: couldn't connect the modem: 'GDBus.Error:org.freedesktop.ModemManager1.Error.MobileEquipment.NotAllowed: Not allowed'",
    ],
    'It stopped at: IP.',
    'context-not-activated',
  ],
  [
    'ModemManager without the head of syslog',
    ['<info>  [modem0] simple connect started...', '<warn>  [modem0] 3GPP registration denied'],
    'It stopped at: Network.',
    'registration-denied',
  ],
  [
    'quectel-CM',
    [
      '[05-02_11:00:01:310] requestRegistrationState2 MCC: 440, MNC: 10, PS: Attached, DataCap: LTE',
      '[05-02_11:00:05:310] requestSetupDataCall QMUXResult = 0x1, QMUXError = 0xe',
      '[05-02_11:00:05:320] call_end_reason is 1',
      '[05-02_11:00:05:330] requestSetupDataCall WdsConnectionIPv4Handle: 0x0',
    ],
    'It stopped at: IP.',
    'context-not-activated',
  ],
  [
    'wvdial to a number',
    [
      '--> Sending: ATDT0312345678',
      '--> Waiting for carrier.',
      'ATDT0312345678',
      'NO CARRIER',
      '--> No Carrier!  Trying again.',
    ],
    'It stopped at: PPP.',
    'dial-no-carrier',
  ],
])('what a connection manager says of the step that failed: %s', (_name, lines, words, code) => {
  const story = told(...lines)
  expect(verdict(story).en).toBe(words)
  expect(story.causes[0]?.code).toBe(code)
})

test('a session that a manager brings up at the second attempt is up', () => {
  const story = told(
    connecting,
    mm('<warn>  [modem0/bearer0] connection attempt #1 failed: Unknown error'),
    registered,
    connecting,
    mm('<info>  [modem0] state changed (connecting -> connected)'),
  )
  expect(verdict(story).en).toBe('All that was tried came up.')
})

const list = (hex: string) => ['AT+CRSM=176,28539,0,0,6', `+CRSM: 144,0,"${hex}"`, 'OK']
const here = (oper: string) => ['AT+COPS?', `+COPS: 0,2,"${oper}",7`, 'OK']
const poll = (stat: number) => ['AT+CEREG?', `+CEREG: 0,${stat}`, 'OK']

test.each([
  ['nothing says which network it is', [...list('44F002FFFFFF'), ...poll(3)], true],
  ['the list holds the network', [...here('44020'), ...list('44F002FFFFFF'), ...poll(3)], true],
  ['the list holds others', [...here('44010'), ...list('44F002FFFFFF'), ...poll(2)], false],
  [
    'the network has a name alone',
    [...here('NTT DOCOMO'), ...list('64F010FFFFFF'), ...poll(2)],
    false,
  ],
  ['the radio is off', [...list('44F002FFFFFF'), 'AT+CFUN=0', 'OK', ...poll(0)], false],
])('forbidden networks are cited only where they fit: %s', (_name, lines, cited) => {
  const { causes } = told(...lines)
  expect(causes.length).toBeGreaterThan(0)
  const texts = causes.flatMap(({ evidence }) => evidence.map(({ text }) => text))
  expect(texts.some((text) => text.startsWith('+CRSM'))).toBe(cited)
})

test('a SIM that wants its PUK after wrong PINs is told as that alone', () => {
  const { causes } = told(
    ...['AT+CPIN?', '+CPIN: SIM PIN', 'OK', 'AT+CPIN=1234', '+CME ERROR: 16'],
    ...['AT+CPIN?', '+CPIN: SIM PUK', 'OK'],
  )
  expect(causes.map(({ code }) => code)).toEqual(['sim-puk'])
})

test('a supply that was too low is told once, as what is odd', () => {
  const { failure, oddities } = told('AT+CSQ', '+CSQ: 20,0', 'OK', 'UNDER-VOLTAGE WARNNING')
  expect(failure).toBeUndefined()
  expect(oddities.map(({ kind }) => kind)).toEqual(['brown-out'])
})

test('an IMEI that a program wrote among words of its own is the modem’s, where it was asked for', () => {
  const tagged = (...lines: string[]) =>
    lines.map((line, i) => `D (12${i}0) uart_terminal: ${line}`)
  const number = '352099001761481'
  expect(told(...tagged('AT+CGSN', number, 'OK')).summary.imei).toBe(number)
  expect(told(...tagged('AT+CSQ', number, 'OK')).summary.imei).toBe('')
})

test.each([
  [
    'lpac alone',
    ['{"type":"lpa","payload":{"code":-1,"message":"es10b_prepare_download","data":""}}'],
    'It stopped at: SIM.',
    undefined,
  ],
  [
    'mbimcli',
    ['error: operation failed: ServiceNotActivated'],
    'It stopped at: IP.',
    'context-denied',
  ],
  [
    'qmicli, which names the reason and a vaguer line',
    [
      '$ qmicli -d /dev/cdc-wdm0 --wds-start-network=apn=demo.apn',
      "error: couldn't start network: QMI protocol error (14): 'CallFailed'",
      'verbose call end reason (6,33): [3gpp] option-unsubscribed',
    ],
    'It stopped at: IP.',
    'context-denied',
  ],
])('a tool without AT has its verdict, and no advice in AT: %s', (_name, lines, stopped, code) => {
  const story = told(...lines)
  expect(verdict(story).en).toBe(stopped)
  expect(story.causes.map((cause) => cause.code)).toEqual(code === undefined ? [] : [code])
  expect(JSON.stringify(story.causes.map(({ tries }) => tries))).not.toContain('AT+')
})

test('netsh mbn show interface alone is a log of a tool', () => {
  const log = new LogImport({ knowledge })
  log.push(
    'There is 1 interface on the system:\n\n    Name : Cellular\n    State                  : Not connected\n',
  )
  log.end()
  expect(log.exchanges).toBeGreaterThan(0)
})
