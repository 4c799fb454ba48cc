import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { macroFrom, parseMacro } from '@core/macro/parse'
import { linePattern } from '@core/macro/pattern'

const shipped = (name: string) =>
  readFileSync(resolve(import.meta.dirname, `../../../resources/macros/${name}.txt`), 'utf8')

describe('the text of a macro', () => {
  test('is one step a line, each with its number', () => {
    const text = [
      '\ufeff# Registers, then shows the signal',
      'set apn soracom.io',
      '',
      'on error stop',
      'at+cfun=1',
      '  AT+CGDCONT=1,"IP","{apn}"',
      'wait 2s',
      'AT+CEREG?',
      'expect +CEREG: 0,[15] within 60s every 2s',
      'send RAW TEXT',
    ].join('\r\n')
    expect(macroFrom(text)).toEqual({
      about: 'Registers, then shows the signal',
      variables: [{ name: 'apn', value: 'soracom.io' }],
      steps: [
        { kind: 'on error', line: 4, stop: true },
        { kind: 'send', line: 5, command: 'at+cfun=1' },
        { kind: 'send', line: 6, command: 'AT+CGDCONT=1,"IP","{apn}"' },
        { kind: 'wait', line: 7, ms: 2000, text: '2s' },
        { kind: 'send', line: 8, command: 'AT+CEREG?' },
        {
          kind: 'expect',
          line: 9,
          pattern: '+CEREG: 0,[15]',
          withinMs: 60_000,
          everyMs: 2000,
        },
        { kind: 'send', line: 10, command: 'RAW TEXT' },
      ],
    })
  })

  test.each([
    ['wait 500ms', 500],
    ['wait 1.5 s', 1500],
    ['wait 2min', 120_000],
    ['wait 3', 3000],
  ])('%s waits %i ms', (line, ms) => {
    expect(parseMacro(`AT\n${line}`).steps[1]).toMatchObject({ ms })
  })

  test.each([
    ['AT\nfoo', 2, 'expected an AT command'],
    ['AT\nwait soon', 2, 'such as 2s'],
    ['AT\nwait 2h', 2, 'such as 2s'],
    ['AT\nexpect', 2, 'needs the line'],
    ['AT\nexpect OK within soon', 2, 'within 60s'],
    ['AT\nexpect OK every 2s', 2, 'needs `within`'],
    ['expect OK within 9s every 2s\nAT', 1, 'repeats the command'],
    ['AT\nexpect +CEREG: [', 2, 'no pattern'],
    ['AT\nexpect /(/', 2, 'no pattern'],
    ['set Apn x\nAT', 1, 'lower-case'],
    ['AT+CGDCONT=1,"IP","{apn}"', 1, '{apn} has no value'],
    ['on error panic\nAT', 1, 'on error stop'],
    ['# nothing', 1, 'no command'],
    ['send', 1, 'needs a text'],
  ])('says in which line it is wrong, and what was expected: %j', (text, line, words) => {
    const [problem] = parseMacro(text).problems
    expect(problem?.line).toBe(line)
    expect(problem?.words.en).toContain(words)
    expect(problem?.words.ja).not.toBe('')
  })

  test('names every wrong line in one fault', () => {
    try {
      macroFrom('AT\nfoo\nbar')
      expect.unreachable()
    } catch (error) {
      expect(faultCode(error)).toBe('macro-syntax')
      expect(String(error)).toMatch(/line 2.*line 3/s)
    }
  })

  test('may be anything without a throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseMacro(text)))
  })
})

test.each(['information', 'wait-for-network'])('the shipped macro %s can be read', (name) => {
  expect(parseMacro(shipped(name)).problems).toEqual([])
})

test.each([
  ['+CEREG: 0,[15]', '+CEREG: 0,5', true],
  ['+CEREG: 0,[15]', '+CEREG: 0,2', false],
  ['+CEREG: 0,[15]', '+CEREG: 0,5,"1B71"', false],
  ['+CEREG: 0,[15]*', '+CEREG: 0,5,"1B71"', true],
  ['+CEREG: 0,[!15]', '+CEREG: 0,2', true],
  ['OK', 'NOK', false],
  ['+COPS: *"44010"*', '+COPS: 0,2,"44010",7', true],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'axb', false],
  ['/^\\+CSQ: [0-3]?\\d,/', '+CSQ: 20,99', true],
  ['(x)', '(x)', true],
])('%s against %s: %s', (pattern, line, fits) => {
  expect(linePattern(pattern).pattern?.test(line)).toBe(fits)
})

test.each([
  ['if rsrp < -110\nAT', 1, /this `if` has no `end`/, /end がありません/],
  ['AT\nend', 2, /none is open here/, /対応する if/],
  ['AT\nelse', 2, /`else` belongs between/, /else は if と end/],
  ['if ok\nelse\nelse\nend\nAT', 3, /has an `else` already/, /すでに else/],
  ['if weather\nend\nAT', 1, /"weather": expected a comparison such as rsrp < -110/, /比較/],
  ['AT\nif rssi < -110 and not answer FOO\nend', 2, /conditions cannot be joined/, /つなぐ/],
  ['if answer [\nend\nAT', 1, /without characters/, /文字/],
  ['repeat 0 times\nend\nAT', 1, /expected `repeat 10 times`/, /repeat 10 times/],
  ['repeat until ok\nAT\nend', 1, /at most 10 times/, /at most 10 times/],
  ['AT\ncapture x +CSQ: *', 2, /a regular expression with a group/, /正規表現/],
  ['AT\ncapture x /CSQ/', 2, /a group around the value/, /グループ/],
  ['AT\nask', 2, /needs a question/, /質問が必要/],
  ['AT\nslot c', 2, /expected `slot a` or `slot b`/, /slot a/],
  ['AT\nbeep twice', 2, /`beep` stands alone/, /単独/],
  ['if {x} = 1\nend\nAT', 1, /\{x\} has no value/, /値がありません/],
])('%j is refused in line %i', (text, line, en, ja) => {
  const { problems } = parseMacro(text)
  const found = problems.find((one) => one.line === line)
  expect(found?.words.en).toMatch(en)
  expect(found?.words.ja).toMatch(ja)
})

test('a payload, a variable and a capture inside of blocks are known outside', () => {
  const text = `if ok
  AT+CMGS="1"
  payload hello
  set n 1
  capture x /(.)/
else
  repeat 2 times
    AT{n}{x}
  end
end`
  expect(parseMacro(text).problems).toEqual([])
})
