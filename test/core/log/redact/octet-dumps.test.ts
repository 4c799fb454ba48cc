import { OctetDumps } from '@core/log/redact/octet-dump'
import { describe, expect, test } from 'vitest'

/** Four digits at least behind `pin=`, up to a quote or a line end. */
const look = (text: string) =>
  [...text.matchAll(/pin=(\d{4,})(?=["\n])/g)].map(({ 0: all, index }) => ({
    kind: 'pin',
    start: index + 4,
    end: index + all.length,
  }))

/** What is found in each line, with what it says. */
function found(...lines: readonly string[]): string[][] {
  const dumps = new OctetDumps()
  return lines.map((line) =>
    dumps
      .spansIn(line, look)
      .map(({ kind, start, end, value }) => `${kind} ${line.slice(start, end)} ${value ?? ''}`),
  )
}

describe('octets on one line', () => {
  test.each<[what: string, line: string, ...found: string[]]>([
    ['with blanks', '> 70 69 6e 3d 34 37 31 31', 'pin 34 37 31 31 4711'],
    ['with colons', '70:69:6E:3D:34:37:31:31', 'pin 34:37:31:31 4711'],
    [
      'with 0x and commas',
      '0x70, 0x69, 0x6e, 0x3d, 0x34, 0x37, 0x31, 0x31',
      'pin 0x34, 0x37, 0x31, 0x31 4711',
    ],
    [
      'as letters of C',
      '\\x70\\x69\\x6e\\x3d\\x34\\x37\\x31\\x31',
      'pin \\x34\\x37\\x31\\x31 4711',
    ],
    ['together', 'rx 70696e3d34373131', 'pin 34373131 4711'],
    ['with a line end behind', '70 69 6e 3d 34 37 31 31 0d 0a', 'pin 34 37 31 31 4711'],
    [
      'with letters behind',
      '70 69 6e 3d 34 37 31 31  pin=4711',
      'pin 34 37 31 31 4711',
      'pin 4711 4711',
    ],
    [
      'two dumps',
      '70 69 6e 3d 34 37 31 31 then 70 69 6e 3d 34 37 31 32',
      'pin 34 37 31 31 4711',
      'pin 34 37 31 32 4712',
    ],
    ['seven together', 'rx 70696e3d343731'],
    ['three with blanks', 'rx 70 69 6e'],
    ['nothing to hide', '70 69 6e 20 34 37 31 31'],
  ])('%s', (_what, line, ...spans) => {
    expect(found(line)).toEqual([spans])
  })
})

describe('octets on several lines', () => {
  test('in columns, their offsets before and their letters behind', () => {
    expect(
      found(
        '0000  41 54 20 70 69 6e 3d 34  |AT pin=4|',
        '0008  37 31 31 0d 0a           |711..|',
        '000d  41 54 0d 0a              |AT..|',
      ),
    ).toEqual([[], ['pin 37 31 31 4711', 'pin 711 4711'], []])
  })
  test.each<[what: string, line: string, ...found: string[]]>([
    [
      'at its end',
      '0000  41 54 33 35 32 30  |AT3520|',
      'octets 33 35 32 30 3520',
      'octets 3520 3520',
    ],
    ['at its beginning', '0x0010: 33 35 32 30 41 54', 'octets 33 35 32 30 3520'],
    ['with blanks', '0000  41 54 20 35 32 20', 'octets 20 35 32 20  52 '],
    [
      'all of it',
      '000000b0  33 35 32 30 31  |35201|',
      'octets 33 35 32 30 31 35201',
      'octets 35201 35201',
    ],
    ['three digits', '0000  41 54 41 35 32 30  |ATA520|'],
    ['one digit and blanks', '0000  41 54 20 20 20 35'],
    ['in the middle', '0000  41 54 33 35 32 30 41  |AT3520A|'],
    ['no columns', '41 54 33 35 32 30'],
  ])('digits that may go on in the next line: %s', (_what, line, ...spans) => {
    expect(found(line)).toEqual([spans])
  })
  test('512 octets of the lines before are looked at', () => {
    const dumps = new OctetDumps()
    const seen: number[] = []
    const count = (text: string) => {
      seen.push(text.length)
      return []
    }
    for (const octets of [600, 4]) dumps.spansIn('41 '.repeat(octets), count)
    // With a quote behind each, and the line end of the first.
    expect(seen).toEqual([601, 517])
  })
  test('without columns each is a line of its own', () => {
    expect(found('41 54 20 70 69 6e 3d 34', '37 31 31 0d 0a')).toEqual([[], []])
    expect(found('70 69 6e 3d', '34 37 31 31')).toEqual([[], []])
  })
})

test.each<[what: string, lines: readonly string[], idle: boolean]>([
  ['nothing', [], true],
  ['a text', ['+CSQ: 20,99'], true],
  ['a dump', ['41 54 20 70'], false],
  ['a dump and a text', ['41 54 20 70', '+CSQ: 20,99'], true],
  ['a dump and the last row of one', ['41 54 20 70', '0010  0a  |.|'], false],
])('behind %s nothing is kept: %s', (_what, lines, idle) => {
  const dumps = new OctetDumps()
  for (const line of lines) dumps.spansIn(line, look)
  expect(dumps.idle).toBe(idle)
})

test.each([
  ['41 54 20 70', true],
  ['41542070', false],
  ['4154207041542070', true],
  ['41 54 20', false],
])('%s concerns the lines around it: %s', (line, concerns) => {
  const dumps = new OctetDumps()
  expect(dumps.concerns(line)).toBe(concerns)
  // Behind a dump any octets may go on with it.
  dumps.spansIn('41 54 20 70', look)
  expect(dumps.concerns('41542070')).toBe(true)
  expect(dumps.concerns('41 54')).toBe(false)
})
