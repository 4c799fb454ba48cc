import { numberAlias, withNames } from '@core/log/redact/aliases'
import { Following, messagesIn } from '@core/log/redact/following'
import { hasHint } from '@core/log/redact/hint'
import { KnownValues } from '@core/log/redact/known-values'
import { OctetDumps } from '@core/log/redact/octet-dump'
import { pduSpans } from '@core/log/redact/pdu'
import { Pseudonyms } from '@core/log/redact/pseudonyms'
import { inQuotes } from '@core/log/redact/quotes'
import { searchText } from '@core/log/redact/search'
import { disjoint, isPlaceholder, type Span } from '@core/log/redact/span'
import { ucs2Hex, ucs2Text } from '@core/log/redact/ucs2'
import type { LogRow } from '@core/log/row'
import { describe, expect, test } from 'vitest'

const parts = (spans: readonly Span[] | undefined, text: string) =>
  spans?.map(({ kind, start, end, value }) => [kind, text.slice(start, end), value])

describe('an SMS in PDU mode (3GPP TS 23.040, 9.2)', () => {
  const centre = '07911326040000F0'
  const deliver = `${centre}040B911346610089F60000208062917314080CC8F71D14969741F977FD07`
  test('a message that came: centre, sender, text', () => {
    expect(parts(pduSpans(deliver, 0), deliver)).toEqual([
      ['number', '1326040000F0', '31624000000'],
      ['number', '1346610089F6', '31641600986'],
      ['message', 'C8F71D14969741F977FD07', 'C8F71D14969741F977FD07'],
    ])
    expect(pduSpans(deliver, 10)?.[0]).toMatchObject({ start: 14, end: 26 })
  })
  test.each([
    [
      'to be sent, validity of one octet',
      '0011000B911346610089F60000AA0CC8F71D14969741F977FD07',
      2,
    ],
    ['to be sent, no validity', '0001000B911346610089F600000CC8F71D14969741F977FD07', 2],
    [
      'to be sent, validity of seven octets',
      '0009000B911346610089F60000208062917314080CC8F71D14969741F977FD07',
      2,
    ],
    ['in UCS2, its length in octets', '00040B911346610089F60008208062917314080400300031', 2],
    ['a status report', '00063C0B911346610089F6208062917314082080629173140800', 1],
    ['to be sent, one letter to one digit', '0001000191F100000141', 2],
    ['in UCS2, eight octets', '00040B911346610089F6000820806291731408080041004200430044', 2],
    ['without a text', '0011000B911346610089F60000AA00', 1],
    ['to twenty digits', `0001001491${'11'.repeat(10)}00000141`, 2],
    ['to nobody', `000100009100000A${'41'.repeat(9)}`, 1],
    ['a centre of twelve octets', `0C91${'11'.repeat(11)}01000191F100000141`, 3],
  ])('%s', (_what, hex, count) => {
    expect(pduSpans(hex, 0)).toHaveLength(count)
  })
  test.each([
    ['its text is one octet too short', deliver.slice(0, -2)],
    ['its text is one octet too long', `${deliver}00`],
    ['half an octet', deliver.slice(0, -1)],
    ['no hex', `${deliver.slice(0, -2)}zz`],
    ['a centre of 13 octets', `0D${deliver.slice(2)}`],
    ['a reserved type', `${centre}07${deliver.slice(18)}`],
    ['an address of 21 digits', `${centre}0415${deliver.slice(20)}`],
    ['too little to be one', '0001000B9113466100'],
    ['nine octets whose lengths agree', '0001000191F1000000'],
    ['a status report and half an octet', '00063C0B911346610089F62080629173140820806291731408000'],
    ['a status report that is cut', '00063C0B911346610089F62080629173140820806291731408'],
    ['a status report of 21 digits', `00063C1591${'11'.repeat(11)}${'00'.repeat(15)}`],
    ['to 21 digits, its lengths agree', `0001001591${'11'.repeat(11)}00000141`],
    ['its first octet is no hex', 'zz01000191F100000141'],
    ['a centre of thirteen octets, its lengths agree', `0D91${'11'.repeat(12)}01000191F100000141`],
    ['a reserved type, its lengths agree', '00030191F1000003414243'],
    ['it names nobody and says nothing', `0002000091${'00'.repeat(15)}`],
  ])('none: %s', (_what, hex) => {
    expect(pduSpans(hex, 0)).toBe(undefined)
  })
})

