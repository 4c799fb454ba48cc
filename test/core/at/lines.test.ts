import { bytesOf, latin1 } from '@core/bytes'
import { KnownTexts } from '@core/at/known-texts'
import { type Line, LineBuffer } from '@core/at/line-buffer'
import { describe, expect, test } from 'vitest'

const described = ({ text, raw, end, continued, adjacent }: Line) =>
  [text, JSON.stringify(latin1(raw)), end, continued && 'continued', adjacent && 'adjacent']
    .filter((part) => part !== false)
    .join(' ')

function fed(...pieces: string[]): LineBuffer {
  const buffer = new LineBuffer()
  for (const piece of pieces) buffer.feed(bytesOf(piece))
  return buffer
}
function linesOf(buffer: LineBuffer): Line[] {
  const lines: Line[] = []
  for (let line = buffer.next(); line; line = buffer.next()) lines.push(line)
  return lines
}

describe('lines', () => {
  test.each<[octets: string, lines: string[]]>([
    ['OK\r', [String.raw`OK "OK\r" cr adjacent`]],
    ['OK\n', [String.raw`OK "OK\n" lf adjacent`]],
    ['\r\nOK\r\n', [String.raw`OK "\r\nOK\r" cr adjacent`]],
    ['\r\r\r\0OK\r', [String.raw`OK "\r\r\r\u0000OK\r" cr adjacent`]],
    ['\n\nOK\r', [String.raw`OK "\n\nOK\r" cr`]],
    [
      'A\r\nB\r\n\r\nC\r',
      [
        String.raw`A "A\r" cr adjacent`,
        String.raw`B "\nB\r" cr adjacent`,
        String.raw`C "\n\r\nC\r" cr`,
      ],
    ],
    ['R\0D\0Y\r', [String.raw`RDY "R\u0000D\u0000Y\r" cr adjacent`]],
    ['OK', []],
    ['\r\n', []],
  ])('%j', (octets, lines) => {
    expect(linesOf(fed(octets)).map(described)).toEqual(lines)
  })

  const shape = ({ text, raw, end, continued }: Line) => [text.length, raw.length, end, continued]
  test.each<[name: string, octets: string, lines: unknown[]]>([
    ['4096 letters', `${'x'.repeat(4096)}\r`, [[4096, 4097, 'cr', false]]],
    [
      '4097 letters',
      `${'x'.repeat(4097)}\r`,
      [
        [4096, 4096, 'cut', false],
        [1, 2, 'cr', true],
      ],
    ],
    ['blanks before count for nothing', `\r\n${'x'.repeat(4096)}\r`, [[4096, 4099, 'cr', false]]],
    ['4096 blanks', '\r'.repeat(4096), []],
    [
      '4097 blanks',
      `${'\r'.repeat(4097)}A\r`,
      [
        [0, 4096, 'cut', false],
        [1, 3, 'cr', false],
      ],
    ],
    [
      'a line behind a cut one',
      `${'x'.repeat(4097)}\rA\r`,
      [
        [4096, 4096, 'cut', false],
        [1, 2, 'cr', true],
        [1, 2, 'cr', false],
      ],
    ],
  ])('%s', (_, octets, lines) => {
    expect(linesOf(fed(octets)).map(shape)).toEqual(lines)
  })
})

