import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, concat, fromHex, hexOf, latin1 } from '@core/bytes'
import { LogImport } from '@core/log/import/log-import'
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
    ['a PIN as the card had it when it was new', ['> AT+CPIN="0000"', 'OK'], ['"0000"']],
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

test('hides whom the other side refused, in the frame and in what is said of it', () => {
  const reader = new LogReader({ slot: 'a', knowledge })
  const data = concat([Uint8Array.of(17), bytesOf('unknown user anna')])
  const frame = encodeFrame(0xc023, buildPacket({ code: 3, id: 1, data }))
  const [row] = reader.push({ slot: 'a', dir: 'rx', atMs: 0, monoUs: 0, bytes: frame })
  if (!row) throw new Error('no row')
  const out = JSON.stringify(new Redactor({ knowledge }).row(row))
  expect(out).not.toContain('anna')
  expect(out).not.toContain(hexOf(bytesOf('anna')))
  expect(out).toContain('unknown user PASSWORD-1')
})

test('overwrites the same values in the octets, wherever the reads were cut', () => {
  const text = `\r\n${imei}\r\n\r\nOK\r\n+CGAUTH: 1,2,"hemlig9"\r\nhemlig9.io\r\n`
  for (let cut = 0; cut <= text.length; cut++) {
    const writer = new RawWriter({ all: [imei, 'hemlig9'], lines: [], octets: [] })
    const parts = [text.slice(0, cut), text.slice(cut)].map((part) =>
      writer.push({ dir: 'rx', bytes: bytesOf(part) }),
    )
    const out = [...parts, writer.end()].map((part) => String.fromCharCode(...part)).join('')
    expect(out).toBe(text.replace(imei, 'x'.repeat(15)).replace('"hemlig9"', '"xxxxxxx"'))
  }
})

const hidden = (all: readonly string[]) => new RawWriter({ all, lines: [], octets: [] })
const textOf = (parts: readonly Uint8Array[]) => parts.map(latin1).join('')

test('overwrites a value that another direction or the other slot cut in two', () => {
  const writer = hidden([imei])
  const parts = [
    writer.push({ slot: 'a', dir: 'rx', bytes: bytesOf(`\r\n${imei.slice(0, 6)}`) }),
    writer.push({ slot: 'a', dir: 'tx', bytes: bytesOf('AT\r') }),
    writer.push({ slot: 'b', dir: 'rx', bytes: bytesOf('RING\r\n') }),
    writer.push({ slot: 'a', dir: 'rx', bytes: bytesOf(`${imei.slice(6)}\r\n`) }),
    writer.end(),
  ]
  expect(textOf(parts)).toBe(`\r\nxxxxxxAT\rRING\r\nxxxxxxxxx\r\n`)
})

test('does not wait for ever for a direction that fell silent', () => {
  const writer = hidden([imei])
  writer.push({ slot: 'a', dir: 'tx', bytes: bytesOf('AT\r') })
  let out = 0
  for (let n = 0; n < 40; n++)
    out += writer.push({ slot: 'a', dir: 'rx', bytes: new Uint8Array(65_536) }).length
  expect(out).toBeGreaterThan(1_000_000)
})

test('overwrites a PIN and a message only where they were said', () => {
  const redactor = new Redactor({ knowledge })
  const lines = [
    '> AT+CPIN="1234"',
    'OK',
    '> AT+CMGR=1',
    '+CMGR: "REC READ","",,""',
    'see you',
    'OK',
  ]
  for (const row of rows(lines)) redactor.row(row)
  const writer = new RawWriter(redactor.values)
  const octets = bytesOf('AT+CPIN="1234"\r\n+CSQ: 12,99\r\n1234\r\nsee you\r\n')
  expect(textOf([writer.push({ dir: 'rx', bytes: octets }), writer.end()])).toBe(
    'AT+CPIN="xxxx"\r\n+CSQ: 12,99\r\n1234\r\nxxxxxxx\r\n',
  )
})

