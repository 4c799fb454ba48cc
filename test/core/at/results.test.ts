import { expectOk } from '@core/at/reply'
import {
  endingFinal,
  endsCall,
  finalLine,
  parseFinal,
  repaired,
  succeeded,
  unknownCommand,
  weightOf,
  type Final,
} from '@core/at/final'
import { beforeAll, describe, expect, test } from 'vitest'
import { forgetCommands } from './forgotten'

// What other tests asked for is kept.
beforeAll(forgetCommands)

describe('final results', () => {
  test.each<[line: string, final: Final | undefined]>([
    ['COMMAND NO RESPONSE!', { kind: 'error', text: 'COMMAND NO RESPONSE!' }],
    ['NO CARRIER: 1,2', { kind: 'no carrier' }],
    ['NO CARRIER:1, 2', { kind: 'no carrier' }],
    ['NO CARRIER: 1', undefined],
    ['NO CARRIER: 1,2 x', undefined],
    ['CONNECT  9600 ', { kind: 'connect', text: '9600' }],
    ['+CME ERROR:10', { kind: 'cme', code: 10, text: null }],
    ['+CME ERROR: 12345', { kind: 'cme', code: 12345, text: null }],
    ['+CME ERROR: 123456', { kind: 'cme', code: null, text: '123456' }],
    ['+CME ERROR: 1x', { kind: 'cme', code: null, text: '1x' }],
    ['+CME ERROR: x1', { kind: 'cme', code: null, text: 'x1' }],
    ['+CMS ERROR:   ', { kind: 'cms', code: null, text: null }],
    ['x+CME ERROR: 1', undefined],
    ['+CMX ERROR: 1', { kind: 'cme', code: 1, text: null }],
    ['+CME ERRO?: 3', { kind: 'cme', code: 3, text: null }],
    ['+CME?ERROR: 3', undefined],
    ['+CXX ERRXR: 3', undefined],
    ['+CM\ufffd ERROR: 3', { kind: 'cme', code: 3, text: null }],
    ['+CM\xef\xbf\xbd ERROR: 3', { kind: 'cme', code: 3, text: null }],
    ['+CMS ERR\ufffdR: 3', { kind: 'cms', code: 3, text: null }],
  ])('%j', (line, final) => {
    expect(parseFinal(line)).toEqual(final)
  })
  test.each([
    ['+CME ERROR: 3', undefined],
    ['+CMS ERROR: 3', undefined],
    ['+CXE ERROR: 3', '+CME ERROR: 3'],
    ['+CXS ERROR: 3', '+CMS ERROR: 3'],
    ['+CXE ERXOR: 3', '+CME ERROR: 3'],
    ['+XXE ERXOR: 3', undefined],
    ['+CXE ERROR; 3', undefined],
    ['+CXE_ERROR: 3', undefined],
    ['CXE ERROR: 3', undefined],
    ['+CREG: 1', undefined],
  ])('%s, repaired: %s', (line, as) => {
    expect(repaired(line)).toBe(as)
  })
  test('digits count where they are asked for alone', () => {
    expect(parseFinal('0')).toBe(undefined)
    expect(parseFinal('5', { numeric: true })).toBe(undefined)
    expect(parseFinal('00', { numeric: true })).toBe(undefined)
    expect(parseFinal('4', { numeric: true })).toEqual({ kind: 'error' })
  })
  test.each<[final: Final, line: string, ok: boolean, call: boolean]>([
    [{ kind: 'ok' }, 'OK', true, false],
    [{ kind: 'ok', text: 'SHUT OK' }, 'SHUT OK', true, false],
    [{ kind: 'error' }, 'ERROR', false, false],
    [{ kind: 'error', text: 'SEND FAIL' }, 'SEND FAIL', false, false],
    [{ kind: 'cme', code: 3, text: null }, '+CME ERROR: 3', false, false],
    [{ kind: 'cms', code: null, text: 'busy' }, '+CMS ERROR: busy', false, false],
    [{ kind: 'cme', code: null, text: null }, '+CME ERROR:', false, false],
    [{ kind: 'connect', text: '' }, 'CONNECT', true, false],
    [{ kind: 'connect', text: '9600' }, 'CONNECT 9600', true, false],
    [{ kind: 'not supported' }, 'COMMAND NOT SUPPORT', false, false],
    [{ kind: 'no carrier' }, 'NO CARRIER', false, true],
    [{ kind: 'busy' }, 'BUSY', false, true],
    [{ kind: 'no answer' }, 'NO ANSWER', false, true],
    [{ kind: 'no dialtone' }, 'NO DIALTONE', false, true],
    [{ kind: 'aborted' }, 'ABORTED', false, false],
  ])('%o is %s, a success: %s, of a call: %s', (final, line, ok, call) => {
    expect([finalLine(final), succeeded(final), endsCall(final)]).toEqual([line, ok, call])
  })
  test.each([
    ['SHUT OK', 'ok'],
    ['SEND FAIL', 'error'],
    ['SEND ERROR', 'error'],
  ] as const)('%s of its own is %s', (line, kind) => {
    expect(endingFinal(line)).toEqual({ kind, text: line })
  })
  test.each<
    [code: number | null, text: string | null, weight: string | undefined, unknown: boolean]
  >([
    ...[14, 100, 151, 535].map(
      (code) => [code, null, 'retry', false] as [number, null, string, boolean],
    ),
    ...[3, 10, 11, 12, 13].map(
      (code) => [code, null, 'fatal', false] as [number, null, string, boolean],
    ),
    [4, null, 'fatal', true],
    [5, null, undefined, false],
    [null, 'operation not supported', undefined, true],
    [null, 'SIM busy', undefined, false],
    [null, null, undefined, false],
  ])('+CME ERROR %s %s: %s, no such command: %s', (code, text, weight, unknown) => {
    expect(weightOf({ kind: 'cme', code, text })).toBe(weight)
    expect(unknownCommand({ kind: 'cme', code, text })).toBe(unknown)
    expect(weightOf({ kind: 'cms', code, text })).toBe(undefined)
    expect(unknownCommand({ kind: 'cms', code, text })).toBe(false)
  })
  test('an answer that is none, and who says no', () => {
    expect(unknownCommand({ kind: 'not supported' })).toBe(true)
    expect(unknownCommand({ kind: 'error' })).toBe(false)
    const reply = { command: 'AT+CPIN="1"', lines: [], startedUs: 0, endedUs: 0 }
    const good = { ...reply, final: { kind: 'ok' }, ok: true } as const
    expect(expectOk(good)).toBe(good)
    expect(() =>
      expectOk({ ...reply, final: { kind: 'cme', code: 16, text: null }, ok: false }),
    ).toThrow('AT+CPIN=…: +CME ERROR: 16')
  })
})
