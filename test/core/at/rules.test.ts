import { answers } from '@core/at/answer'
import { assertSendable, partsOf, shown } from '@core/at/command'
import { ruleOf } from '@core/at/timeouts'
import { beforeAll, describe, expect, test } from 'vitest'
import { forgetCommands } from './forgotten'

// What other tests asked for is kept.
beforeAll(forgetCommands)

describe('what the engine knows of a command', () => {
  const flags = (command: string) => {
    const rule = ruleOf(command)
    return (
      ['abortable', 'idempotent', 'secret', 'call', 'restarts', 'free', 'mustAnswer'] as const
    )
      .filter((name) => rule[name])
      .join(' ')
  }
  test.each<[command: string, flags: string, prefixes: string[], prompt?: string]>([
    ['AT', 'idempotent', []],
    ['ATE0', 'idempotent', []],
    ['AT&F', 'idempotent', []],
    ['ATI', 'idempotent free', []],
    ['ATS0?', 'idempotent free', []],
    ['ATS0=1', 'idempotent free', []],
    ['ATD123', 'abortable call', []],
    ['ATO', 'call', []],
    ['ATH', 'idempotent', []],
    ['AT+CSQ', 'idempotent mustAnswer', ['+CSQ:']],
    ['AT+CEREG?', 'idempotent mustAnswer', ['+CEREG:']],
    ['AT+CEREG=?', 'idempotent mustAnswer', ['+CEREG:']],
    ['AT+CEREG=1', 'idempotent', ['+CEREG:']],
    ['AT+CEREG', 'idempotent', ['+CEREG:']],
    ['AT+CGSN', 'idempotent free', ['+CGSN:']],
    ['AT+CGSN=?', 'idempotent free', ['+CGSN:']],
    ['AT+CICCID', 'idempotent mustAnswer', ['+ICCID:', '+CICCID:']],
    ['AT+CFUN=1,1', 'restarts', ['+CFUN:']],
    ['AT+CFUN=6', 'restarts', ['+CFUN:']],
    ['AT+CFUN=1', 'idempotent', ['+CFUN:']],
    ['AT+CFUN=61', 'restarts', ['+CFUN:']],
    ['AT+CFUN=11', 'idempotent', ['+CFUN:']],
    ['AT+CFUN?', 'idempotent mustAnswer', ['+CFUN:']],
    ['AT+CRESET', 'restarts', ['+CRESET:']],
    ['AT+CRESET=?', 'idempotent free', ['+CRESET:']],
    ['AT+CPIN="1"', 'secret', ['+CPIN:']],
    ['AT+CPIN?', 'idempotent mustAnswer', ['+CPIN:']],
    ['AT+COPS=?', 'abortable idempotent mustAnswer', ['+COPS:']],
    ['AT+COPS=0', 'abortable idempotent', ['+COPS:']],
    ['AT+CMGS=1', '', ['+CMGS:'], '> '],
    ['AT+CMGS=?', 'idempotent mustAnswer', ['+CMGS:']],
    // A command nobody here knows.
    ['AT+XY=1', 'call free', ['+XY:']],
    ['AT+CLCC', 'idempotent', ['+CLCC:']],
    ['AT+VTS=1', 'idempotent', ['+VTS:']],
    ['AT+XY?', 'idempotent free', ['+XY:']],
    ['AT+XY=?', 'idempotent free', ['+XY:']],
    ['AT^XY', 'call free', ['^XY:']],
    // Several in a line.
    ['AT+CSQ;+CPIN="1"', 'secret mustAnswer', ['+CSQ:', '+CPIN:']],
    ['AT+CSQ;+COPS=0', 'abortable idempotent mustAnswer', ['+CSQ:', '+COPS:']],
    ['AT+CSQ;+CMGS=1', 'mustAnswer', ['+CSQ:', '+CMGS:'], '> '],
    ['ATE0;+XY=1', 'call free', ['+XY:']],
  ])('%s: %s', (command, expected, prefixes, prompt) => {
    expect(flags(command)).toBe(expected)
    expect(ruleOf(command).prefixes).toEqual(prefixes)
    expect(ruleOf(command).prompt).toBe(prompt)
    // Asked again it is the same.
    expect(ruleOf(command)).toBe(ruleOf(command))
  })
  test('one that is longer than 512 is not kept', () => {
    const long = (length: number) => `AT+XY="${'x'.repeat(length - 8)}"`
    expect(ruleOf(long(512))).toBe(ruleOf(long(512)))
    expect(ruleOf(long(513))).not.toBe(ruleOf(long(513)))
    expect(ruleOf(long(513))).toEqual(ruleOf(long(512)))
    expect(partsOf(long(512))).toBe(partsOf(long(512)))
    expect(partsOf(long(513))).not.toBe(partsOf(long(513)))
  })
  test.each([
    ['AT+CPIN="1234"', true, 'AT+CPIN=…'],
    ['AT+CPIN=1;+X=2', true, 'AT+CPIN=…'],
    ['AT+CPIN?', true, 'AT+CPIN?'],
    ['AT+CSQ=1', false, 'AT+CSQ=1'],
  ])('%s, secret: %s, is shown as %s', (command, hidden, said) => {
    expect(shown(command, hidden)).toBe(said)
  })
  test.each([
    ['', 'It is empty.'],
    [' ', 'It is empty.'],
    ['AT\r', 'Character 3 is U+000D.'],
    ['AT+\x7f', 'Character 4 is U+007F.'],
    ['AT\x80', 'Character 3 is U+0080.'],
    ['AT\u0100', 'Character 3 is U+0100.'],
    ['A'.repeat(3072), 'It has 3072 characters; 3071 are allowed.'],
  ])('%j cannot be sent: %s', (command, why) => {
    expect(() => assertSendable(command)).toThrow(why)
  })
  test.each(['AT', 'AT ', 'AT\xa0\xff~', 'A'.repeat(3071)])('%j can', (command) => {
    expect(() => assertSendable(command)).not.toThrow()
  })
})

