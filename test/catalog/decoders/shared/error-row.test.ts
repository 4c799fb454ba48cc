import { cme } from '@catalog/decoders/shared/causes'
import { errorFacts, errorNote } from '@catalog/decoders/shared/error-row'
import { parseCommands } from '@core/at/command-text'
import { Row } from '@core/at/row'
import { expect, test } from 'vitest'

test.each<[string, object]>([
  ['10', { code: 10, text: 'SIM not inserted' }],
  ['"10"', { code: 10, text: 'SIM not inserted' }],
  ['SIM not inserted', { code: 10, text: 'SIM not inserted' }],
  ['"SIM NOT INSERTED"', { code: 10, text: 'SIM NOT INSERTED' }],
  ['sim-not-inserted', { code: 10, text: 'sim-not-inserted' }],
  ['PLMN not allowed (#11)', { code: 111, text: 'PLMN not allowed (#11)' }],
  ['PLMN not allowed(#11)', { code: 111, text: 'PLMN not allowed(#11)' }],
  ['PLMN not allowed (#1111)', { code: null, text: 'PLMN not allowed (#1111)' }],
  ['(#11) PLMN not allowed', { code: null, text: '(#11) PLMN not allowed' }],
  ['9999', { code: 9999, text: null }],
  ['123456789', { code: 123_456_789, text: null }],
  ['1234567890', { code: null, text: '1234567890' }],
  ['-1', { code: null, text: '-1' }],
  ['10 x', { code: null, text: '10 x' }],
  ['x 10', { code: null, text: 'x 10' }],
  ['', { code: null, text: null }],
  ['""', { code: null, text: null }],
  ['"x', { code: null, text: '"x' }],
])('%s', (tail, facts) => {
  expect(errorFacts(new Row(tail), cme)).toEqual(facts)
})

function said(line: string, code: number | null, text: string | null, name = '+CME ERROR') {
  const [command] = parseCommands(line)
  return errorNote(
    name,
    { code, text },
    {
      table: cme,
      ofMakers: (number, asked) =>
        number === 900 ? { en: `theirs of ${asked}`, ja: `独自：${asked}` } : undefined,
      asked: { form: 'set', ...(command ? { command } : {}) },
    },
  )
}

test.each<[string, number | null, string | null, string, string, string]>([
  [
    'AT+CPIN?',
    null,
    null,
    '+CME ERROR without a number or words: the modem did not say why.',
    '+CME ERROR：番号も文字列もなく、理由は不明です。',
    'failure',
  ],
  ['AT+X', 900, null, '+CME ERROR 900: theirs of +X.', '+CME ERROR 900：独自：+X。', 'failure'],
  [
    'AT+X',
    901,
    null,
    '+CME ERROR 901: a number of the maker’s own, see its manual.',
    '+CME ERROR 901：メーカー独自の番号です（マニュアルを参照）。',
    'failure',
  ],
  ['AT+X', null, 'own words', '+CME ERROR: own words.', '+CME ERROR：own words。', 'failure'],
  [
    'AT+CPIN="12345678","1234"',
    16,
    'incorrect password',
    '+CME ERROR 16: incorrect password. The PUK is wrong: ask the operator for the right one; after ten wrong tries the SIM is dead.',
    '+CME ERROR 16：パスワード誤り。PUK が違います。正しい PUK を事業者に確認してください。10 回間違えると SIM は使えなくなります。',
    'failure',
  ],
])('%s: %s %s', (line, code, text, en, ja, severity) => {
  expect(said(line, code, text)).toEqual({ words: { en, ja }, severity })
})

test.each<[string, number, string, RegExp, string]>([
  [
    'AT+CPIN="1234"',
    16,
    '+CME ERROR',
    /^\+CME ERROR 16: incorrect password\. (?!The PUK)/i,
    'failure',
  ],
  [
    'AT+CLCK="SC",0,"1234"',
    16,
    '+CME ERROR',
    /^\+CME ERROR 16: incorrect password\. (?!The PUK)/i,
    'failure',
  ],
  ['AT+CPIN?', 14, '+CME ERROR', /^\+CME ERROR 14: /, 'warning'],
  ['AT+CMGS=1', 314, '+CMS ERROR', /^\+CMS ERROR 314: /, 'warning'],
  ['AT+CPIN?', 13, '+CME ERROR', /^\+CME ERROR 13: /, 'failure'],
  ...[26, 27, 29, 33].map((code): [string, number, string, RegExp, string] => [
    'AT+CGACT=1,1',
    code,
    '+CME ERROR',
    new RegExp(
      `^\\+CME ERROR ${code}: behind AT\\+CGACT most likely the network’s cause ${code} \\(`,
    ),
    'failure',
  ]),
  ['AT+CGACT=1,1', 30, '+CME ERROR', /^\+CME ERROR 30: no network service/i, 'failure'],
  ['AT+CGDATA="PPP",1', 33, '+CME ERROR', /^\+CME ERROR 33: (?!behind)/, 'failure'],
  ['AT+CGACT=1,1', 33, '+CMS ERROR', /^\+CMS ERROR 33: (?!behind)/, 'failure'],
])('%s: %s of %s', (line, code, name, en, severity) => {
  const note = said(line, code, null, name)
  expect(note.words.en).toMatch(en)
  expect(note.severity).toBe(severity)
})

test('the cause of a network is told in both languages', () => {
  expect(said('AT+CGACT=1,1', 33, null).words.ja).toMatch(
    /^\+CME ERROR 33：AT\+CGACT への応答では、多くの場合ネットワークの原因 33（[^）]+）を示します。/,
  )
})
