import { beforeAll, describe, expect, test } from 'vitest'
import { partsOf } from '@core/at/command'
import { ruleOf } from '@core/at/timeouts'
import { forgetCommands } from './forgotten'

// What other tests asked for is kept.
beforeAll(forgetCommands)

describe('how long a command may take', () => {
  test.each([
    ['AT', 2],
    ['ATE1', 2],
    ['ATI', 2],
    ['AT+CSQ', 5],
    ['AT+CEREG?', 5],
    ['AT+CFUN=4', 15],
    ['AT+CFUN=1,1', 75],
    ['AT+CPIN="1234"', 30],
    ['AT+COPS=?', 180],
    ['AT+COPS=1,2,"44010"', 150],
    ['AT+CGATT=1', 150],
    ['ATD*99***1#', 60],
    ['ATH', 90],
    ['ATO', 10],
    ['AT+CMGS="+81"', 120],
    ['AT+XYZZY=1', 9],
    ['AT+CMEE=2;+COPS=?', 180],
    ['at+csq', 5],
  ])('%s: %i s', (command, seconds) => {
    expect(ruleOf(command).timeoutMs).toBe(seconds * 1000)
  })

  test.each(['AT+COPS=?', 'ATD*99#', 'ATA', 'AT+CGATT=1', 'AT+CSQ;+COPS=?'])(
    '%s is aborted by any octet',
    (command) => {
      expect(ruleOf(command).abortable).toBe(true)
    },
  )

  test.each(['AT+CMGS=20', 'ATD*99#', 'AT+CPOF', 'AT+CPIN="1"', 'AT+XYZZY=1', 'AT+CUSD=1,"*100#"'])(
    '%s is never repeated by itself',
    (command) => {
      expect(ruleOf(command).idempotent).toBe(false)
    },
  )

  test.each(['AT+CSQ', 'AT+CEREG?', 'AT+XYZZY?', 'AT+CFUN=1', 'AT'])('%s may be', (command) => {
    expect(ruleOf(command).idempotent).toBe(true)
  })

  test.each(['AT+CPIN="1234"', 'AT+CGAUTH=1,3,"sora","sora"', 'AT+CLCK="SC",1,"1234"'])(
    '%s holds a secret',
    (command) => {
      expect(ruleOf(command).secret).toBe(true)
    },
  )

  test.each(['AT+CPIN?', 'AT+CGAUTH?'])('%s holds none', (command) => {
    expect(ruleOf(command).secret).toBe(false)
  })
})

describe('the commands of a line', () => {
  const short = (command: string) =>
    partsOf(command).map((part) => `${part.name} ${part.op} ${part.value}`.trim())
  test.each([
    ['AT', ['run']],
    ['ATE1V1', ['E run 1', 'V run 1']],
    ['AT&F&D2', ['&F run', '&D run 2']],
    ['ATS0=0', ['S0 set 0']],
    ['ATS0?', ['S0 read']],
    ['AT+CMEE=2;+CREG=2', ['+CMEE set 2', '+CREG set 2']],
    ['AT+CGDCONT=1,"IP","a;b"', ['+CGDCONT set 1,"IP","a;b"']],
    ['AT+COPS=?', ['+COPS test']],
    ['ATD*99***1#', ['D run *99***1#']],
    ['ATDT0312345678;', ['D run T0312345678;']],
    ['AT*CNTI=0', ['*CNTI set 0']],
    ['AT^SYSINFO', ['^SYSINFO run']],
  ])('%s', (command, parts) => {
    expect(short(command)).toEqual(parts)
  })

  test('strange text does not hang it', () => {
    for (const text of [
      '',
      'AT;',
      'AT;;',
      'AT==',
      'AT"',
      'hello?',
      'AT+;',
      'A/',
      '+++',
      'AT\u00ff',
    ])
      expect(partsOf(text).length).toBeGreaterThan(0)
  })
})