describe('one name a value', () => {
  test.each([
    ['imei', '490154203237518', '49-015420-323751-8', true],
    ['imei', '490154203237518', '490154203237526', false],
    ['iccid', '8981100022152967705', '89811000221529677059', true],
    ['iccid', '8981100022152967705', '8981100022152967713', false],
    ['number', '+819012345678', '81 90-1234-5678', true],
    ['number', '+819012345678', '+819012345679', false],
    ['password', 'Hemlig9', 'hemlig9', true],
    ['imsi', '440101234567890', '440101234567891', false],
  ])('%s: %s and %s, the same: %s', (kind, one, other, same) => {
    const names = new Pseudonyms()
    const first = names.nameOf(kind, one)
    expect(first).toBe(`${kind.toUpperCase()}-1`)
    expect(names.nameOf(kind, other)).toBe(same ? first : `${kind.toUpperCase()}-2`)
  })
  test('a PIN is the password of the lock, and no other kind is another', () => {
    const names = new Pseudonyms()
    expect(names.nameOf('pin', '4711')).toBe('PIN-1')
    expect(names.nameOf('password', '4711')).toBe('PIN-1')
    expect(names.nameOf('token', '4711')).toBe('TOKEN-1')
  })
})

test.each([
  ['', undefined, true],
  ['  ', undefined, true],
  ['xxx', undefined, true],
  ['ab****', undefined, true],
  ['**', undefined, false],
  ['IMEI-1', undefined, true],
  ['imei-1', undefined, false],
  ['0000', undefined, true],
  ['0000', 'pin', false],
  ['000', 'pin', true],
  ['00000000', 'pin', false],
  ['000000000', 'pin', true],
  ['0.0.0.0', undefined, true],
  ['none', undefined, true],
  ['<hidden>', undefined, true],
  ['0001', undefined, false],
  ['0000', 'password', false],
  ['000', 'password', true],
  ['0000', 'key', true],
  // A word, a dash and a number are what many a password is.
  ['PASS-2024', 'password', false],
  ['PASSWORD-1', 'password', true],
  ['TOKEN-12', 'key', true],
  ['SERIAL-1', 'serial', true],
  ['MESSAGE-1', 'message', true],
  ['abcxxx99', 'password', false],
  ['ab***c', 'password', false],
  ['xxxxxx', 'password', true],
  ['****', 'password', true],
  ['see you xxx', 'message', false],
  ['<see> you <there>', 'message', false],
  ['none', 'message', false],
  ['none', 'password', true],
  ['49015420xxxxxxx', 'imei', true],
  ['+8190****1234', 'number', true],
])('“%s” (%s) says nothing: %s', (value, kind, nothing) => {
  expect(isPlaceholder(value, kind)).toBe(nothing)
})

describe('stretches that overlap', () => {
  const span = (kind: string, start: number, end: number): Span => ({ kind, start, end })
  const text = 'abcdefghij'
  test.each([
    [
      'apart, in their order',
      [span('x', 5, 7), span('y', 0, 2)],
      [
        ['y', 0, 2],
        ['x', 5, 7],
      ],
    ],
    [
      'side by side',
      [span('x', 0, 5), span('y', 5, 7)],
      [
        ['x', 0, 5],
        ['y', 5, 7],
      ],
    ],
    ['one within the first', [span('x', 0, 7), span('y', 2, 4)], [['x', 0, 7]]],
    ['the first within one', [span('x', 2, 4), span('y', 0, 7)], [['y', 0, 7]]],
    ['half of it is the first: its name', [span('x', 0, 4), span('y', 2, 8)], [['x', 0, 8]]],
    ['less than half is', [span('x', 0, 3), span('y', 2, 8)], [['y', 0, 8]]],
    [
      'one that grew reaches another',
      [span('x', 0, 3), span('y', 5, 8), span('z', 2, 6)],
      [['x', 0, 8]],
    ],
  ] as const)('%s', (_what, spans, expected) => {
    const found = disjoint(spans, text).map(({ kind, start, end }) => [kind, start, end])
    expect(found).toEqual(expected)
  })
})

