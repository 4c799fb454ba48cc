/** Octets in order: appended at the end, looked at anywhere, dropped from the front. */
export class ByteQueue {
  #bytes = new Uint8Array(16_384)
  #start = 0
  #length = 0

  get length(): number {
    return this.#length
  }

  append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length)
    this.#bytes.set(bytes, this.#start + this.#length)
    this.#length += bytes.length
  }

  /** A copy of `count` octets from `offset`, or fewer where there are no more. */
  peek(offset: number, count: number): Uint8Array {
    const from = this.#start + Math.min(offset, this.#length)
    const to = this.#start + Math.min(offset + count, this.#length)
    return this.#bytes.slice(from, to)
  }

  drop(count: number): void {
    const dropped = Math.min(count, this.#length)
    this.#start += dropped
    this.#length -= dropped
    if (this.#length === 0) this.#start = 0
  }

  #makeRoom(count: number): void {
    if (this.#start + this.#length + count <= this.#bytes.length) return
    let size = this.#bytes.length
    while (size < this.#length + count) size *= 2
    const target = size === this.#bytes.length ? this.#bytes : new Uint8Array(size)
    target.set(this.#bytes.subarray(this.#start, this.#start + this.#length))
    this.#bytes = target
    this.#start = 0
  }
}
