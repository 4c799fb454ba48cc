import { groupedIdentities } from '@core/log/redact/grouped'
import { mayHoldProse, prose } from '@core/log/redact/prose'
import { describe, expect, test } from 'vitest'

const found = (text: string): string[] => [
  ...new Set(
    [...prose(text)]
      .sort((a, b) => a.start - b.start)
      .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
  ),
]

type Row = readonly [text: string, ...found: string[]]
const told = (rows: readonly Row[]) => rows.map(([text, ...spans]) => [text, spans] as const)

describe('numbers of telephones', () => {
  test.each(
    told([
      // Seven to fifteen digits, in groups of a blank, a stroke or a hyphen (E.164: fifteen at most).
      ['tel 090 1234', 'number 090 1234'],
      ['tel 09-01/23 4', 'number 09-01/23 4'],
      ['tel 090123'],
      ['tel 123456789012345', 'number 123456789012345'],
      ['tel 1234567890123456'],
      ['tel 090  1234567'],
      ['tel 0901234567.8'],
      // The names, in their languages.
      ['my number 0901234567', 'number 0901234567'],
      ['mobile no 0901234567', 'number 0901234567'],
      ['telephone number: 0901234567', 'number 0901234567'],
      ['part number 0901234567'],
      ['meine Nummer ist 0301234567', 'number 0301234567'],
      ['Rufnummer war 0301234567', 'number 0301234567'],
      ['Handy-Nr. 0301234567', 'number 0301234567'],
      ['Mobilnummer: 0301234567', 'number 0301234567'],
      ['msisdn=819012345678', 'number 819012345678'],
      ['numéro de téléphone : 0612345678', 'number 0612345678'],
      ['número de teléfono: 612345678', 'number 612345678'],
      ['携帯番号：09012345678', 'number 09012345678'],
      ['手机号码: 13912345678', 'number 13912345678'],
      ['手機號碼: 0912345678', 'number 0912345678'],
      ['Xtel 0901234567'],
      // Windows counts them.
      ['電話番号 #1 : 09012345678', 'number 09012345678'],
      ['Telephone No. 1: 09012345678', 'number 09012345678'],
      ['Telephone (2): 09012345678', 'number 09012345678'],
      ['Telephone #123: 09012345678'],
      // In groups as they are written in Japan, without a name.
      ['x 090-1234-5678 y', 'number 090-1234-5678'],
      ['x 050 1234 5678 y', 'number 050 1234 5678'],
      ['x 070-1234-5678', 'number 070-1234-5678'],
      ['x 080-1234-5678', 'number 080-1234-5678'],
      ['x 060-1234-5678'],
      ['x 090-1234 5678'],
      ['x 1090-1234-5678'],
      ['x 9 090-1234-5678'],
      ['x 090-1234-5678-1'],
      ['x 090-1234-56789'],
      ['x 090-1234-5678.5'],
      // Who is to be called.
      ['call me on +81 90 1234 5678', 'number +81 90 1234 5678'],
      ['please text 0312345678', 'number 0312345678'],
      ['ring us at 03-1234-5678', 'number 03-1234-5678'],
      ['reach him under 030/1234567', 'number 030/1234567'],
      ['contact her 0301234567', 'number 0301234567'],
      ['dial 030123'],
      ['dial 1030123456'],
      ['recall 0312345678'],
    ]),
  )('%s', (text, spans) => {
    expect(found(text)).toEqual(spans)
  })
})

describe('PINs', () => {
  test.each(
    told([
      ['PIN 1234', 'pin 1234'],
      ['pin2 = 12345678', 'pin 12345678'],
      ['PIN-code: 1234', 'pin 1234'],
      ["PUK2 is '12345678'", 'pin 12345678'],
      ['PIN3: 1234'],
      ['PIN 123'],
      ['PIN 123456789'],
      ['PIN 1234.5'],
      ['GPIO PIN 12'],
      ['OPIN 1234'],
      ['暗証番号は「1234', 'pin 1234'],
      ['暗証番号 123'],
      ['PINコード：1234'],
      ['PINコード: 1234', 'pin 1234'],
      ['PUK1コードは12345678', 'pin 12345678'],
      ['XPINコード 1234'],
    ]),
  )('%s', (text, spans) => {
    expect(found(text)).toEqual(spans)
  })
})

