import { parseCommands } from '@core/at/command-text'
import { partsOf } from '@core/at/command'
import { usualEndings, isLast, isSecond } from '@core/at/endings'
import { assertPayload } from '@core/at/payload'
import { announcedOctets, expectedPrompt, wholePayload } from '@core/at/prompt'
import { bytesOf } from '@core/bytes'
import { beforeAll, describe, expect, test } from 'vitest'
import { forgetCommands } from './forgotten'

// What other tests asked for is kept.
beforeAll(forgetCommands)

describe('prompts and what is given to them', () => {
  const octets = (count: number) => ({ counts: count })
  test.each<[command: string, counts: number | undefined, octets: number | undefined]>([
    ['AT+X=0,17', 1, 17],
    ['AT+X=17', 0, 17],
    ['AT+X="17"', 0, 17],
    ['AT+X=0', 1, undefined],
    ['AT+X=0,x17', 1, undefined],
    ['AT+X=0,17x', 1, undefined],
    ['AT+X=0,123456789', 1, 123456789],
    ['AT+X=0,1234567890', 1, undefined],
    ['AT+X=0,17', undefined, undefined],
    ['AT+Y=5;+X=17', 0, 17],
  ])('%s, field %s, announces %s octets', (command, counts, count) => {
    expect(announcedOctets(command, counts === undefined ? {} : octets(counts))).toBe(count)
  })
  test.each([
    ['AT+CMGS=1', {}, { command: 'AT+CMGS=1', text: '> ' }],
    ['AT+X=17', { prompt: '@', counts: 0 }, { command: 'AT+X=17', text: '@', octets: 17 }],
    ['AT+X', {}, { command: 'AT+X', text: '> ' }],
  ])('%s is to lead to %o', (command, endings, prompt) => {
    expect(expectedPrompt(command, endings)).toEqual(prompt)
  })
  test('a text has its end behind it, octets their number', () => {
    const text = { text: '> ' }
    const whole = (said: string, open: { text: string; octets?: number }) => [
      ...wholePayload(bytesOf(said), open),
    ]
    expect(whole('a', text)).toEqual([0x61, 0x1a])
    expect(whole('a\x1a', text)).toEqual([0x61, 0x1a])
    expect(whole('', text)).toEqual([0x1a])
    expect(whole('a', { text: '@' })).toEqual([0x61])
    expect(whole('a', { text: '> ', octets: 1 })).toEqual([0x61])
    expect(() => whole('ab', { text: '> ', octets: 1 })).toThrow('announced 1 octets; there are 2')
    expect(() => whole('a\x1a', { text: '> ', octets: 1 })).toThrow(
      'announced 1 octets; there are 2',
    )
  })
  test.each([
    ['AT+CMGS=1', 'a\x1a', ''],
    ['AT+CMGW=1', 'a\x1a', ''],
    ['AT+CMGC=1', 'a\x1a', ''],
    ['AT+CMGS=1', 'a', 'must end with 1A'],
    ['AT+CMGW=1', '', 'must end with 1A'],
    ['AT+CMGC=1', 'a', 'must end with 1A'],
    ['AT+CMGS=1', 'a\x1a\x1a', 'which would end or cancel it'],
    ['AT+CMGS=1', 'a\x1bb\x1a', 'which would end or cancel it'],
    ['AT+CMGS=1', '\x1a', ''],
    ['AT+CMGSX=1', 'a', ''],
    ['AT+XCMGS=1', 'a', ''],
    ['AT+CIPSEND=1', 'a\x1b', ''],
    ['AT+CSQ;+CMGS=1', 'a', 'must end with 1A'],
  ])('%s and %j: %s', (command, said, wrong) => {
    const assert = () => assertPayload(command, { payload: bytesOf(said) })
    if (wrong === '') expect(assert).not.toThrow()
    else expect(assert).toThrow(wrong)
  })
  test('without a payload nothing is wrong with it', () => {
    expect(() => assertPayload('AT+CMGS=1', {})).not.toThrow()
  })
  test('the true result behind OK, and the last of several', () => {
    const second = /^\+X: /
    expect([isSecond(usualEndings, '+X: 1'), isLast(usualEndings, '+X: 1')]).toEqual([false, false])
    expect([isSecond({ second }, '+X: 1'), isLast({ second }, '+X: 1')]).toEqual([true, true])
    expect([isSecond({ second }, '+Y: 1'), isLast({ second }, '+Y: 1')]).toEqual([false, false])
    const several = { second, last: /^\+X: 0$/ }
    expect([isLast(several, '+X: 1'), isLast(several, '+X: 0')]).toEqual([false, true])
  })
})

