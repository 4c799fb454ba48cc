import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, hexOf } from '@core/bytes'
import { LogReader } from '@core/log/reader'
import { RawWriter } from '@core/log/raw'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import { buildPapRequest } from '@core/ppp/auth-packet'
import { encodeFrame } from '@core/ppp/hdlc'
import { buildPacket } from '@core/ppp/packet'

/** The rows of an exchange: what was sent stands behind `>`, everything else was received. */
function rows(lines: readonly string[]): LogRow[] {
  const reader = new LogReader({ slot: 'a', knowledge })
  return lines.flatMap((line, index) => {
    const sent = line.startsWith('> ')
    const bytes = bytesOf(sent ? `${line.slice(2)}\r` : `${line}\r\n`)
    const time = { atMs: index, monoUs: index * 1000 }
    return reader.push({ slot: 'a', dir: sent ? 'tx' : 'rx', ...time, bytes })
  })
}

function masked(lines: readonly string[], maskPlaces = false): string[] {
  const redactor = new Redactor({ knowledge, maskPlaces })
  return rows(lines).map((row) => redactor.row(row).text)
}

/** Everything that would leave: lines, facts, words, commands. */
function leaving(lines: readonly string[], maskPlaces = false): string {
  const redactor = new Redactor({ knowledge, maskPlaces })
  return JSON.stringify(rows(lines).map((row) => redactor.row(row)))
}

const imei = '490154203237518'
const iccid = '8981100022152967705'

describe('what identifies somebody or opens something', () => {
  test.each([
    ['an IMEI', ['> AT+CGSN', imei, 'OK'], [imei]],
    ['an IMEI in ATI', ['> ATI', 'Model: SIM7672', `IMEI: ${imei}`, 'OK'], [imei]],
    ['an IMSI', ['> AT+CIMI', '440101234567890', 'OK'], ['440101234567890']],
    ['a card number', ['> AT+CICCID', `+ICCID: ${iccid}`, 'OK'], [iccid]],
    ['an own number', ['> AT+CNUM', '+CNUM: "","+819012345678",145', 'OK'], ['9012345678']],
    [
      'an own number in UCS2',
      [
        '> AT+CSCS="UCS2"',
        'OK',
        '> AT+CNUM',
        '+CNUM: "","003000390030003100320033003400350036",129',
        'OK',
      ],
      ['00300039003000310032', '090123456'],
    ],
    [
      'a password and its user',
      ['> AT+CGAUTH=1,2,"hemlig9","anvand7"', 'OK'],
      ['hemlig9', 'anvand7'],
    ],
    [
      'a password read back',
      ['> AT+CGAUTH?', 'AT+CGAUTH?', '+CGAUTH: 1,2,"anvand7","hemlig9"', 'OK'],
      ['hemlig9', 'anvand7'],
    ],
    ['a PIN and its echo', ['> AT+CPIN="4711"', 'AT+CPIN="4711"', 'OK'], ['4711']],
    ['a caller', ['RING', '+CLIP: "+819087654321",145'], ['9087654321']],
    ['a number dialled', ['> ATD09012345678;', 'OK'], ['09012345678']],
    [
      'a message in PDU mode',
      [
        '> AT+CMGR=1',
        '+CMGR: 0,,24',
        '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07',
        'OK',
      ],
      ['1346610089F6', '31641600986', 'C8F71D14969741F977FD07'],
    ],
    [
      'a message in text mode',
      [
        '> AT+CMGR=1',
        '+CMGR: "REC READ","+819012345678",,"26/11/21,09:00:00+36"',
        'the code is 2468',
        'OK',
      ],
      ['9012345678', '2468'],
    ],
    [
      'a message that comes by itself',
      ['+CMT: "+819012345678",,"26/11/21,09:00:00+36"', 'hello you'],
      ['9012345678', 'hello you'],
    ],
    [
      'the card number in an elementary file',
      ['> AT+CRSM=176,12258,0,0,10', '+CRSM: 144,0,"98180100225192767750"', 'OK'],
      ['98180100225192767750'],
    ],
  ])('%s never leaves', (_what, lines, secrets) => {
    const out = leaving(lines)
    for (const secret of secrets) expect(out).not.toContain(secret)
    expect(out).toMatch(/(IMEI|IMSI|ICCID|NUMBER|PASSWORD|PIN|MESSAGE)-1/)
  })
})

describe('numbers that are none', () => {
  test.each([
    '+CSQ: 20,99',
    '+COPS: 0,2,"44010",7',
    '+CCLK: "26/11/21,09:00:00+36"',
    '+XYZ: 123456789012345',
    '+XYZ: 440101234567890123456789012',
    '+FOO: 12345678901234567890',
    'Revision: 1.9.05.20231124151234',
    '+CPSI: LTE,Online,440-10,0x1698,39683652,181,EUTRAN-BAND28,9510,3,3,20,61,41,3',
    '+CGDCONT: 1,"IP","soracom.io","10.164.98.251"',
    'IMEI: 86985xxxxxxxxxx430',
    '+ICCID: 8942310xxxxxxxxxxxxx',
  ])('leaves %s as it is', (line) => {
    expect(masked([line])).toEqual([line])
  })
  test('takes fifteen digits with a wrong check digit for no IMEI', () => {
    expect(masked([`+XYZ: "${imei.slice(0, 14)}1"`])).toEqual([`+XYZ: "${imei.slice(0, 14)}1"`])
    expect(masked([`+XYZ: "${imei}"`])).toEqual(['+XYZ: "IMEI-1"'])
  })
})