test('overwrites the proof of CHAP in its frame, escaped or not', () => {
  const proof = '7e0102030405060708090a0b0c0d0e0f'
  const writer = new RawWriter({ all: [], lines: [], octets: [{ hex: proof, skip: 0 }] })
  const frame = encodeFrame(0xc223, fromHex(`0201001510${proof}`) ?? new Uint8Array())
  const out = concat([writer.push({ dir: 'tx', bytes: frame }), writer.end()])
  expect(out).toHaveLength(frame.length)
  expect(latin1(out)).toContain('x'.repeat(32))
})

test('one card has one name, with its fill digit, without it, and as the card keeps it', () => {
  const lines = [
    '> AT+CICCID',
    `+ICCID: ${iccid}F`,
    'OK',
    '> AT+CCID',
    `+CCID: "${iccid}"`,
    'OK',
    '> AT+CRSM=176,12258,0,0,10',
    `+CRSM: 144,0,"${`${iccid}F`.replace(/(.)(.)/g, '$2$1')}"`,
    'OK',
  ]
  expect(masked(lines).filter((line) => line.includes('ICCID-'))).toEqual([
    '+ICCID: ICCID-1',
    '+CCID: "ICCID-1"',
    '+CRSM: 144,0,"ICCID-1"',
  ])
  expect(leaving(lines)).not.toContain(iccid)
})

test('a PIN keeps its name where it is the password of the lock', () => {
  const lines = ['> AT+CPIN="1234"', 'OK', '> AT+CLCK="SC",1,"1234"', 'OK']
  expect(masked(lines)).toContain('AT+CLCK="SC",1,"PIN-1"')
})

const ucs2 = (text: string) =>
  Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')

test.each([
  ['plain', '+CUSD: 0,"Your number is 090-1234-5678.",15'],
  ['UCS2', `+CUSD: 0,"${ucs2('Your number is 09012345678')}",72`],
])('masks what the network says in its own words, with the number in it, %s', (_, line) => {
  const out = leaving(['> AT+CUSD=1,"*#100#"', 'OK', line])
  expect(out).toContain('+CUSD: 0,\\"USSD-2\\"')
  for (const number of ['09012345678', '090-1234-5678', ucs2('09012345678')])
    expect(out).not.toContain(number)
})

test.each([
  ['AT+SMTPAUTH=1,"anvand7","hemlig9"', 'AT+SMTPAUTH=1,"PASSWORD-1","PASSWORD-2"'],
  ['AT+UPSD=0,3,"hemlig9"', 'AT+UPSD=0,3,"PASSWORD-1"'],
  ['AT#PASSW="hemlig9"', 'AT#PASSW="PASSWORD-1"'],
  ['AT+QMTCONN=0,"client","anvand7","hemlig9"', 'AT+QMTCONN=0,"client","PASSWORD-1","PASSWORD-2"'],
  ['AT+CPWD="SC","1111","2222"', 'AT+CPWD="SC","PASSWORD-1","PASSWORD-2"'],
])('masks the credentials of %s', (command, expected) => {
  expect(masked([`> ${command}`, 'OK'])[0]).toBe(expected)
})

test('takes none of its own words for a password', () => {
  const [row] = rows(['> AT+CPWD="SC","1111","2222"'])
  const out = row && new Redactor({ knowledge }).row(row)
  expect(out?.explanation?.words.en).toBe(
    'Changes a password: lock SC, old password, new password.',
  )
})

describe('words that were made from what somebody else wrote', () => {
  const text = 'Port sim:sim7672?user=sorauser77&password=hunter2pass opened'
  const note: LogRow = {
    id: 1,
    slot: 'a',
    atMs: 0,
    monoUs: 0,
    dir: 'note',
    kind: 'note',
    text,
    explanation: {
      name: 'port',
      facts: { port: 'sim:sim7672?user=sorauser77&password=hunter2pass' },
      words: {
        en: `${text}.`,
        ja: 'ポート sim:sim7672?user=sorauser77&password=hunter2pass を開きました',
      },
      severity: 'fine',
      secrets: [],
    },
  }
  test('repeat nothing that the line hides', () => {
    const out = JSON.stringify(new Redactor({ knowledge }).row(note))
    expect(out).not.toMatch(/sorauser77|hunter2pass/)
    expect(out.match(/PASSWORD-1/g)).toHaveLength(4)
  })
  test('nor do they where only they hold it', () => {
    const redactor = new Redactor({ knowledge })
    expect(JSON.stringify(redactor.row({ ...note, text: 'opened' }))).not.toMatch(/hunter2pass/)
  })
})

