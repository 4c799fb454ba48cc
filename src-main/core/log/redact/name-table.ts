import { sha256 } from '@noble/hashes/sha2.js'
import { concat } from '../../bytes'
import type { Chance } from '../../ports/chance'
import { utf8Bytes } from '../../utf8'

/** Words of 32 bits: the secret, how many entries are taken, the first entry of each list, the entries. */
const secretWords = 8
const usedAt = secretWords
const headsAt = usedAt + 1
const lists = 1 << 16
const entriesAt = headsAt + lists
/** Four words that tell the value, its number, the next entry of its list. */
const entryWords = 6
const hashWords = 4
/** Pages that nothing was written to take no memory. */
export const mostNames = 1 << 20

type Hash = readonly number[]

/**
 * The numbers of names that more than one thread gives: what one of them named has the same name in all. It lies in memory that they
 * share, and needs no lock: whoever adds a value that another one adds as well takes the number of the other.
 */
export class NameTable {
  readonly #words: Int32Array
  readonly #most: number
  readonly #secret: Uint8Array

  /** What the threads share; each makes a table of its own on it. */
  static memory(chance: Chance, most = mostNames): SharedArrayBuffer {
    const memory = new SharedArrayBuffer(4 * (entriesAt + most * entryWords))
    const words = new Int32Array(memory)
    for (let at = 0; at < secretWords; at++) words[at] = Math.floor(chance.next() * 2 ** 32)
    return memory
  }

  constructor(memory: SharedArrayBuffer) {
    this.#words = new Int32Array(memory)
    this.#most = Math.floor((this.#words.length - entriesAt) / entryWords)
    this.#secret = new Uint8Array(memory, 0, 4 * secretWords).slice()
  }

  /** The number of a value that has one. */
  find(key: string): number | undefined {
    const hash = this.#hash(`= ${key}`)
    const entry = this.#entry(hash)
    return entry === undefined ? undefined : this.#words[entry + hashWords]
  }

  /** The number of a value, from 1 on in each kind; where all are taken one that is made of the value and the secret of the run. */
  give(kind: string, key: string): number {
    const hash = this.#hash(`= ${key}`)
    const known = this.#entry(hash)
    if (known !== undefined) return this.#words[known + hashWords] ?? 0
    const count = this.#put(this.#hash(`# ${kind}`), 0)
    const entry =
      count === undefined
        ? undefined
        : this.#put(hash, Atomics.add(this.#words, count + hashWords, 1) + 1)
    return entry === undefined ? made(hash) : (this.#words[entry + hashWords] ?? 0)
  }

  /** Where the value stands, with its number or that of whoever was first; undefined where there is no room. */
  #put(hash: Hash, number: number): number | undefined {
    const head = headsAt + listOf(hash)
    let added: number | undefined
    for (;;) {
      const first = Atomics.load(this.#words, head)
      const known = this.#entry(hash)
      if (known !== undefined) return known
      added ??= this.#added(hash, number)
      if (added === undefined) return undefined
      this.#words[added + hashWords + 1] = first
      if (Atomics.compareExchange(this.#words, head, first, added) === first) return added
    }
  }

  #added(hash: Hash, number: number): number | undefined {
    if (Atomics.load(this.#words, usedAt) >= this.#most) return undefined
    const used = Atomics.add(this.#words, usedAt, 1)
    if (used >= this.#most) return undefined
    const entry = entriesAt + used * entryWords
    this.#words.set([...hash, number], entry)
    return entry
  }

  /** What stood in an entry before it was put into its list is seen by all who find it there. */
  #entry(hash: Hash): number | undefined {
    for (
      let entry = Atomics.load(this.#words, headsAt + listOf(hash));
      entry !== 0;
      entry = this.#words[entry + hashWords + 1] ?? 0
    )
      if (hash.every((word, at) => this.#words[entry + at] === word)) return entry
    return undefined
  }

  /** Of so many bits that no two values have the same, whoever chose them. */
  #hash(text: string): Hash {
    const digest = sha256(concat([this.#secret, utf8Bytes(text)]))
    return [...new Int32Array(digest.buffer, digest.byteOffset, hashWords)]
  }
}

const listOf = (hash: Hash): number => (hash[0] ?? 0) & (lists - 1)

/** Ten digits, more than any number that is counted. */
function made(hash: Hash): number {
  const [, high = 0, low = 0] = hash
  return 1e9 + (((high >>> 0) * 2 ** 32 + (low >>> 0)) % 9e9)
}
