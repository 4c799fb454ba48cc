import { concat } from '../bytes'
import { codes } from './codes'
import type { LinkCounters } from './link-types'
import { buildPacket, octets32, uint32, type ControlPacket } from './packet'

export interface UpkeepOptions {
  readonly counters: LinkCounters
  readonly firstId: number
  /** Plays a modem that answers no echo. */
  readonly ignoreEcho: boolean
  send(packet: Uint8Array): void
  /** LCP is open: before that these packets are dropped in silence. */
  opened(): boolean
  /** Our magic number; 0 when there is none. */
  magic(): number
  peerMru(): number
  /** Our own packets came back. */
  looped(): void
  echoAnswered(): void
  protocolRejected(protocol: number): void
}

/** The LCP packets that negotiate nothing: echoes, discards, Protocol-Rejects. */
export class LcpUpkeep {
  readonly #o: UpkeepOptions
  #id: number

  constructor(options: UpkeepOptions) {
    this.#o = options
    this.#id = options.firstId
  }

  /** False: the packet is none of these. */
  take(packet: ControlPacket): boolean {
    switch (packet.code) {
      case codes.protRej:
        if (this.#o.opened())
          this.#o.protocolRejected(((packet.data[0] ?? 0) << 8) | (packet.data[1] ?? 0))
        return true
      case codes.echoReq:
        this.#echoRequest(packet)
        return true
      case codes.echoRep:
        this.#echoReply(packet)
        return true
      default:
        return packet.code === codes.discReq
    }
  }

  #echoRequest({ id, data }: ControlPacket): void {
    if (!this.#o.opened() || data.length < 4) return
    if (this.#isOwn(data)) return this.#o.looped()
    if (this.#o.ignoreEcho) return
    const answer = concat([octets32(this.#o.magic()), data.subarray(4)])
    this.#o.send(buildPacket({ code: codes.echoRep, id, data: answer }))
  }

  #echoReply({ data }: ControlPacket): void {
    if (!this.#o.opened() || data.length < 4) return
    if (this.#isOwn(data)) return this.#o.looped()
    this.#o.counters.echoesReceived++
    this.#o.echoAnswered()
  }

  #isOwn(data: Uint8Array): boolean {
    const magic = this.#o.magic()
    return magic !== 0 && uint32(data) === magic
  }

  sendEcho(): void {
    if (!this.#o.opened()) return
    this.#o.counters.echoesSent++
    this.#send(codes.echoReq, octets32(this.#o.magic()))
  }

  sendDiscard(): void {
    this.#send(codes.discReq, octets32(this.#o.magic()))
  }

  sendTerminate(): void {
    this.#send(codes.termReq, new Uint8Array())
  }

  /** RFC 1661 5.7: only while LCP is open; cut to what the peer takes. */
  rejectProtocol(protocol: number, info: Uint8Array): void {
    if (!this.#o.opened()) return
    const data = concat([Uint8Array.of(protocol >> 8, protocol & 0xff), info])
    this.#send(codes.protRej, data.slice(0, this.#o.peerMru() - 4))
  }

  #send(code: number, data: Uint8Array): void {
    this.#id = (this.#id + 1) & 0xff
    this.#o.send(buildPacket({ code, id: this.#id, data }))
  }
}
