import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, concat } from '@core/bytes'
import { type Line, LineBuffer } from '@core/at/line-buffer'

function linesOf(parts: readonly Uint8Array[]): { lines: Line[]; buffer: LineBuffer } {
  const buffer = new LineBuffer()
  const lines: Line[] = []
  for (const part of parts) {
    buffer.feed(part)
    for (let line = buffer.next(); line; line = buffer.next()) lines.push(line)
  }
  return { lines, buffer }
}

const texts = (parts: readonly Uint8Array[]) => linesOf(parts).lines.map((line) => line.text)

describe('line buffer', () => {
  test('gives the same lines wherever the UART cuts the answer', () => {
    const answer = bytesOf('AT+CEREG?\r\r\n+CEREG: 0,5\r\n\r\nOK\r\n')
    for (let a = 0; a <= answer.length; a++)
      for (let b = a; b <= answer.length; b++)
        expect(texts([answer.slice(0, a), answer.slice(a, b), answer.slice(b)])).toEqual([
          'AT+CEREG?',
          '+CEREG: 0,5',
          'OK',
        ])
  })

  test.each([
    ['CRLF', 'A\r\nB\r\n', ['A', 'B']],
    ['CR only', 'A\rB\r', ['A', 'B']],
    ['LF only', 'A\nB\n', ['A', 'B']],
    ['an echo with a doubled CR', 'AT\r\r\nOK\r\n', ['AT', 'OK']],
    ['no CRLF before the answer', '+CEREG: 0,5\r\n\r\nOK\r\n', ['+CEREG: 0,5', 'OK']],
    ['a digit with CR and no LF (ATV0)', 'AT\r0\r', ['AT', '0']],
    ['NULs of a power-up', '\0\0\r\nRDY\r\n', ['RDY']],
    ['a NUL inside', 'R\0DY\r\n', ['RDY']],
    ['blanks only', '\r\n\r\n\r\n', []],
    ['octets above 126', '\xe6\x97\r\n', ['\xe6\x97']],
  ])('reads %s', (_, input, expected) => {
    expect(texts([bytesOf(input)])).toEqual(expected)
  })

  test('gives a line at its CR, without waiting for a LF that may not come', () => {
    expect(texts([bytesOf('0\r')])).toEqual(['0'])
  })

  test('keeps unterminated text until it is asked for', () => {
    const { lines, buffer } = linesOf([bytesOf('\r\n> ')])
    expect(lines).toEqual([])
    expect(buffer.unterminated).toBe('> ')
    expect(buffer.takePrompt('> ')?.text).toBe('> ')
    expect(buffer.takeUnterminated()).toBeUndefined()
  })

  test('cuts a line longer than 4096 without losing an octet, and says which pieces belong together', () => {
    const long = bytesOf(`${'x'.repeat(10_000)}\r\nOK\r\n`)
    const { lines } = linesOf([long])
    expect(lines.map((line) => [line.text.length, line.end, line.continued])).toEqual([
      [4096, 'cut', false],
      [4096, 'cut', true],
      [1808, 'cr', true],
      [2, 'cr', false],
    ])
  })

  test('does not cut a line of exactly 4096', () => {
    expect(texts([bytesOf(`${'x'.repeat(4096)}\r\n`)]).map((text) => text.length)).toEqual([4096])
  })

  test('hands over the octets after a line as they are', () => {
    const buffer = new LineBuffer()
    buffer.feed(bytesOf('CONNECT\r\n~\xff}#'))
    expect(buffer.next()?.text).toBe('CONNECT')
    expect(buffer.rest()).toEqual(bytesOf('\n~\xff}#'))
    expect(buffer.length).toBe(0)
  })

  test('keeps every octet in exactly one line, however the stream is cut', () => {
    const octet = fc.oneof(fc.constantFrom(0, 10, 13, 62, 79, 75), fc.integer({ min: 0, max: 255 }))
    const chunks = fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 20 })
    fc.assert(
      fc.property(chunks, fc.array(octet, { maxLength: 50 }), (parts, tail) => {
        const input = [...parts, Uint8Array.from(tail)]
        const { lines, buffer } = linesOf(input)
        const kept = concat([...lines.map((line) => line.raw), buffer.rest()])
        expect(kept).toEqual(concat(input))
        const whole = concat(input)
        expect(lines).toEqual(linesOf([whole]).lines)
        expect(lines).toEqual(linesOf([...whole].map((byte) => Uint8Array.of(byte))).lines)
      }),
    )
  })

  test('takes 10 MB without a line end in its stride and gives the memory back', () => {
    const { lines, buffer } = linesOf([
      new Uint8Array(10_000_000).fill(0x41),
      bytesOf('\r\nOK\r\n'),
    ])
    expect(lines.reduce((sum, line) => sum + line.raw.length, 0) + buffer.length).toBe(10_000_006)
    expect(lines.at(-1)?.text).toBe('OK')
  })
})