describe('the commands of a line as they were typed', () => {
  test.each<
    [text: string, commands: (readonly [name: string, form: string, args: string, start: number])[]]
  >([
    [' \0at', [['AT', 'action', '', 4]]],
    ['AT ; +CSQ', [['+CSQ', 'action', '', 9]]],
    ['+++ \r\n', [['+++', 'action', '', 3]]],
    ['x+++', []],
    ['ATE?', [['ATE', 'read', '', 3]]],
    [
      'ATEV1',
      [
        ['ATE', 'action', '', 3],
        ['ATV', 'set', '1', 4],
      ],
    ],
    ['AT&', [['AT', 'action', '', 3]]],
    [
      'AT&C1&D2',
      [
        ['AT&C', 'set', '1', 4],
        ['AT&D', 'set', '2', 7],
      ],
    ],
    ['ATS', [['ATS', 'action', '', 3]]],
    ['ATS7', [['ATS', 'action', '7', 3]]],
    [
      'ATS7=30;+CSQ',
      [
        ['ATS', 'set', '7=30', 3],
        ['+CSQ', 'action', '', 12],
      ],
    ],
    ['ATS7=', [['ATS', 'set', '7=', 3]]],
    ['atd123;', [['ATD', 'action', '123;', 3]]],
    ['ATSIMCOMATI', [['SIMCOMATI', 'action', '', 11]]],
    [
      'AT+X="a;b";+Y=1',
      [
        ['+X', 'set', '"a;b"', 5],
        ['+Y', 'set', '1', 14],
      ],
    ],
    [
      'AT+X?+Y?',
      [
        ['+X', 'read', '', 4],
        ['+Y', 'read', '', 7],
      ],
    ],
    ['AT+X=? words', [['+X', 'test', '', 4]]],
    ['AT+X words behind', [['+X', 'action', '', 4]]],
    [
      'AT+X;E0',
      [
        ['+X', 'action', '', 4],
        ['ATE', 'set', '0', 6],
      ],
    ],
    ['AT+', [['AT', 'action', '', 3]]],
    ['AT+a.b-c_d/e:f!g%h=1', [['+A.B-C_D/E:F!G%H', 'set', '1', 19]]],
  ])('%j', (text, commands) => {
    expect(
      parseCommands(text).map(({ name, form, args, argsStart }) => [name, form, args, argsStart]),
    ).toEqual(commands)
  })
  test.each<[command: string, parts: string[]]>([
    ['ATE0 V1', ['E run 0', 'V run 1']],
    ['AT+X=1; ;+Y', ['+X set 1', '+Y run ']],
    ['AT +x = 1', ['+X set  1']],
    ['ATS10?S7=5', ['S10 read ', 'S7 set 5']],
    ['AT+X=""', ['+X set ""']],
    ['AT+X=";";+Y', ['+X set ";"', '+Y run ']],
    ['E0', ['E run 0']],
    ['AT&f0', ['&F run 0']],
    ['AT+X??', ['+X run ??']],
    ['atdx;+Y', ['D run x;+Y']],
  ])('its parts: %s', (command, parts) => {
    expect(partsOf(command).map(({ name, op, value }) => `${name} ${op} ${value}`)).toEqual(parts)
  })
})
