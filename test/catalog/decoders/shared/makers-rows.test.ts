import { factRows } from '@catalog/decoders/shared/fact-rows'
import { display, sentence, sentences } from '@catalog/decoders/shared/join'
import { makerCme, makerCms } from '@catalog/decoders/shared/maker-errors'
import { behindSocket, sentOn, sentTo } from '@catalog/decoders/shared/nordic-generations'
import { fotaNote } from '@catalog/decoders/shared/quectel-fota'
import { int, text } from '@core/at/parameter'
import { describe, expect, test } from 'vitest'
import { readRow } from './read-row'

describe('Nordic, by generation', () => {
  test.each<[string, object]>([
    ['1,0,0,"hi"', { handle: 1, form: 'text', data: 'hi' }],
    ['1,1,0,"hi"', { handle: 1, form: 'hex', data: 'hi' }],
    ['1,2,0', { handle: 1, form: 'data mode' }],
    ['1,3,0,"hi"', { handle: 1, form: null, data: 'hi' }],
    ['0,"hi"', { form: 'hex', data: 'hi' }],
    ['4,"hi"', { form: 'OMA TLV', data: 'hi' }],
    ['5,"hi"', { form: null, data: 'hi' }],
    ['-1,"hi"', { form: null, data: 'hi' }],
    ['"hi"', { data: 'hi' }],
    ['"hi",0', { data: 'hi' }],
    ['"1","hi"', { data: '1' }],
    ['1', { data: '1' }],
    ['1,2', { data: '1' }],
    ['1,"2",3', { form: 'text', data: '2' }],
    ['1,2x,3', { form: 'text', data: '2x' }],
    ['1,x2,3', { form: 'text', data: 'x2' }],
    ['x1,2,3', { data: 'x1' }],
    ['1x,2,3', { data: '1x' }],
    ['12,0,0,"hi"', { handle: 12, form: 'text', data: 'hi' }],
    ['1234567890,0,0,"hi"', { handle: 1_234_567_890, form: 'text', data: 'hi' }],
    ['12345678901,0,0,"hi"', { data: '12345678901' }],
    ['-1,0,0,"hi"', { handle: -1, form: 'text', data: 'hi' }],
    ['1,-1,0,"hi"', { handle: 1, form: null, data: 'hi' }],
  ])('sent on a socket: %s', (line, facts) => {
    expect(readRow(sentOn, line).facts).toEqual(facts)
  })

  test.each<[string, object]>([
    ['1,0,0,"h",80,"hi"', { handle: 1, form: 'text', host: 'h', port: 80, data: 'hi' }],
    ['1,1,0,"h",80', { handle: 1, form: 'hex', host: 'h', port: 80 }],
    ['1,3,0,"h",80', { handle: 1, form: null, host: 'h', port: 80 }],
    ['"h",80,1,"hi"', { host: 'h', port: 80, form: 'text', data: 'hi' }],
    ['"h",80,9,"hi"', { host: 'h', port: 80, form: null, data: 'hi' }],
    ['"h",80,"hi"', { host: 'h', port: 80, data: 'hi' }],
    ['"h",80,"hi",0', { host: 'h', port: 80, data: 'hi' }],
    ['"h",80,"hi",0,1', { host: 'h', port: 80, data: 'hi' }],
    ['1,0,0,"h"', { host: '1', port: 0, form: 'hex', data: 'h' }],
    ['"h",80,-1,"hi"', { host: 'h', port: 80, form: null, data: 'hi' }],
    ['1,-1,0,"h",80,"hi"', { handle: 1, form: null, host: 'h', port: 80, data: 'hi' }],
    ['1,"h",80,0,"hi"', { host: '1', port: null, data: '80' }],
  ])('sent to somebody: %s', (line, facts) => {
    expect(readRow(sentTo, line).facts).toEqual(facts)
  })

  test('the socket stands first, or not at all', () => {
    const parameters = [int('a', 'a', 'a'), text('b', 'b', 'b')]
    expect(readRow((row) => behindSocket(row, true, parameters), '7,1,x').facts).toEqual({
      handle: 7,
      a: 1,
      b: 'x',
    })
    expect(readRow((row) => behindSocket(row, false, parameters), '1,x').facts).toEqual({
      a: 1,
      b: 'x',
    })
    expect(readRow((row) => behindSocket(row, true, parameters), 'z,1,x').problems).toEqual([
      'handle is "z", not a whole number',
    ])
  })
})