describe('an answer, or the unsolicited line of the same name', () => {
  test.each([
    ['AT+CEREG?', '+CEREG: 0,1', true],
    ['AT+CEREG?', '+CEREG: 0, 11', true],
    ['AT+CEREG?', '+CEREG: 2,1,"1a"', true],
    ['AT+CEREG?', '+CEREG: 1', false],
    ['AT+CEREG?', '+CEREG: 1,"1a"', false],
    ['AT+CEREG?', '+CEREG: 10,1', false],
    ['AT+CEREG?', '+CEREG: 0,111', false],
    ['AT+CREG?', '+CREG: 1', false],
    ['AT+CGREG?', '+CGREG: 1', false],
    ['AT+C5GREG?', '+C5GREG: 1', false],
    ['AT+CEREG=?', '+CEREG: (0-2)', true],
    ['AT+CEREG=?', '+CEREG: 0,1', false],
    ['AT+CEREG=2', '+CEREG: 0,1', false],
    ['AT+COPS?', '+COPS: 0,0,"x",7', true],
    ['AT+COPS?', '+COPS: (2,"x")', false],
    ['AT+COPS=?', '+COPS: (2,"x")', true],
    ['AT+COPS=?', '+COPS: 0,0,"x",7', false],
    ['AT+COPS=?', '+COPS: 0', false],
    ['AT+COPS=?', '+COPS: 0,1', true],
    ['AT+CPIN?', '+CPIN: READY', true],
    ['AT+CPIN=?', '+CPIN: READY', true],
    ['AT+CPIN=1', '+CPIN: READY', false],
    ['AT+CGEV?', '+CGEV: x', false],
    ['AT+CLIP?', '+CLIP: 0,1', true],
    ['AT+CLIP?', '+CLIP: "0312",129', false],
    ['AT+CLIP=?', '+CLIP: "0"', true],
    ['AT+CLIP=1', '+CLIP: 0,1', false],
    ['AT+COLP?', '+COLP: "0312",129', false],
    ['AT+COLP?', '+COLP: 0,1', true],
    ['AT+CUSD?', '+CUSD: 0', true],
    ['AT+CUSD?', '+CUSD: 0,"x",15', false],
    ['AT+CUSD=?', '+CUSD: (0,1)', true],
    ['AT+CUSD=1', '+CUSD: 0', false],
    ['AT+CSQ', '+CSQ: 9,99', true],
    ['AT+CSQ', '+CSQX: 9', false],
    ['AT+CSQ', 'x+CSQ: 9', false],
    ['AT+CICCID', '+ICCID: 89', true],
    ['AT+CEREG=2;+CEREG?', '+CEREG: 0,1', true],
  ])('%s: %s is its answer: %s', (command, line, is) => {
    expect(answers(command, ruleOf(command), line)).toBe(is)
  })
})
