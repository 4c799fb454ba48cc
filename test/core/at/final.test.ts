import { describe, expect, test } from 'vitest'
import { finalLine, parseFinal, weightOf } from '@core/at/final'

describe('final results', () => {
  test.each([
    ['OK', { kind: 'ok' }],
    ['ERROR', { kind: 'error' }],
    ['+CME ERROR: 10', { kind: 'cme', code: 10, text: null }],
    ['+CME ERROR: SIM not inserted', { kind: 'cme', code: null, text: 'SIM not inserted' }],
    ['+CME ERROR:', { kind: 'cme', code: null, text: null }],
    ['+CMS ERROR: 305', { kind: 'cms', code: 305, text: null }],
    ['CONNECT', { kind: 'connect', text: '' }],
    ['CONNECT 115200', { kind: 'connect', text: '115200' }],
    ['NO CARRIER', { kind: 'no carrier' }],
    ['BUSY', { kind: 'busy' }],
    ['NO ANSWER', { kind: 'no answer' }],
    ['NO DIALTONE', { kind: 'no dialtone' }],
    ['NO DIAL TONE', { kind: 'no dialtone' }],
    ['COMMAND NOT SUPPORT', { kind: 'not supported' }],
    ['ABORTED', { kind: 'aborted' }],
  ])('%s ends a command', (line, final) => {
    expect(parseFinal(line)).toEqual(final)
  })

  test.each([
    'ERRORS',
    'OK.',
    'ok',
    'Error',
    'BUSY TONE',
    '+COPS: 0,0,"BUSY",7',
    'CONNECTED',
    'NO CARRIERS',
    '0',
    '+CME ERRORS: 3',
    'constructor',
    '__proto__',
    '',
  ])('%s ends nothing', (line) => {
    expect(parseFinal(line)).toBeUndefined()
  })

  test.each([
    ['0', 'OK'],
    ['1', 'CONNECT'],
    ['3', 'NO CARRIER'],
    ['4', 'ERROR'],
    ['6', 'NO DIALTONE'],
    ['7', 'BUSY'],
    ['8', 'NO ANSWER'],
  ])('digit %s is %s when results are numeric', (digit, words) => {
    const final = parseFinal(digit, { numeric: true })
    expect(final && finalLine(final)).toBe(words)
  })

  test('2 is RING and ends nothing', () => {
    expect(parseFinal('2', { numeric: true })).toBeUndefined()
  })

  test('a command may have finals of its own, good and bad', () => {
    const extra = ['SEND OK', 'SEND FAIL']
    expect(parseFinal('SEND OK', { extra })).toEqual({ kind: 'ok', text: 'SEND OK' })
    expect(parseFinal('SEND FAIL', { extra })).toEqual({ kind: 'error', text: 'SEND FAIL' })
    expect(parseFinal('SEND OK')).toBeUndefined()
  })

  test('says which errors pass by themselves', () => {
    expect(weightOf({ kind: 'cme', code: 14, text: null })).toBe('retry')
    expect(weightOf({ kind: 'cme', code: 10, text: null })).toBe('fatal')
    expect(weightOf({ kind: 'error' })).toBeUndefined()
  })
})
