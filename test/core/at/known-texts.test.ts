import { describe, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { KnownTexts } from '@core/at/known-texts'

const piece = 'AT+CSQ\r\n+CSQ: 20,99\r\nOK\r\nAT+CSQ\r\n'

describe('texts seen lately', () => {
  test('a stretch is the text it is, known or not', () => {
    const texts = new KnownTexts()
    for (let round = 0; round < 3; round++)
      for (let start = 0; start < piece.length; start++)
        for (let end = start; end <= piece.length; end++)
          expect(texts.part(piece, start, end)).toBe(piece.slice(start, end))
  })

  test('octets are the text that is made of them, made once while it is remembered', () => {
    const texts = new KnownTexts()
    const bytes = bytesOf(piece)
    let made = 0
    const read = (start: number, end: number) =>
      texts.ofOctets(bytes, start, end, () => {
        made++
        return latin1(bytes.subarray(start, end))
      })
    expect([read(0, 6), read(25, 31), read(0, 6)]).toEqual(['AT+CSQ', 'AT+CSQ', 'AT+CSQ'])
    expect(made).toBe(1)
    expect(read(8, 19)).toBe('+CSQ: 20,99')
    expect(made).toBe(2)
  })

  test('a text that begins as another does is not taken for it', () => {
    const texts = new KnownTexts()
    const lines = Array.from({ length: 20_000 }, (_, i) => `+CEREG: 2,5,"1A2B","${i}",7`)
    const all = lines.join('\n')
    let at = 0
    for (const line of lines) {
      expect(texts.part(all, at, at + line.length)).toBe(line)
      at += line.length + 1
    }
  })

  test('what is too long to be remembered is read all the same', () => {
    const texts = new KnownTexts()
    const long = 'x'.repeat(500)
    expect(texts.part(`${long}y`, 0, 500)).toBe(long)
    let made = 0
    const octets = bytesOf(long)
    for (let i = 0; i < 2; i++)
      expect(texts.ofOctets(octets, 0, 500, () => `${++made}`)).toBe(`${made}`)
    expect(made).toBe(2)
  })

  test('octets beyond ASCII do not fall on the text of other octets', () => {
    const texts = new KnownTexts()
    const bytes = Uint8Array.of(0xe5, 0x9c, 0x8f)
    expect(texts.ofOctets(bytes, 0, 3, () => '圏')).toBe('圏')
    // Known as a letter of another length, so it is made again rather than guessed.
    expect(texts.ofOctets(bytes, 0, 3, () => '圏')).toBe('圏')
    expect(texts.part('\xe5\x9c\x8f', 0, 3)).toBe('\xe5\x9c\x8f')
  })

  test('hundreds of texts are remembered beside each other', () => {
    const texts = new KnownTexts()
    let made = 0
    const lines = Array.from({ length: 300 }, (_, i) => bytesOf(`+CREG: ${i},1,"${i * 7}"`))
    const readAll = () => {
      for (const line of lines)
        texts.ofOctets(line, 0, line.length, () => {
          made++
          return latin1(line)
        })
    }
    readAll()
    expect(made).toBe(300)
    readAll()
    // Two that fall on one place push each other out; with 2,048 places few of 300 do.
    expect(made).toBeLessThan(300 + 80)
  })

  test.each([
    [96, 1],
    [97, 2],
  ])('%i octets read twice are made %i times', (length, times) => {
    const texts = new KnownTexts()
    const line = bytesOf('x'.repeat(length))
    let made = 0
    for (let i = 0; i < 2; i++)
      texts.ofOctets(line, 0, length, () => {
        made++
        return latin1(line)
      })
    expect(made).toBe(times)
  })

  test('the same letters at another place of a piece are the same text, and neighbours do not count', () => {
    const texts = new KnownTexts()
    let made = 0
    const read = (piece: string, start: number) =>
      texts.ofOctets(bytesOf(piece), start, start + 2, () => {
        made++
        return 'OK'
      })
    expect([read('OK\r\n', 0), read('\r\nOKx', 2), read('zzzzOK', 4)]).toEqual(['OK', 'OK', 'OK'])
    expect(made).toBe(1)
  })
})
