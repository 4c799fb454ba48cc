import type { FamilyChoice } from './destination'

/** What is sent to find out: echoes, data of TCP, or datagrams. */
export const mtuProbeKinds = ['icmp', 'tcp', 'udp'] as const
export type MtuProbeKind = (typeof mtuProbeKinds)[number]

export interface PathMtuOptions {
  /** Default: echoes, and data of TCP where the host answers none. */
  readonly by?: MtuProbeKind | 'auto' | undefined
  /** Of TCP or UDP. Default 443 for TCP, 53 (a name server) for UDP. */
  readonly port?: number | undefined
  /** Default: IPv6 where the name and the link have it, else IPv4. */
  readonly family?: FamilyChoice | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProbe?: ((probe: MtuProbe) => void) | undefined
}

/** What became of one packet that must not be cut in pieces. */
export interface MtuOutcome {
  readonly outcome: 'passed' | 'too-big' | 'lost'
  /** What a router said of a packet that was too long; absent or 0 where it named no size. */
  readonly mtu?: number | undefined
  readonly from?: string | undefined
}

export interface MtuProbe extends MtuOutcome {
  readonly by: MtuProbeKind
  /** Octets of the IP packet. */
  readonly size: number
}

/** What both sides of a TCP handshake say of the longest segment. */
export interface MssFacts {
  readonly port: number
  /** What our SYN offered: the link's MTU less the headers. */
  readonly ours: number
  /** What the SYN-ACK says; null where it says nothing (536, RFC 9293 3.7.1). */
  readonly theirs: number | null
}

export interface PathMtuResult {
  readonly host: string
  readonly address: string
  /** Of our own link: the longest packet that can be tried. */
  readonly linkMtu: number
  /** The longest packet that passes; null where that could not be found. */
  readonly pathMtu: number | null
  readonly by: MtuProbeKind | null
  /** What a router said; its address is null where it was said to TCP. Null: nobody did. */
  readonly toldBy: { readonly router: string | null; readonly mtu: number } | null
  /** Too long packets vanish, and nobody says so. */
  readonly silent: boolean
  /** Null: no TCP handshake with that port. */
  readonly mss: MssFacts | null
  readonly probes: readonly MtuProbe[]
}

/** Sends packets of one size until one passes or it is clear that none does. */
export type SendProbe = (size: number) => Promise<MtuOutcome>

export interface FoundMtu {
  readonly pathMtu: number | null
  readonly toldBy: PathMtuResult['toldBy']
  readonly silent: boolean
}

/**
 * The longest packet that passes, between `least` and `most`: a router's word first (RFC 1191, RFC 8201), else halves of what is left
 * (RFC 8899). Null where not even the least passes.
 */
export async function findMtu(probe: SendProbe, least: number, most: number): Promise<FoundMtu> {
  if ((await probe(least)).outcome !== 'passed')
    return { pathMtu: null, toldBy: null, silent: false }
  let low = least
  let high = most + 1
  let toldBy: FoundMtu['toldBy'] = null
  let silent = false
  let next = most
  while (low + 1 < high) {
    const { outcome, mtu = 0, from } = await probe(next)
    if (outcome === 'passed') low = next
    else high = next
    silent ||= outcome === 'lost'
    const told = outcome === 'too-big' && mtu >= low && mtu < high
    if (told) toldBy = { router: from ?? null, mtu }
    // Nothing longer than what a router names passes it.
    if (told) high = mtu + 1
    next = told && mtu > low ? mtu : (low + high) >> 1
  }
  return { pathMtu: low, toldBy, silent: silent && toldBy === null }
}
