import type { Clock } from '../ports/clock'
import { protocols } from './codes'
import { encodeFrame } from './hdlc'
import { defaultPeer, type PeerSettings } from './lcp'
import type { LinkCounters } from './link-types'

const idleUs = 1_000_000

/** Frames packets the way the peer asked for, and counts them. */
export class FrameSender {
  readonly #clock: Clock
  readonly #write: (bytes: Uint8Array) => void
  readonly #counters: LinkCounters
  #lastUs = -idleUs
  /** What the peer's LCP request asked of us; the defaults until LCP is open. */
  peer: PeerSettings = defaultPeer

  constructor(clock: Clock, write: (bytes: Uint8Array) => void, counters: LinkCounters) {
    this.#clock = clock
    this.#write = write
    this.#counters = counters
  }

  send(protocol: number, info: Uint8Array, now = this.#clock.monotonicUs()): void {
    // RFC 1662 4.1: a flag first ends whatever noise an idle line has gathered.
    const leadingFlag = now - this.#lastUs >= idleUs
    this.#lastUs = now
    const { accm, pfc, acfc } = this.peer
    // LCP always goes in full, so that a peer that has just started anew can read it (RFC 1661 6.5, 6.6).
    const form = protocol === protocols.lcp ? { accm: 0xffffffff } : { accm, pfc, acfc }
    const bytes = encodeFrame(protocol, info, { ...form, leadingFlag, escapePlus: true })
    this.#counters.txBytes += bytes.length
    this.#counters.txFrames++
    this.#write(bytes)
  }
}