test.each([
  ['002B0038003100390030', '+8190'],
  ['30423044', undefined],
  ['0041004200430044', 'ABCD'],
  ['004100420043', undefined],
  ['00410042004300', undefined],
  ['0041004200430001', undefined],
  ['3042304430463048', 'あいうえ'],
  ['D83DDE00D83DDE00', undefined],
])('UCS2 %s is %s', (hex, text) => {
  expect(ucs2Text(hex)).toBe(text)
  if (text !== undefined) expect(ucs2Hex(text)).toBe(hex)
})

describe('a line is worth a closer look', () => {
  test.each([
    ['"1234567', true],
    ['"123456', false],
    ['+1234567', true],
    ['=1234567', false],
    ['x 090-1234', true],
    ['x 090--1234', false],
    ['12345678901234', true],
    ['=1234567890123', false],
    ['=abcdef0123456789', true],
    ['=abcdef012345678', false],
    ['=ab cd ef 01 ab cd ef ab', true],
    ['=ab cd ef 01 ab cd ef', false],
    ['pass', true],
    ['PW', true],
    ['user', true],
    ['secret', true],
    ['name', true],
    ['connect(', true],
    ['+CSQ: 20,99', false],
  ])('%s: %s', (text, worth) => {
    expect(hasHint(text)).toBe(worth)
  })
})

describe('what was hidden once', () => {
  test.each([
    ['number', '+819012345', 'x 819012345 y', true],
    ['number', '123456', 'x 123456 y', false],
    ['number', '1234567', 'x 1234567 y', true],
    ['number', '1234567', 'x 12345678 y', false],
    ['password', 'hem', 'x "hem" y', true],
    ['password', 'hem', 'x hem y', false],
    ['password', 'he', 'x "he" y', false],
    ['token', 'hemlig', '「hemlig」', true],
    ['imsi', 'hemlig', '"hemlig"', false],
  ])('%s “%s” is found again in “%s”: %s', (kind, value, text, again) => {
    const known = new KnownValues()
    const kept = known.add(kind, value)
    expect(known.find(text).map(({ start, end }) => text.slice(start, end))).toEqual(
      again ? [value.replace('+', '')] : [],
    )
    expect(known.size).toBe(kept ? 1 : 0)
    known.add(kind, value)
    expect(known.size).toBe(kept ? 1 : 0)
    if (again) expect(known.mayHold(text)).toBe(true)
  })
})

test.each([
  ['x=440101234567890 y', '440101234567890', 'x=NAME y'],
  ['x=4401012345678901', '440101234567890', 'x=4401012345678901'],
  ['the word user is none', 'user', 'the word user is none'],
  ['but “user” is', 'user', 'but “NAME” is'],
  ['hemlig9 anywhere', 'hemlig9', 'NAME anywhere'],
  ['xhemlig9', 'hemlig9', 'xhemlig9'],
  ['ab "ab"', 'ab', 'ab "ab"'],
])('the words “%s”, with “%s” named: “%s”', (text, value, out) => {
  expect(withNames(text, [[value, 'NAME', 'password']])).toBe(out)
})

test.each([
  [5784, '1698', 'CELL'],
  [1698, '1698', 'CELL'],
  [5784, '0x1698', 'CELL'],
  [22, '16', undefined],
  [5785, '1698', undefined],
])('the number %i is written %s: %s', (value, written, name) => {
  expect(numberAlias(value, [[written, 'CELL']])).toBe(name)
})

