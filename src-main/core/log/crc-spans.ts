import { crcAfter } from './crc32'

type Matrix = readonly number[]

/** What `2^k` zero octets do to the register, as the images of its 32 bits: the register is linear. */
const zeros: Matrix[] = [
  Array.from({ length: 32 }, (_, bit) => crcAfter(2 ** bit, Uint8Array.of(0))),
]

function zerosOf(power: number): Matrix {
  for (let last = zeros.at(-1); last && zeros.length <= power; last = zeros.at(-1)) {
    const step: Matrix = last
    zeros.push(step.map((image) => times(step, image)))
  }
  return zeros[power] ?? []
}

function times(matrix: Matrix, state: number): number {
  let sum = 0
  for (let bit = 0, rest = state; rest !== 0; bit++, rest >>>= 1)
    if (rest & 1) sum ^= matrix[bit] ?? 0
  return sum >>> 0
}

/** The register after `count` zero octets. */
function pastZeros(state: number, count: number): number {
  let moved = state
  for (let power = 0, rest = count; rest !== 0; power++, rest >>>= 1)
    if (rest & 1) moved = times(zerosOf(power), moved)
  return moved
}

/**
 * Checksums of any stretch of the same octets, each in a few steps however long it is: one pass over all of them is kept,
 * and the register is linear. So a flood of marks that only look like records costs no more than a journal of its length.
 */
export class CrcSpans {
  readonly #bytes: Uint8Array
  #passed: Uint32Array | undefined

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The register after the octets `from` to `to`, `to` not included. */
  after(state: number, from: number, to: number): number {
    this.#passed ??= passOver(this.#bytes)
    const [start = 0, end = 0] = [this.#passed[from], this.#passed[to]]
    return (pastZeros((state ^ start) >>> 0, to - from) ^ end) >>> 0
  }
}

function passOver(bytes: Uint8Array): Uint32Array {
  const passed = new Uint32Array(bytes.length + 1)
  let state = 0
  for (let at = 0; at < bytes.length; at++) {
    state = crcAfter(state, bytes.subarray(at, at + 1))
    passed[at + 1] = state
  }
  return passed
}
