import { bytesOf, concat, fromHex, latin1 } from '@core/bytes'
import { cutTail, followed, noTail, type StreamTail } from '@core/log/redact/stream-tail'
import { describe, expect, test } from 'vitest'

/** Four letters behind `token=`; fifteen digits behind `imei=`, or nineteen with 1 at the end; a word that begins with zz9. */
const look = (text: string) =>
  [...text.matchAll(/token=(\w{4,})|imei=(\d{15}|\d{18}1)(?!\d)|\b(zz9\w{4,})/dg)].flatMap(
    ({ indices }) => {
      const place = indices?.[1] ?? indices?.[2] ?? indices?.[3]
      return place ? [{ kind: 'token', start: place[0], end: place[1] }] : []
    },
  )

/** What is found in each piece of a stream, once each. */
function inPieces(...pieces: readonly string[]): string[][] {
  let before = noTail
  return pieces.map((piece) => {
    const { found, tail } = followed(before, bytesOf(piece), look)
    before = tail
    const said = found.map(
      ({ from, to, kind, whole }) => `${kind} ${piece.slice(from, to)} of ${whole}`,
    )
    return [...new Set(said)]
  })
}

describe('what is hidden in a stream that comes in pieces', () => {
  test.each<[what: string, pieces: readonly string[], found: readonly string[][]]>([
    ['in one', ['GET token=abcd HTTP'], [['token abcd of abcd']]],
    ['at its end', ['token=abcd'], [['token abcd of abcd']]],
    ['cut', ['token=ab', 'cdef gh'], [['token ab of ab'], ['token cdef of abcdef']]],
    ['cut in its name', ['tok', 'en=abcd gh'], [[], ['token abcd of abcd']]],
    ['cut before it', ['token=', 'abcd gh'], [[], ['token abcd of abcd']]],
    [
      'in three',
      ['token=a', 'b', 'cd gh'],
      [['token a of a'], ['token b of ab'], ['token cd of abcd']],
    ],
    ['not again in the next', ['token=abcd x', 'y'], [['token abcd of abcd'], []]],
    ['ended by a line end', ['token=ab\nx', 'cdef'], [[], []]],
    ['behind a line end', ['token', '\n=abcd '], [[], []]],
    [
      'digits of an identity',
      ['imei=35209900', '1761481 x'],
      [['token 35209900 of 35209900'], ['token 1761481 of 352099001761481']],
    ],
    [
      'sixteen digits of one',
      ['imei=3520990017614811', '341 x'],
      [['token 3520990017614811 of 3520990017614811'], ['token 341 of 3520990017614811341']],
    ],
    [
      'more digits than one has',
      ['imei=3520990017614811341', '2 x'],
      [['token 3520990017614811341 of 3520990017614811341'], []],
    ],
    ['digits of nothing', ['id 35209900', '1761481 x'], [[], []]],
    ['what looks so by itself', ['id zz9', 'abcd x'], [[], ['token abcd of zz9abcd']]],
    ['three letters are none', ['zz', '9'], [[], []]],
    ['no letters', ['\x00\x01', '\x02'], [[], []]],
    ['a name and nothing behind it', ['x token= ', 'abcd'], [[], []]],
  ])('%s', (_what, pieces, found) => {
    expect(inPieces(...pieces)).toEqual(found)
  })

  test.each([' ', '\t', '\r', '\n', '"', "'", '&', ';', ',', '<', '>', '{', '}', '\x00', '\x7f'])(
    'a value that is longer than what is kept goes on up to %j',
    (end) => {
      const [, second, third] = inPieces(`token=${'a'.repeat(5000)}`, `bc${end}de`, 'f')
      expect(second).toEqual([expect.stringMatching(/^token bc of a{4096}bc$/)])
      expect(third).toEqual([])
    },
  )
  test('and over several pieces', () => {
    const pieces = [`token=${'a'.repeat(5000)}`, 'b'.repeat(3000), 'c'.repeat(3000), 'd-e(f) g']
    const found = inPieces(...pieces).map((said) => said.map((one) => one.split(' of ')[0]))
    expect(found).toEqual([
      [`token ${'a'.repeat(5000)}`],
      [`token ${'b'.repeat(3000)}`],
      [`token ${'c'.repeat(3000)}`],
      ['token d-e(f)'],
    ])
  })
})

test('four letters at least are looked at, and what has no kind is a password', () => {
  const all = (text: string) => [{ start: 0, end: text.length }]
  expect(followed(noTail, bytesOf('abc'), all).found).toEqual([])
  const [one] = followed(noTail, bytesOf('abcd'), all).found
  expect(one).toEqual({ from: 0, to: 4, kind: 'password', whole: 'abcd' })
})

