import type { Span } from './span'
import { swapped } from './digits'

/**
 * The addresses and the content of an SMS in PDU mode (3GPP TS 23.040, 9.2): undefined when the hex is no PDU whose
 * lengths agree, so that other hex is left alone.
 */
export function pduSpans(hex: string, at: number): Span[] | undefined {
  if (hex.length < 20 || hex.length % 2 !== 0 || !/^[\da-f]+$/i.test(hex)) return undefined
  return new Pdu(hex, at).read()
}

class Pdu {
  readonly #hex: string
  readonly #start: number
  readonly #spans: Span[] = []
  #at = 0

  constructor(hex: string, start: number) {
    this.#hex = hex
    this.#start = start
  }

  read(): Span[] | undefined {
    const centre = this.#octet()
    if (centre > 12) return undefined
    if (centre > 0) this.#address(centre - 1)
    const first = this.#octet()
    const kind = first & 3
    if (kind === 3 || Number.isNaN(first)) return undefined
    const good = kind === 2 ? this.#report() : this.#message(kind, first)
    return good && this.#spans.length > 0 ? this.#spans : undefined
  }

  #message(kind: number, first: number): boolean {
    if (kind === 1) this.#skip(1)
    if (!this.#party()) return false
    this.#skip(1)
    const coding = this.#octet()
    this.#skip(kind === 0 ? 7 : ([0, 7, 1, 7][(first >> 3) & 3] ?? 0))
    const length = this.#octet()
    const octets = (coding & 0xcc) === 0 ? Math.ceil((length * 7) / 8) : length
    if (this.#at + 2 * octets !== this.#hex.length) return false
    if (octets > 0) this.#mark('message', octets, this.#hex.slice(this.#at))
    return true
  }

  /** SMS-STATUS-REPORT: reference, recipient, two times, status. */
  #report(): boolean {
    this.#skip(1)
    if (!this.#party()) return false
    this.#skip(15)
    return this.#at <= this.#hex.length
  }

  #party(): boolean {
    const digits = this.#octet()
    if (!(digits <= 20)) return false
    this.#address(Math.ceil(digits / 2))
    return this.#at <= this.#hex.length
  }

  #address(octets: number): void {
    this.#skip(1)
    const digits = swapped(this.#hex.slice(this.#at, this.#at + 2 * octets))
    if (octets > 0) this.#mark('number', octets, digits)
  }

  #mark(kind: string, octets: number, value: string): void {
    const start = this.#start + this.#at
    this.#spans.push({ kind, start, end: start + 2 * octets, value })
    this.#skip(octets)
  }

  #octet(): number {
    const octet = parseInt(this.#hex.slice(this.#at, this.#at + 2), 16)
    this.#at += 2
    return octet
  }

  #skip(octets: number): void {
    this.#at += 2 * octets
  }
}