describe('what has no line end', () => {
  test.each<[octets: string, unterminated: string, lead: number | undefined]>([
    ['', '', undefined],
    ['\r\n\0', '', undefined],
    ['\r\nxy', 'xy', 0x78],
    ['xy', 'xy', 0x78],
  ])('%j', (octets, unterminated, lead) => {
    const buffer = fed(octets)
    expect([buffer.unterminated, buffer.lead]).toEqual([unterminated, lead])
    expect(buffer.takeUnterminated()?.text ?? '').toBe(unterminated)
    expect(buffer.unterminated).toBe('')
  })

  test.each<[octets: string, prompt: string, taken: string | undefined, rest: string]>([
    ['> ', '> ', '"> "', ''],
    ['\r\n> x', '> ', String.raw`"\r\n> "`, 'x'],
    ['>', '> ', undefined, '>'],
    ['>x', '> ', undefined, '>x'],
    ['y> ', '> ', undefined, 'y> '],
    ['\r\n', '> ', undefined, ''],
  ])('of %j the prompt %j', (octets, prompt, taken, rest) => {
    const buffer = fed(octets)
    const line = buffer.takePrompt(prompt)
    expect(line && JSON.stringify(latin1(line.raw))).toBe(taken)
    expect(line?.end ?? 'none').toBe('none')
    expect(buffer.unterminated).toBe(rest)
  })

  test('octets of a line that was taken belong to no prompt', () => {
    const buffer = fed('abc \r')
    expect(buffer.next()?.text).toBe('abc ')
    buffer.feed(bytesOf('\r\n>'))
    expect(buffer.takePrompt('> ')).toBe(undefined)
    expect(buffer.unterminated).toBe('>')
  })

  test('the rest of a cut line is no prompt', () => {
    const buffer = fed('x'.repeat(4096), '> ')
    expect(buffer.next()?.end).toBe('cut')
    expect(buffer.takePrompt('> ')).toBe(undefined)
  })
})

describe('octets as they are', () => {
  test('so many, or none while there are fewer', () => {
    const buffer = fed('abc')
    expect([buffer.length, buffer.first]).toEqual([3, 0x61])
    expect(buffer.take(4)).toBe(undefined)
    expect(buffer.take(2)).toEqual(bytesOf('ab'))
    expect([buffer.length, buffer.first]).toEqual([1, 0x63])
    expect(buffer.rest()).toEqual(bytesOf('c'))
    expect([buffer.length, buffer.first, buffer.rest()]).toEqual([0, undefined, bytesOf('')])
  })
  test('behind them a line begins anew', () => {
    const buffer = fed('x'.repeat(4097), 'y\r')
    expect(buffer.next()?.end).toBe('cut')
    buffer.take(1)
    expect(linesOf(buffer).map(described)).toEqual([String.raw`y "y\r" cr adjacent`])
  })
  test.each([10, 600, 1020, 1021, 1022, 1023, 5000])(
    'a line of which two octets were there is whole with %i more',
    (more) => {
      for (const [head, text] of [
        ['A\rbc', 'bc'],
        ['A\r\n\n', ''],
      ] as const) {
        const buffer = fed(head)
        expect([buffer.next()?.text, buffer.next()]).toEqual(['A', undefined])
        buffer.feed(bytesOf('d'.repeat(more)))
        buffer.feed(bytesOf('\rZ\r'))
        const lines = linesOf(buffer).map((line) => line.text)
        const whole = text + 'd'.repeat(more)
        expect(lines.join('')).toBe(`${whole}Z`)
      }
    },
  )
})

describe('texts that fall on one place', () => {
  test('are told apart', () => {
    const texts = new KnownTexts()
    const of = (text: string) => texts.ofOctets(bytesOf(text), 0, text.length, () => text)
    expect(['AC', 'B$', 'AC'].map(of)).toEqual(['AC', 'B$', 'AC'])
    const part = (text: string) => texts.part(`.${text}.`, 1, 1 + text.length)
    expect(['AC', 'B$', 'AC'].map(part)).toEqual(['AC', 'B$', 'AC'])
  })
  test.each([
    [96, 1],
    [97, 2],
  ])('of %i octets one is made %i times when it comes twice', (length, times) => {
    const texts = new KnownTexts()
    const octets = bytesOf('x'.repeat(length))
    let made = 0
    const make = () => {
      made++
      return 'x'.repeat(length)
    }
    for (let i = 0; i < 2; i++) texts.ofOctets(octets, 0, length, make)
    expect(made).toBe(times)
  })
})