test('gives the same value the same name, and others other names', () => {
  expect(
    masked(['> AT+CGSN', imei, 'OK', '> ATI', `IMEI: ${imei}`, 'IMEI: 350077523237513', 'OK']),
  ).toEqual(['AT+CGSN', 'IMEI-1', 'OK', 'ATI', 'IMEI: IMEI-1', 'IMEI: IMEI-2', 'OK'])
})

test('hides addresses and cells only where it is asked to', () => {
  const lines = [
    '> AT+CGDCONT?',
    '+CGDCONT: 1,"IP","soracom.io","10.164.98.251"',
    'OK',
    '> AT+CEREG?',
    '+CEREG: 2,5,"1698","025D8644",7',
    'OK',
  ]
  expect(masked(lines)).toContain('+CGDCONT: 1,"IP","soracom.io","10.164.98.251"')
  const out = leaving(lines, true)
  for (const place of ['10.164.98.251', '1698', '5784', '025D8644', '39683652'])
    expect(out).not.toContain(place)
  expect(out).toContain('soracom.io')
})

test('masks what was secret once wherever it comes again', () => {
  const redactor = new Redactor({ knowledge })
  for (const row of rows(['> AT+CNUM', '+CNUM: ,"09012345678",129', 'OK'])) redactor.row(row)
  expect(redactor.text('call from 09012345678 now')).toBe('call from NUMBER-1 now')
})

describe('lines of other programs', () => {
  const redactor = () => new Redactor({ knowledge })
  test.each([
    [
      `[RESP] CGSN: ['AT+CGSN', '${imei}', '', 'OK']`,
      `[RESP] CGSN: ['AT+CGSN', 'IMEI-1', '', 'OK']`,
    ],
    [
      `[RESP] CIMI: ['AT+CIMI', '440101234567890', '', 'OK']`,
      `[RESP] CIMI: ['AT+CIMI', 'IMSI-1', '', 'OK']`,
    ],
    [
      `[RESP] CGAUTH?: ['AT+CGAUTH?', '+CGAUTH: 1,2,"anna","hemlig9"', 'OK']`,
      `[RESP] CGAUTH?: ['AT+CGAUTH?', '+CGAUTH: 1,2,"PASSWORD-1","PASSWORD-2"', 'OK']`,
    ],
    [
      `>>> m.connect('soracom.io', 'anna', 'hemlig9', 'IP', 3)`,
      `>>> m.connect('soracom.io', 'PASSWORD-1', 'PASSWORD-2', 'IP', 3)`,
    ],
    [
      'sent [PAP AuthReq id=0x1 user="anna" password="hemlig9"]',
      'sent [PAP AuthReq id=0x1 user="PASSWORD-1" password="PASSWORD-2"]',
    ],
    ['[CMD] pin -> AT+CPIN=4711', '[CMD] pin -> AT+CPIN=PIN-1'],
    [
      'nmcli con add apn a.b user anna password hemlig9',
      'nmcli con add apn a.b user PASSWORD-1 password PASSWORD-2',
    ],
    ['User and password refused.', 'User and password refused.'],
    ['ここから AT ログ抜粋', 'ここから AT ログ抜粋'],
    ['Type "help()" for more information', 'Type "help()" for more information'],
  ])('%s', (line, expected) => {
    expect(redactor().text(line)).toBe(expected)
  })
})

test('hides user and password of PAP in the frame, the words and the count', () => {
  const reader = new LogReader({ slot: 'a', knowledge })
  const redactor = new Redactor({ knowledge })
  const data = buildPapRequest('anna.svensson', 'hemlig9')
  const frame = encodeFrame(0xc023, buildPacket({ code: 1, id: 1, data }))
  const [row] = reader.push({ slot: 'a', dir: 'tx', atMs: 0, monoUs: 0, bytes: frame })
  if (!row) throw new Error('no row')
  const out = JSON.stringify(redactor.row(row))
  for (const secret of [
    'anna.svensson',
    'hemlig9',
    hexOf(bytesOf('anna.svensson')),
    hexOf(bytesOf('hemlig9')),
  ])
    expect(out).not.toContain(secret)
  expect(redactor.masked).toEqual({ password: 2 })
})

test('overwrites the same values in the octets, wherever the reads were cut', () => {
  const text = `\r\n${imei}\r\n\r\nOK\r\n+CGAUTH: 1,2,"hemlig9"\r\nhemlig9.io\r\n`
  for (let cut = 0; cut <= text.length; cut++) {
    const writer = new RawWriter([imei, 'hemlig9'])
    const parts = [text.slice(0, cut), text.slice(cut)].map((part) =>
      writer.push({ dir: 'rx', bytes: bytesOf(part) }),
    )
    const out = [...parts, writer.end()].map((part) => String.fromCharCode(...part)).join('')
    expect(out).toBe(text.replace(imei, 'x'.repeat(15)).replace('"hemlig9"', '"xxxxxxx"'))
  }
})