describe('an update of Quectel', () => {
  test.each<[unknown[] | undefined, string, string, string | undefined]>([
    [
      ['HTTPSTART'],
      'Firmware update: the download begins.',
      'ファームウェアの更新：ダウンロード開始。',
      'notice',
    ],
    [
      ['HTTPEND', '0'],
      'Firmware update: the download is complete.',
      'ファームウェアの更新：ダウンロード完了。',
      'notice',
    ],
    [
      ['UPDATING', '35'],
      'Firmware update: 35 %; do not switch off.',
      'ファームウェアの更新：35 %（電源を切らないでください）。',
      undefined,
    ],
    [
      ['UPDATING'],
      'Firmware update: ? %; do not switch off.',
      'ファームウェアの更新：? %（電源を切らないでください）。',
      undefined,
    ],
    [
      ['UPDATING', 'x5'],
      'Firmware update: ? %; do not switch off.',
      'ファームウェアの更新：? %（電源を切らないでください）。',
      undefined,
    ],
    [
      ['END', '5x'],
      'Firmware update: the new firmware is in place.',
      'ファームウェアの更新：更新完了。',
      'notice',
    ],
    [
      ['END', '504'],
      'The firmware update failed: result 504 (the package is damaged or the wrong one).',
      'ファームウェアの更新に失敗しました：結果 504（パッケージの破損または不一致）。',
      'failure',
    ],
    [
      ['END', '999'],
      'The firmware update failed: result 999.',
      'ファームウェアの更新に失敗しました：結果 999。',
      'failure',
    ],
  ])('%j', (values, en, ja, severity) => {
    const note = fotaNote({ event: 'FOTA', values: values as never })
    expect(note).toEqual({ words: { en, ja }, ...(severity ? { severity } : {}) })
  })

  test('other events are none', () => {
    expect(fotaNote({ event: 'csq', values: ['END'] })).toBeUndefined()
    expect(fotaNote({ event: 'FOTA' })).toBeUndefined()
    expect(fotaNote({ event: 'FOTA', values: ['WHAT', '1'] })).toBeUndefined()
  })
})

describe('numbers of makers', () => {
  test.each<[number, string | undefined, string | undefined]>([
    [552, '+QIOPEN', 'Quectel: invalid parameters'],
    [552, '+QSSLOPEN', 'Quectel: invalid parameters'],
    [552, '#SD', 'Telit: wrong mode'],
    [552, '#XSOCKET', 'Telit: wrong mode'],
    [702, '+QHTTPGET', 'Quectel: timeout'],
    [702, undefined, 'u-blox: no tries left'],
    [604, '+QFTPOPEN', 'Quectel: DNS failed'],
    [515, '+WOPEN', 'Wavecom: please wait, start or command in progress'],
    [772, '^SISO', 'Cinterion: SIM powered down'],
    [99_999, '+QIOPEN', undefined],
    [263, '^SISO', 'Cinterion: wrong block'],
    [263, undefined, 'Telit: unknown class; Cinterion: wrong block'],
  ])('%i behind %s: %s', (code, command, said) => {
    expect(makerCme(code, command)?.en).toBe(said)
  })

  test.each<[number, string | undefined, string | undefined]>([
    [513, '%XSMS', 'Nordic: not found'],
    [514, '#XSMS', 'Nordic: not allowed'],
    [531, '+WMGS', 'Wavecom: the number is not in the list of fixed dialling'],
    [99_999, undefined, undefined],
  ])('of messages, %i behind %s: %s', (code, command, said) => {
    expect(makerCms(code, command)?.en).toBe(said)
  })

  test('of several each is told, in Japanese, too', () => {
    expect(makerCme(263)?.ja).toBe('Telit：不明なクラス、Cinterion：ブロックの誤り')
  })
})

test('clauses and sentences', () => {
  const [a, b] = [
    { en: 'one thing', ja: '一つ' },
    { en: 'done!', ja: '終わり。' },
  ]
  expect(sentence(a, undefined, b)).toEqual({ en: 'One thing, done!.', ja: '一つ、終わり。' })
  expect(sentences(undefined, a, b)).toEqual({ en: 'One thing. Done!', ja: '一つ。終わり。' })
  expect([display(undefined), display(null), display(5), display('x')]).toEqual([
    '?',
    '?',
    '5',
    'x',
  ])
})

test('the rows of a list', () => {
  expect(factRows([{ a: 1 }, null, 5, 'x', [1], { b: 2 }])).toEqual([{ a: 1 }, { b: 2 }])
  expect([factRows(undefined), factRows({ a: 1 }), factRows('x')]).toEqual([[], [], []])
})