describe('lines of other programs', () => {
  test.each([
    [
      'sent [CHAP Response id=0x1 <00112233445566778899aabbccddeeff>, name = "sora99"]',
      ['00112233', 'sora99'],
    ],
    ['curl -H "Authorization: Bearer abcdef1234567890" https://example.org', ['abcdef1234567890']],
    ['{"authKeyId":"keyId-AbCdEf123456","authKey":"secret-ZyXwVu654321"}', ['AbCdEf', 'ZyXwVu']],
    ['psk="my home 99"', ['my home']],
    ['MSISDN: 090-1234-5678', ['1234-5678']],
    ['$GNRMC,092751.000,A,3539.8765,N,13944.1234,E,0.0,0.0,211126,,,A*7B', ['3539.87', '13944.12']],
    ['+QGPSLOC: 092751.0,35.66461,139.73540,1.0,40.1', ['35.66461', '139.73540']],
    ['#XGPS: 35.664610,139.735391,40.1,5.2,0.0,0.0,"2026-11-21 09:27:51"', ['35.6646', '139.7353']],
  ])('%s', (line, secrets) => {
    const out = new Redactor({ knowledge }).text(line)
    for (const secret of secrets) expect(out).not.toContain(secret)
  })
  test.each([
    'Nov 21 09:00:10 bench kernel: usb 1-1: new high-speed USB device number 12 using xhci_hcd',
    '+CCLK: "26/11/21,09:00:00+36"',
    'Linux 6.1.0-28-arm64 2026-11-21 09:00:00 12 34 56',
    'the voltage was 3.812, 3.795 V at the pins',
    'AT+QICFG="tcp/keepalive",1,30,30,3',
  ])('leaves %s as it is', (line) => {
    expect(new Redactor({ knowledge }).text(line)).toBe(line)
  })
})

test('a command that selects a file of the card is no PIN, one that verifies is', () => {
  expect(masked(['> AT+CSIM=14,"A0A40000023F00"'])).toEqual(['AT+CSIM=14,"A0A40000023F00"'])
  const verify = '0020000108313233340000FFFF'
  expect(masked([`> AT+CSIM=26,"${verify}"`])[0]).not.toContain('31323334')
})

test('a time before a position keeps its seconds', () => {
  const line = '+UULOC: 13/04/2011,09:54:51.000,45.6334520,13.0618620,49,1'
  expect(new Redactor({ knowledge }).text(line)).toBe(
    '+UULOC: 13/04/2011,09:54:51.000,POSITION-1,49,1',
  )
})

test('the text of a message that AT+CMGRD reads and deletes is masked', () => {
  const log = new LogImport({ knowledge })
  const text = 'AT+CMGRD=3\n+CMGRD: "REC READ","+819012345678"\nopen sesame\n\nOK\n'
  const redactor = new Redactor({ knowledge })
  const out = [...log.push(text), ...log.end()].map((row) => redactor.row(row))
  expect(JSON.stringify(out)).not.toContain('sesame')
})

test('positions stay where it is asked to', () => {
  const line = '$GNGGA,092751.000,3539.8765,N,13944.1234,E,1,08,1.0,40.1,M,39.0,M,,*47'
  expect(new Redactor({ knowledge, showPlaces: true }).text(line)).toBe(line)
})

test('masks what was typed behind the prompt in a log with marks of its own', () => {
  const log = new LogImport({ knowledge })
  const text = [
    'sms sent=AT+CMGF=1',
    'sms got=OK',
    'sms sent=AT+CMGS="+819012345678"',
    'sms got=>',
    'sms sent=the door code is open sesame',
    'sms got=+CMS ERROR: 38',
  ].join('\n')
  const redactor = new Redactor({ knowledge })
  const out = [...log.push(`${text}\n`), ...log.end()].map((row) => redactor.row(row))
  expect(JSON.stringify(out)).not.toContain('sesame')
  expect(out.map(({ kind }) => kind)).toContain('payload')
})