describe('logins', () => {
  test.each(
    told([
      ['パスワードは「ab12', 'password ab12'],
      ['パスワード: x9', 'password x9'],
      ['パスワード: x'],
      ['パスコードがzz', 'password zz'],
      ['ユーザー名: anna', 'password anna'],
      ['ユーザ ID=anna', 'password anna'],
      ['ログイン名 anna、次', 'password anna'],
      ['ログインID anna', 'password anna'],
      ['パスワード ATtention1', 'password ATtention1'],
      ['パスワード AT+CSQ'],
      ['パスワード wrong one'],
      ['パスワード wr0ng one', 'password wr0ng'],
      ['password is hunter2', 'password hunter2'],
      ['Passwort lautet "geheim', 'password geheim'],
      ['pw was abc', 'password abc'],
      ['my-password is abc'],
      ['password hunter2', 'password hunter2'],
      ['password hunter'],
      ['passphrase a#bc', 'password a#bc'],
      ['password a#b'],
      ['pass: secret', 'password secret'],
      ['passwort = "geheim', 'password geheim'],
      ['by.pass: secret'],
      ['user anna, pass x9', 'password anna', 'password x9'],
      ['username=anna pw=abc', 'password anna', 'password abc'],
      ['user: anna beside the password', 'password anna'],
      ['user: anna'],
      ['Benutzername: anna, APN: a.example', 'password anna'],
      ['login: a, pw'],
      ['superuser: anna, pw'],
    ]),
  )('%s', (text, spans) => {
    expect(found(text)).toEqual(spans)
  })
})

test.each(['PIN', 'number', 'my no', 'tel', 'login', 'dial', '電話', '暗証', 'ユーザ', '090-1'])(
  'a text with %s is looked at',
  (text) => {
    expect(mayHoldProse(`x ${text}`)).toBe(true)
  },
)
test.each(['AT+CSQ', '+CREG: 0,1', '090.1', 'OK'])('a text with %s alone is not', (text) => {
  expect(mayHoldProse(text)).toBe(false)
})

describe('digits in groups', () => {
  const identities = (text: string) =>
    groupedIdentities(text).map(({ kind, value }) => [kind, value])
  test.each([
    // An IMEI by its check digit, or by its name.
    ['35-209900-176148-1', 'imei', '352099001761481'],
    ['IMEI 35-209900-176148', 'imei', '35209900176148'],
    ['IMEISV: 35-209900-176148-23', 'imei', '3520990017614823'],
    ['IMEI 35-209900-176148-2345', undefined, undefined],
    ['SN 35-209900-176148-2', 'imei', '352099001761482'],
    ['35-209900-176148-2', undefined, undefined],
    ['IMEI 35-209900-176148-234', 'imei', '35209900176148234'],
    ['imei 35-209900-17614', undefined, undefined],
    // With a wrong check digit, and its name some words before; then without a name.
    ['imei, as it stands on the label: 35-209900-176148-2', 'imei', '352099001761482'],
    ['as it stands on the label: 35-209900-176148-2', undefined, undefined],
    ['imei, as it stands on the label: 72-209900-176148-2', undefined, undefined],
    // An IMSI by its three parts, or by its name.
    ['440 10 3456789012', 'imsi', '440103456789012'],
    ['440-10-3456789012', 'imsi', '440103456789012'],
    ['310 410 123456789', 'imsi', '310410123456789'],
    ['999 99 345678901', undefined, undefined],
    ['IMSI 440 1 03456 789012', 'imsi', '440103456789012'],
    ['IMSI 440 10 345678901', 'imsi', '44010345678901'],
    ['IMSI 440 10 34567890', undefined, undefined],
    ['440 1 03456 789012', undefined, undefined],
    ['IMSI 440 10 3456789012 34', undefined, undefined],
    ['440 10 34567890123', undefined, undefined],
    ['9 440 10 3456789012', undefined, undefined],
    // An ICCID by its check digit, or by its name: eighteen to twenty digits.
    ['ICCID 8981 1000 0000 0000 0001', 'iccid', '89811000000000000001'],
    ['sim card 8981 1000 0000 0000 01', 'iccid', '898110000000000001'],
    ['ICCID 8981 1000 0000 0000 0000 1', undefined, undefined],
    ['ICCID 8981 1000 0000 0000 0', undefined, undefined],
    ['8981 1000 0000 0000 01', undefined, undefined],
    // An EID: 32 digits from 89 on.
    ['89049032 12345123 45123456 78901235', 'eid', '89049032123451234512345678901235'],
    ['79049032 12345123 45123456 78901235', undefined, undefined],
    // A date, an address, a measure.
    ['2026-11-28 10 20 30', undefined, undefined],
    ['x.35-209900-176148-1', undefined, undefined],
    ['35-209900-176148-1.5', undefined, undefined],
    ['35-209900-176148-1 9', undefined, undefined],
  ])('%s', (text, kind, value) => {
    expect(identities(text)).toEqual(kind === undefined ? [] : [[kind, value]])
  })
})
