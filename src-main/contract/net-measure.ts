import { z } from 'zod'
import type { Iperf3Result } from '@core/ip/iperf3/iperf3'
import type { LoadedDelayResult } from '@core/ip/loaded-delay'
import type { NatTimeoutResult } from '@core/ip/nat-timeout'
import { mtuProbeKinds, type PathMtuResult } from '@core/ip/path-mtu'
import { publicResolvers } from '@core/ip/public-resolvers'
import type { ResolversResult } from '@core/ip/resolvers'
import type { CoapFacts } from '@core/ip/tools/coap'
import type { ToolAnswer } from '@core/ip/tools/tool-answer'
import { leastEchoOctets, type UdpEchoResult } from '@core/ip/udp-echo'
import { call } from './call'
import { budgetBytes, dnsType, familyChoice, hostName, tlsWishes, webUrl } from './net'
import { slotName } from './schema'

const port = z.number().int().min(1).max(65_535)

const manyProbes = {
  /** 0 goes on until it is cancelled. */
  count: z.number().int().min(0).max(1_000_000).default(4),
  intervalMs: z.number().min(20).max(3_600_000).default(1000),
  timeoutMs: z.number().int().min(100).max(60_000).default(5000),
}

/** What is measured over the link of a slot. All of it needs a link that is up. */
export const measureCalls = {
  /** Datagrams that a host sends back as they are (RFC 862): loss, times, order. */
  'net.udpEcho': call<ToolAnswer<UdpEchoResult>>()(
    z.object({
      slot: slotName,
      host: hostName,
      port: port.default(7),
      ...manyProbes,
      /** Octets of data; more than the link carries goes in fragments. */
      size: z.number().int().min(leastEchoOctets).max(65_487).default(56),
      family: familyChoice,
    }),
  ),
  /** CoAP pings (RFC 7252 4.3), then a request for a resource of the server. */
  'net.coap': call<ToolAnswer<CoapFacts>>()(
    z.object({
      slot: slotName,
      /** `coap://host[:port][/path]`; without a path what the server offers (`/.well-known/core`). */
      url: z
        .string()
        .trim()
        .min(1)
        .max(2048)
        .regex(/^[\x21-\x7e]+$/, 'expected coap://host or coap://host/path, without spaces'),
      ...manyProbes,
      /** Servers such as libcoap reset no more than four messages a second. */
      intervalMs: z.number().min(250).max(3_600_000).default(1000),
      /** False: pings alone. */
      get: z.boolean().default(true),
      family: familyChoice,
    }),
  ),
  /** Round trips while the line is idle, and again while it is full. Costs at most the budget and what is on its way then (0.3 MB for each direction). */
  'net.bufferbloat': call<ToolAnswer<LoadedDelayResult>>()(
    z.object({
      slot: slotName,
      /** What fills the line: something large, which takes POST where uploads are measured. */
      url: webUrl,
      /** Who is asked for round trips; absent: the host of the URL. */
      host: hostName.optional(),
      ways: z
        .array(z.enum(['down', 'up']))
        .min(1)
        .max(2)
        .default(['down', 'up']),
      idleSeconds: z.number().min(1).max(600).default(5),
      /** In each direction. */
      seconds: z.number().min(1).max(600).default(10),
      budgetBytes,
      family: familyChoice,
      /** For an https address. */
      tls: tlsWishes,
    }),
  ),
  /** A test with a server of iperf3, one stream. Costs at most the budget and what is on its way then (0.3 MB). */
  'net.iperf3': call<ToolAnswer<Iperf3Result>>()(
    z.object({
      slot: slotName,
      host: hostName,
      port: port.default(5201),
      protocol: z.enum(['tcp', 'udp']).default('tcp'),
      /** down: the server sends. */
      direction: z.enum(['down', 'up']).default('down'),
      seconds: z.number().min(1).max(3600).default(10),
      budgetBytes,
      /** Of UDP. */
      bitsPerSecond: z.number().min(1000).max(1e9).default(1_000_000),
      family: familyChoice,
    }),
  ),
  /** The name servers of the link and others, asked the same: times, and answers that differ. */
  'net.resolvers': call<ToolAnswer<ResolversResult>>()(
    z.object({
      slot: slotName,
      names: z.array(hostName).min(1).max(20),
      type: dnsType.default('A'),
      /** Addresses, beside the servers that came with the link. */
      servers: z
        .array(hostName)
        .max(20)
        .default([...publicResolvers]),
      rounds: z.number().int().min(1).max(20).default(3),
    }),
  ),
  /**
   * How long the NAT lets flows be silent, by protocol: all silences of a round at once, each on a flow of its own. Takes the longest
   * silence twice, and a little.
   */
  'net.natTimeout': call<ToolAnswer<NatTimeoutResult>>()(
    z.object({
      slot: slotName,
      protocols: z
        .array(z.enum(['udp', 'tcp']))
        .min(1)
        .max(2)
        .default(['udp', 'tcp']),
      /** UDP: a server of STUN. */
      stunHost: hostName,
      stunPort: port.default(3478),
      /** TCP: a server that lets silent connections be. */
      tcpHost: hostName,
      tcpPort: port.default(443),
      /** The longest silence. */
      mostSeconds: z.number().int().min(15).max(7200).default(300),
      family: familyChoice,
    }),
  ),
  /** The longest packet that reaches a host, found by packets that must not be cut, and what TCP is told of it. */
  'net.mtu': call<ToolAnswer<PathMtuResult>>()(
    z.object({
      slot: slotName,
      host: hostName,
      /** auto: echoes, and data of TCP where the host answers none. */
      by: z.enum(['auto', ...mtuProbeKinds]).default('auto'),
      /** Of TCP, or of UDP; absent: 443 for TCP, 53 (a name server) for UDP. */
      port: port.optional(),
      family: familyChoice,
    }),
  ),
} as const
