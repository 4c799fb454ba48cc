// dns-packet has no types of its own, and those of others would bring Node's into the core.

declare module 'dns-packet' {
  export interface Question {
    readonly name: string
    readonly type: string
    readonly class?: string
  }
  export interface Answer {
    readonly name: string
    readonly type: string
    readonly ttl?: number
    readonly class?: string
    /** An address or a name; octets for TXT; an object for MX, SRV, SOA. */
    readonly data: unknown
  }
  /** What EDNS adds to a question (RFC 6891): here octets of padding (RFC 7830). */
  export interface Padding {
    readonly type: 'OPT'
    readonly name: '.'
    readonly udpPayloadSize: number
    readonly flags: 0
    readonly options: readonly { readonly code: 12; readonly length: number }[]
  }
  export interface Packet {
    readonly type?: string
    readonly id?: number
    readonly flags?: number
    readonly rcode?: string
    readonly flag_tc?: boolean
    readonly questions?: readonly Question[]
    readonly answers?: readonly Answer[]
    readonly additionals?: readonly Padding[]
  }
  const dnsPacket: {
    encode(packet: Packet): Uint8Array
    decode(bytes: Uint8Array): Packet
  }
  export default dnsPacket
}
