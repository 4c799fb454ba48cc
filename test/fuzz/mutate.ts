import fc from 'fast-check'

/** What parsers trip over: ends of lines and frames, brackets, names of the language's own, numbers at the edge. */
const pieces: readonly string[] = [
  '\r\n',
  '\n',
  '\0',
  '\u001b',
  '\u001a',
  '"',
  ',',
  '(',
  ')',
  ':',
  '{',
  '[',
  '- ',
  'a: *a',
  '__proto__',
  'toString',
  'constructor',
  '-1',
  '65536',
  '99999999999999999999',
  '1e999',
  'AT',
  'OK\r\n',
  'ERROR',
  '+CME ERROR: ',
  '> ',
  'CONNECT\r\n',
  'NO CARRIER\r\n',
  '~',
  '}',
  '\u00f9',
  '\u00ff\u0003',
  '%',
  '../',
  '\u00e3\u0081\u0082',
  'MJ\0\0',
]
const pieceBytes = pieces.map((piece) => Uint8Array.from(piece, (one) => one.charCodeAt(0)))
const longest = 4096

type Kind = 'set' | 'flip' | 'insert' | 'cut' | 'copy' | 'repeat' | 'splice' | 'end'
const kinds: readonly Kind[] = ['set', 'flip', 'insert', 'cut', 'copy', 'repeat', 'splice', 'end']

interface Edit {
  readonly kind: Kind
  /** In 1/65536 of the length, so that an edit keeps its place when another goes. */
  readonly at: number
  readonly size: number
  readonly value: number
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat(65_535),
  size: fc.nat(24),
  value: fc.nat(255),
})

/** Recorded octets with some of them spoilt; fast-check takes the edits away again that a failure does not need. */
export function spoilt(corpus: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.nat(corpus.length - 1), fc.nat(corpus.length - 1), fc.array(edit, { maxLength: 6 }))
    .map(([first, second, edits]) => {
      const other = corpus[second] ?? new Uint8Array()
      return edits
        .reduce((bytes, one) => edited(bytes, one, other), corpus[first] ?? new Uint8Array())
        .subarray(0, longest)
    })
}

function edited(bytes: Uint8Array, { kind, at, size, value }: Edit, other: Uint8Array): Uint8Array {
  const from = Math.floor((at / 65_536) * (bytes.length + 1))
  const part = bytes.subarray(from, from + size)
  switch (kind) {
    case 'set':
      return joined(bytes.subarray(0, from), [value], bytes.subarray(from + 1))
    case 'flip':
      return bytes.map((octet, i) => (i === from ? octet ^ (1 << (value & 7)) : octet))
    case 'insert':
      return joined(
        bytes.subarray(0, from),
        pieceBytes[value % pieces.length] ?? [],
        bytes.subarray(from),
      )
    case 'cut':
      return joined(bytes.subarray(0, from), bytes.subarray(from + size))
    case 'copy':
      return joined(bytes.subarray(0, from), part, bytes.subarray(from))
    case 'repeat':
      return joined(
        bytes.subarray(0, from),
        ...Array.from({ length: value % 40 }, () => part),
        bytes.subarray(from),
      )
    case 'splice':
      return joined(bytes.subarray(0, from), other.subarray((value / 256) * other.length))
    case 'end':
      return bytes.subarray(0, from)
  }
}

function joined(...parts: readonly ArrayLike<number>[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
