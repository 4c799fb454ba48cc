import { bytesOf, latin1 } from '@core/bytes'
import { Reader } from '@core/at/reader'
import { describe, expect, test } from 'vitest'

const quoted = (octets: Uint8Array) => JSON.stringify(latin1(octets))

/** Behind `C` all is data, behind `N3` come three octets; `F` makes more come while it is read. */
function reading(expected?: string) {
  const said: string[] = []
  const reader: Reader = new Reader({
    line: (line) => {
      said.push(`line ${line.text} of ${quoted(line.raw)}`)
      if (line.text === 'C') reader.enterData(line)
      if (line.text.startsWith('N')) reader.expectCounted(Number(line.text.slice(1)), line)
      if (line.text === 'F') reader.feed(bytesOf('Z\r'))
      if (line.text === 'F') said.push('F was read')
    },
    prompt: (line) => said.push(`prompt ${quoted(line.raw)}`),
    payload: (payload, raw) => said.push(`payload ${quoted(payload)} of ${quoted(raw)}`),
    data: (octets) => said.push(`data ${quoted(octets)}`),
    expectedPrompt: () => expected,
  })
  const read = (...pieces: string[]) => {
    for (const piece of pieces) reader.feed(bytesOf(piece))
    return said
  }
  return { reader, said, read }
}

describe('what the octets are taken for', () => {
  test.each<[name: string, pieces: string[], said: string[]]>([
    ['data behind CR LF', ['C\r\n~x'], [String.raw`line C of "C\r"`, 'data "~x"']],
    ['data behind CR', ['C\r~x'], [String.raw`line C of "C\r"`, 'data "~x"']],
    ['data behind LF', ['C\n\n~'], [String.raw`line C of "C\n"`, String.raw`data "\n~"`]],
    ['no data yet', ['C\r\n'], [String.raw`line C of "C\r"`, 'data ""']],
    [
      'an LF that comes apart',
      ['C\r', '\n~'],
      [String.raw`line C of "C\r"`, 'data ""', 'data "~"'],
    ],
    ['an LF alone', ['C\r', '\n', ''], [String.raw`line C of "C\r"`, 'data ""']],
    [
      'one LF of two',
      ['C\r', '\n', '\n~'],
      [String.raw`line C of "C\r"`, 'data ""', String.raw`data "\n~"`],
    ],
    [
      'an LF behind other data',
      ['C\r', '~', '\n'],
      [String.raw`line C of "C\r"`, 'data ""', 'data "~"', String.raw`data "\n"`],
    ],
    [
      'three octets behind CR LF',
      ['N3\r\na\r', 'cOK\r'],
      [
        String.raw`line N3 of "N3\r"`,
        String.raw`payload "a\rc" of "\na\rc"`,
        String.raw`line OK of "OK\r"`,
      ],
    ],
    [
      'three octets behind CR',
      ['N3\rabcOK\r'],
      [String.raw`line N3 of "N3\r"`, 'payload "abc" of "abc"', String.raw`line OK of "OK\r"`],
    ],
    [
      'three octets behind LF',
      ['N3\n\nab'],
      [String.raw`line N3 of "N3\n"`, String.raw`payload "\nab" of "\nab"`],
    ],
    ['too few', ['N3\r\nab'], [String.raw`line N3 of "N3\r"`]],
    [
      'what comes while a line is read',
      ['F\rA\r'],
      [
        String.raw`line F of "F\r"`,
        'F was read',
        String.raw`line A of "A\r"`,
        String.raw`line Z of "Z\r"`,
      ],
    ],
  ])('%s', (_, pieces, said) => {
    expect(reading().read(...pieces)).toEqual(said)
  })

  test('a prompt where one is expected', () => {
    expect(reading('> ').read('x\r\n> y\r')).toEqual([
      String.raw`line x of "x\r"`,
      String.raw`prompt "\n> "`,
      String.raw`line y of "y\r"`,
    ])
    expect(reading().read('x\r\n> y\r')).toEqual([
      String.raw`line x of "x\r"`,
      String.raw`line > y of "\n> y\r"`,
    ])
  })

  test('exactly this text waits, and no payload', () => {
    const lines = reading()
    lines.read('\r\n> ')
    expect(['>', '> ', ''].map((text) => lines.reader.waitsWith(text))).toEqual([
      false,
      true,
      false,
    ])
    expect(lines.reader.takePrompt('> ')?.text).toBe('> ')
    const counted = reading()
    counted.read('N3\r>')
    expect([counted.reader.waitsWith('>'), counted.reader.counting]).toEqual([false, true])
    counted.read('ab')
    expect(counted.reader.counting).toBe(false)
  })

  test('octets of a payload that stays short are lines again', () => {
    const { reader, read, said } = reading()
    read('N9\r\nOK\r')
    expect(reader.giveUpCounted()).toBe(4)
    expect(said.at(-1)).toBe(String.raw`line OK of "\nOK\r"`)
    expect(reader.counting).toBe(false)
    expect(read('A\r').at(-1)).toBe(String.raw`line A of "A\r"`)
  })

  test('data that is entered between two reads is there at once', () => {
    const { reader, read, said } = reading()
    const raw = bytesOf('X\r')
    read('~')
    reader.enterData({ text: 'X', raw, end: 'cr', continued: false, adjacent: true })
    expect(said).toEqual(['data "~"'])
  })

  test('the LF of CONNECT leads the first line behind the data, once', () => {
    const { reader, read } = reading()
    read('C\r', '\n~')
    reader.leaveData()
    expect(read('A\r').at(-1)).toBe(String.raw`line A of "\nA\r"`)
    read('C\r', '~')
    reader.leaveData()
    expect(read('A\r').at(-1)).toBe(String.raw`line A of "A\r"`)
  })

  test('who leaves data mode out of it leaves a payload as it is', () => {
    const { reader, read } = reading()
    read('N3\r')
    reader.leaveData()
    expect(read('abc').at(-1)).toBe('payload "abc" of "abc"')
  })

  test('what waits is handed on at the end, a short payload as lines', () => {
    const { reader, read, said } = reading()
    read('N99\r\nOK\r\nab')
    reader.flush()
    expect(said.slice(1)).toEqual([String.raw`line OK of "\nOK\r"`, String.raw`line ab of "\nab"`])
    reader.flush()
    expect(said).toHaveLength(3)
  })
})
