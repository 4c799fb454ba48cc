import { parseCommands } from '@core/at/command-text'
import { expect, test } from 'vitest'

test.each([
  ['AT', [['AT', 'action', '']]],
  ['at+cereg?', [['+CEREG', 'read', '']]],
  ['AT+COPS=?\r', [['+COPS', 'test', '']]],
  ['AT+CGDCONT=1,"IP","a;b"', [['+CGDCONT', 'set', '1,"IP","a;b"']]],
  [
    'AT+CMEE=2;+CREG?',
    [
      ['+CMEE', 'set', '2'],
      ['+CREG', 'read', ''],
    ],
  ],
  [
    'ATE0V1',
    [
      ['ATE', 'set', '0'],
      ['ATV', 'set', '1'],
    ],
  ],
  [
    'ATE0+CMEE=2',
    [
      ['ATE', 'set', '0'],
      ['+CMEE', 'set', '2'],
    ],
  ],
  ['AT&D2', [['AT&D', 'set', '2']]],
  ['ATS7=30', [['ATS', 'set', '7=30']]],
  ['ATS0?', [['ATS', 'read', '0?']]],
  ['ATD*99***1#', [['ATD', 'action', '*99***1#']]],
  ['AT$QCPDPP=1,1,"p","u"', [['$QCPDPP', 'set', '1,1,"p","u"']]],
  ['AT!GSTATUS?', [['!GSTATUS', 'read', '']]],
  ['AT*CNTI?', [['*CNTI', 'read', '']]],
  ['AT+SIMCOMATI', [['+SIMCOMATI', 'action', '']]],
  ['ATI', [['ATI', 'action', '']]],
  ['+++', [['+++', 'action', '']]],
  ['hello', []],
])('reads %s', (text, expected) => {
  expect(parseCommands(text).map(({ name, form, args }) => [name, form, args])).toEqual(expected)
})

test('says where the arguments stand in the line', () => {
  const text = 'AT+CMEE=2;+CPIN="1234"'
  const [, pin] = parseCommands(text)
  expect(text.slice(pin?.argsStart)).toBe('"1234"')
})
