import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'
import { describe, expect, test } from 'vitest'

function textOf(lines: readonly string[]): string[] {
  const log = new LogImport({ knowledge })
  const redactor = new Redactor({ knowledge })
  return [...log.push(lines.join('\n')), ...log.end()].map((row) => redactor.row(row).text)
}

describe('the rest of a value that a line of the modem cut', () => {
  test.each<[what: string, lines: string[], shown: string[]]>([
    [
      'of a PIN',
      ['AT+CPIN="58', '+CREG: 1', '31"', 'OK'],
      ['AT+CPIN="PIN-1', '+CREG: 1', 'PIN-2"', 'OK'],
    ],
    [
      'with the time of its line',
      [
        '10:00:01.1 TX AT+CPIN="58',
        '10:00:01.2 RX +CREG: 1',
        '10:00:01.3 TX 31"',
        '10:00:02.1 RX OK',
      ],
      ['AT+CPIN="PIN-1', '+CREG: 1', '10:00:01.3 TX PIN-2"', 'OK'],
    ],
    [
      'and the next one in quotes',
      ['AT+CPWD="SC","62', '+CREG: 1', '04","9913"', 'OK'],
      ['AT+CPWD="SC","PASSWORD-1', '+CREG: 1', 'PASSWORD-2","PASSWORD-3"', 'OK'],
    ],
    [
      'but not what is quoted behind the result',
      ['AT+CPIN="58', 'ERROR', 'the label says "31"'],
      ['AT+CPIN="PIN-1', 'ERROR', 'the label says "31"'],
    ],
    [
      'but nothing behind a value that is no secret',
      ['AT+COPS=1,2,"440', '+CREG: 1', '10"', 'OK'],
      ['AT+COPS=1,2,"440', '+CREG: 1', '10"', 'OK'],
    ],
  ])('%s', (_what, lines, shown) => {
    expect(textOf(lines)).toEqual(shown)
  })
})

describe('the echo of a secret command with broken letters', () => {
  test.each([
    ['another letter in the name', 'AT+CPAN="7391"', 'AT+CPAN="PIN-1"'],
    ['an octet more', 'AT+CPI\\xceN="7391"', 'AT+CPI\\xceN="PIN-1"'],
    ['no quotes', 'AT+CPIN\x7f#7391!', 'AT+CPIN\x7f#PIN-1!'],
    ['a digit that became a sign', 'AT+CPAN="7:91"', 'AT+CPAN="PIN-2"'],
  ])('%s', (_what, echo, shown) => {
    const lines = ['> AT+CPIN="7391"', `< ${echo}`, '< OK', '> AT+CSQ', '< +CSQ: 9,99', '< OK']
    const text = textOf(lines)
    expect(text[1]).toBe(shown)
    expect(text[4]).toBe('+CSQ: 9,99')
  })

  test('of which the end was lost', () => {
    const lines = ['> AT+CPWD="SC","6204","9913"', '< AT+CPWD="SC","62:4","99', '< OK']
    expect(textOf(lines)[1]).toBe('AT+CPWD="SC","PASSWORD-3","PASSWORD-4')
    const second = ['> AT+CPWD="SC","6204","9913"', '< AT+CPWD="SC","6204","99', '< OK']
    expect(textOf(second)[1]).toBe('AT+CPWD="SC","PASSWORD-1","PASSWORD-3')
    const bare = ['> AT+CPIN="7391"', '< AT+CPIN=73', '< OK']
    expect(textOf(bare)[1]).toBe('AT+CPIN=PIN-2')
  })

  test('what is said of another line stays', () => {
    const lines = ['> AT+CPIN="7391"', '< OK', '> AT+CSQ', '< count 7391', '< OK']
    expect(textOf(lines)).toContain('count 7391')
  })
})