describe('what is kept of a stream', () => {
  const kept = (...pieces: readonly string[]): StreamTail => {
    let tail = noTail
    for (const piece of pieces) ({ tail } = followed(tail, bytesOf(piece), look))
    return tail
  }
  test.each<[what: string, pieces: readonly string[], octets: string]>([
    ['the line that is open', ['abc\ndef'], 'def'],
    ['with its blanks', ['a b'], 'a b'],
    ['nothing of a value that ended', ['token=abcd \n'], ''],
    ['with its tabs', ['abc\r\n\tdef\x80'], '\tdef\x80'],
    ['nothing behind a line end', ['abc\n'], ''],
    ['nothing behind a sign that is no letter', ['abc\x7f'], ''],
    ['256 letters of a long one', ['x'.repeat(300)], 'x'.repeat(256)],
    [
      '256 letters before an open value',
      [`${'x '.repeat(200)}token=abcd`],
      `${'x '.repeat(125)}token=abcd`,
    ],
    ['not more than 4096', [`token=${'a'.repeat(4090)}`], `token=${'a'.repeat(4090)}`],
    ['the last 4096', [`token=${'a'.repeat(4091)}`], `oken=${'a'.repeat(4091)}`],
  ])('%s', (_what, pieces, octets) => {
    expect(latin1(kept(...pieces).octets)).toBe(octets)
  })
  test('where a long value began', () => {
    expect(kept(`token=${'a'.repeat(3834)}`).inside).toBe(undefined)
    expect(kept(`token=${'a'.repeat(3840)}`).inside).toBe(undefined)
    expect(kept(`token=${'a'.repeat(3841)}`).inside).toEqual({ from: 6, kind: 'token' })
    expect(kept(`token=${'a'.repeat(4091)}`).inside).toEqual({ from: 5, kind: 'token' })
    expect(kept(`token=${'a'.repeat(5000)}`).inside).toEqual({ from: 0, kind: 'token' })
  })
  test('a shorter piece of it', () => {
    const octets = bytesOf('abcdef')
    const whole = { octets, begun: [0, 3, 4], inside: { from: 2, kind: 'x' } }
    expect(cutTail(whole, 4)).toEqual({ ...whole, octets: bytesOf('abcd'), begun: [0, 3] })
    expect(cutTail(whole, 2)).toEqual({ ...whole, octets: bytesOf('ab'), begun: [0] })
    expect(cutTail(whole, 1)).toEqual({ octets: bytesOf('a'), begun: [0] })
    expect(cutTail(whole, 0)).toEqual({ octets: bytesOf(''), begun: [] })
    expect(cutTail(noTail, 3)).toEqual(noTail)
  })
})

describe('a login of MQTT that comes in pieces', () => {
  const connect = fromHex('101600044d51545404c2003c000161000261620003636465') ?? new Uint8Array()
  test.each(Array.from({ length: 23 }, (_, at) => [at + 1]))('cut behind octet %i', (at) => {
    const first = followed(noTail, connect.subarray(0, at), () => [])
    const second = followed(first.tail, connect.subarray(at), () => [])
    const hidden = [
      ...first.found.map(({ from, to }) => [from, to]),
      ...second.found.map(({ from, to }) => [at + from, at + to]),
    ].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from }, (_, i) => from + i))
    expect(hidden).toEqual([17, 18, 21, 22, 23])
    expect(first.tail.octets).toEqual(connect.subarray(0, at))
    expect(first.tail.begun).toEqual([0])
  })
  test('behind other letters', () => {
    const { tail } = followed(noTail, bytesOf('a\nbbbbb'), () => [])
    const { octets, begun } = followed(tail, connect.subarray(0, 20), () => []).tail
    expect([octets, begun]).toEqual([connect.subarray(0, 20), [0]])
  })
  test('nothing is kept of one that is whole', () => {
    const { found, tail } = followed(noTail, concat([connect, bytesOf('\n')]), () => [])
    expect(found.map(({ from, to, kind, whole }) => [from, to, kind, whole])).toEqual([
      [17, 19, 'password', 'ab'],
      [21, 24, 'password', 'cde'],
    ])
    expect(tail).toEqual(noTail)
  })
  test('one begins where a piece begins, and nowhere else', () => {
    const { tail } = followed(noTail, bytesOf('x\n'), () => [])
    expect(followed(tail, connect, () => []).found).toHaveLength(2)
    expect(followed(noTail, concat([bytesOf('\n'), connect]), () => []).found).toEqual([])
  })
  test.each<[what: string, hex: string, kept: boolean]>([
    ['its length is not there', '10', true],
    ['its length goes on', '1080', true],
    ['one octet of it is not there', '10020a', true],
    ['all of it is there', '10020a0a', false],
    ['more than it is there', '10020a0a0a', false],
    ['128 octets, all but one there', `108001${'0a'.repeat(127)}`, true],
    ['128 octets, all there', `108001${'0a'.repeat(128)}`, false],
    ['a length of four octets, all there', '10828080000a0a', false],
    ['a length of four octets, one less there', '10828080000a', true],
    ['no more than four octets are its length', '10818080800a', false],
  ])('more is to come: %s', (_what, hex, open) => {
    const { tail } = followed(noTail, fromHex(hex) ?? new Uint8Array(), () => [])
    expect(tail.begun).toEqual(open ? [0] : [])
  })
})