describe('quotes as others write them', () => {
  const look = (inside: string) => searchText(inside, { places: false })
  test.each([
    [String.raw`"AT+XAUTH=1,\"anna\""`, 'anna'],
    ['"AT+XAUTH=1,""anna"""', 'anna'],
    ['AT+XAUTH=1,&quot;anna&quot;', 'anna'],
    ['AT+XAUTH=1,&#34;anna&#34;', 'anna'],
  ])('%s', (text, value) => {
    const [found] = inQuotes(text, look)
    expect(found && text.slice(found.start, found.start + value.length)).toBe(value)
  })
  test('nothing to do without them', () => {
    expect(inQuotes('AT+XAUTH=1,"anna"', look)).toEqual([])
  })
})

describe('what is secret for what stands before it', () => {
  const row = (text: string, kind: LogRow['kind'] = 'text'): LogRow => ({
    id: 1,
    slot: 'a',
    atMs: 0,
    monoUs: 0,
    dir: 'rx',
    kind,
    text,
  })
  const hidden = (...texts: string[]) => {
    const following = new Following()
    return texts.filter((text) => following.spansOf(row(text)).length > 0)
  }
  test('the text of a message, up to the next answer', () => {
    expect(hidden('+CMGR: 0,"x"', 'meet me', 'at nine', 'OK', 'later')).toEqual([
      'meet me',
      'at nine',
    ])
    expect(hidden('+CSQ: 20,99', 'meet me')).toEqual([])
    expect(hidden('> AT+CMGS="x"', 'meet me')).toEqual(['meet me'])
  })
  test('ten lines of it at most', () => {
    const lines = Array.from({ length: 14 }, (_, i) => `line ${i + 1}`)
    expect(hidden('+CMGR: 0,"x"', ...lines)).toEqual(lines.slice(0, 10))
  })
  const line = 'MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSk'
  test('the lines of a key, and its kind of line alone', () => {
    expect(
      hidden('-----BEGIN PRIVATE KEY-----', 'MIIE', 'abcd==', '-----END PRIVATE KEY-----', 'MIIE'),
    ).toEqual(['MIIE', 'abcd=='])
    expect(hidden(line)).toEqual([line])
    expect(hidden(line.slice(1))).toEqual([])
    expect(hidden(line.toLowerCase())).toEqual([])
    expect(hidden(line.replace(/\d/g, 'x'))).toEqual([])
  })
  test('a message in one text with its header', () => {
    const text = '+CMGR: 0,"x"\nmeet me\nOK'
    expect(messagesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['meet me'])
    expect(messagesIn('+CSQ: 20\nmeet me')).toEqual([])
  })
})

describe('octets written out', () => {
  const look = (inside: string) => searchText(inside, { places: false })
  const found = (...texts: string[]) => {
    const dumps = new OctetDumps()
    return texts.map((text) =>
      dumps.spansIn(text, look).map(({ start, end }) => text.slice(start, end)),
    )
  }
  const digits = '490154203237518'
  const pairs = [...digits].map((digit) => `3${digit}`)
  test.each([
    ['with blanks', pairs.join(' ')],
    ['with colons', pairs.join(':')],
    ['with 0x', pairs.map((pair) => `0x${pair}`).join(', ')],
    ['without anything', pairs.join('')],
  ])('%s', (_what, written) => {
    expect(found(`> ${written}`)).toEqual([[written]])
  })
  test('on two lines', () => {
    const rows = [pairs.slice(0, 8), pairs.slice(8)].map(
      (part, i) => `0000${i}000  ${part.join(' ')}  |${part.map((pair) => pair[1]).join('')}|`,
    )
    const [first, second] = found(...rows)
    expect(first).toContain(pairs.slice(0, 8).join(' '))
    expect(second).toContain(pairs.slice(8).join(' '))
  })
  test('other octets stay', () => {
    expect(found('> 41 54 2b 43 53 51 0d', '+CSQ: 20,99')).toEqual([[], []])
  })
})
