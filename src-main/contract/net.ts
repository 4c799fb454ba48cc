import { z } from 'zod'
import type { DnsResult } from '@core/ip/dns'
import type { KeepAliveCost } from '@core/ip/keep-alive-cost'
import {
  keepAliveKinds,
  soracomChecks,
  soracomWays,
  type KeepAliveState,
  type ProxyState,
} from '@core/ip/net-state'
import type { NtpResult } from '@core/ip/ntp'
import type { PingResult } from '@core/ip/ping'
import type { ThroughputResult } from '@core/ip/throughput'
import type { HttpFacts } from '@core/ip/tools/http'
import type { MqttFacts } from '@core/ip/tools/mqtt'
import type { ToolAnswer } from '@core/ip/tools/tool-answer'
import type { TraceResult } from '@core/ip/traceroute'
import type { TlsFacts } from '@core/ports/tls'
import { captureWays, type CaptureState } from '@core/ports/capture'
import { call } from './call'
import { language, slotName } from './schema'

/** A name or an address. */
export const hostName = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\x21-\x7e]+$/, 'expected a host name or an IP address, without spaces')
export const webUrl = z
  .string()
  .trim()
  .max(2048)
  .regex(/^https?:\/\/[^\s]+$/i, 'expected http://host/path or https://host/path')
/** In the place of the host's name, for SNI and for the certificate. */
const tlsName = z
  .string()
  .regex(/^[\x21-\x7e]{1,253}$/, 'expected a host name')
  .optional()
/** Certificates to trust besides the well-known authorities. */
const tlsAuthorities = z
  .string()
  .max(1_000_000)
  .regex(
    /-----BEGIN CERTIFICATE-----/,
    'expected certificates in PEM (-----BEGIN CERTIFICATE-----)',
  )
  .optional()
/** What may be asked of a secure connection. */
export const tlsWishes = z
  .object({
    serverName: tlsName,
    ca: tlsAuthorities,
    /** Goes on with a certificate that nobody vouches for. */
    insecure: z.boolean().default(false),
  })
  .optional()
/** By which IP a name is reached; auto: IPv6 where the name and the link have it, else IPv4. */
export const familyChoice = z.enum(['auto', 'ipv4', 'ipv6']).default('auto')
export const dnsTypes = ['A', 'AAAA', 'TXT', 'PTR', 'CNAME', 'MX', 'NS', 'SRV', 'SOA'] as const
export const dnsType = z.enum(dnsTypes)
/** Octets that a SOCKS5 login can carry. */
const loginText = z.string().max(255)

/** Half a minute keeps any NAT awake; more than a day is no keep-alive. */
const minutes = z.number().min(0.1).max(1440)
const keepAliveKind = z.enum(keepAliveKinds)

/** Octets of IP packets after which a measurement stops, since they cost money. */
export const budgetBytes = z.number().int().min(10_000).max(10_000_000_000).default(10_000_000)

/** What can be done over the link of a slot. All but the proxy and the keep-alive need a link that is up. */
export const netCalls = {
  /** Pings a host through the data connection of the slot. */
  'net.ping': call<ToolAnswer<PingResult>>()(
    z.object({
      slot: slotName,
      host: hostName,
      /** 0 goes on until it is cancelled. */
      count: z.number().int().min(0).max(1_000_000).default(4),
      intervalMs: z.number().min(200).max(3_600_000).default(1000),
      timeoutMs: z.number().int().min(100).max(60_000).default(5000),
      /** Octets of data; more than the link carries goes in fragments. */
      size: z.number().int().min(0).max(65_507).default(56),
      family: familyChoice,
    }),
  ),
  /** Asks for a name through the data connection of the slot. */
  'net.dns': call<ToolAnswer<DnsResult>>()(
    z.object({
      slot: slotName,
      name: hostName,
      type: dnsType.default('A'),
      /** Absent: the servers that came with the address. */
      server: hostName.optional(),
    }),
  ),
  /** Makes a request of HTTP or HTTPS through the data connection of the slot. */
  'net.http': call<ToolAnswer<HttpFacts>>()(
    z.object({
      slot: slotName,
      url: webUrl,
      /** GET, or POST where there is a body. */
      method: z
        .string()
        .regex(/^[A-Z]{1,20}$/)
        .optional(),
      /** UTF-8. */
      body: z.string().max(1_000_000).optional(),
      /** Octets in base64, in the place of `body`. */
      bodyBase64: z.base64().max(100_000_000).optional(),
      contentType: z
        .string()
        .max(200)
        .regex(/^[\x20-\x7e]*$/)
        .optional(),
      /** The answer's body must not be longer. */
      maxBytes: z.number().int().min(1).max(1e12).default(1_000_000),
      timeoutMs: z.number().min(1000).max(86_400_000).optional(),
      /** Tell the octets of the body (`body`) instead of keeping them. */
      save: z.boolean().default(false),
      family: familyChoice,
      /** For an https address. */
      tls: tlsWishes,
    }),
  ),
  /** A handshake and nothing after it; a certificate that is not trusted is an answer, not an error. */
  'net.tls': call<ToolAnswer<TlsFacts>>()(
    z.object({
      slot: slotName,
      host: hostName,
      port: z.number().int().min(1).max(65_535).default(443),
      serverName: tlsName,
      ca: tlsAuthorities,
      family: familyChoice,
    }),
  ),
  /** A visit to a broker: messages there and back, or a message that is acknowledged. */
  'net.mqtt': call<ToolAnswer<MqttFacts>>()(
    z.object({
      slot: slotName,
      url: z
        .string()
        .trim()
        .max(300)
        .regex(/^mqtts?:\/\/[^\s@]+$/i, 'expected mqtt://host or mqtts://host, without a user'),
      version: z.union([z.literal(4), z.literal(5)]).default(4),
      /** Absent: one of its own. */
      clientId: z.string().min(1).max(128).optional(),
      user: z.string().min(1).max(1000).optional(),
      password: z.string().max(10_000).optional(),
      /** Absent: one of its own. */
      topic: z
        .string()
        .min(1)
        .max(1000)
        .regex(/^[^+#\0]+$/, 'a topic to publish to has no + and no #')
        .optional(),
      qos: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(1),
      /** Published as it is; absent: numbered messages there and back. */
      message: z.string().max(100_000).optional(),
      count: z.number().int().min(1).max(100_000).default(1),
      intervalMs: z.number().min(10).max(3_600_000).default(1000),
      timeoutMs: z.number().min(1000).max(600_000).default(20_000),
      family: familyChoice,
      tls: tlsWishes,
    }),
  ),
  /** One at a time on a slot. Costs at most the budget and what is on its way then (0.3 MB). */
  'net.throughput': call<ToolAnswer<ThroughputResult>>()(
    z.object({
      slot: slotName,
      direction: z.enum(['down', 'up']).default('down'),
      url: webUrl,
      seconds: z.number().min(1).max(3600).default(10),
      budgetBytes,
      family: familyChoice,
      /** For an https address. */
      tls: tlsWishes,
    }),
  ),
  /** Finds the way to a host through the data connection of the slot. */
  'net.traceroute': call<ToolAnswer<TraceResult>>()(
    z.object({
      slot: slotName,
      host: hostName,
      maxHops: z.number().int().min(1).max(64).default(30),
      probes: z.number().int().min(1).max(10).default(3),
      family: familyChoice,
    }),
  ),
  /** Asks a time server through the data connection of the slot. */
  'net.ntp': call<ToolAnswer<NtpResult>>()(
    z.object({ slot: slotName, host: hostName, family: familyChoice }),
  ),
  /** Asks the services of SORACOM through the data connection of the slot. */
  'net.soracom': call<ToolAnswer>()(
    z.object({
      slot: slotName,
      what: z.enum(soracomChecks),
      /** Those that take data take it by TCP and UDP, too. */
      by: z.enum(soracomWays).default('http'),
      body: z.string().max(100_000).optional(),
    }),
  ),
  /** Ends every tool that runs on the slot; a ping ends with what it measured, the others reject. */
  'net.cancel': call<void>()(z.object({ slot: slotName })),

  /** Turns the proxy on (anew, when it was on) or off. It stays on while links come and go. */
  'net.socks': call<ProxyState>()(
    z.object({
      slot: slotName,
      on: z.boolean(),
      /** On loopback; 0 takes a free one. */
      port: z.number().int().min(0).max(65_535).default(1080),
      /** Octets over the modem with headers; null for no limit. */
      budgetBytes: z.number().int().min(1000).nullable().default(null),
      login: z.object({ user: loginText.min(1), password: loginText.min(1) }).optional(),
    }),
  ),
  /** Turns the capture on (anew, when it was on) or off. Files lie in the data folder, pipes go when it ends. */
  'net.capture': call<CaptureState>()(
    z.object({
      slot: slotName,
      on: z.boolean(),
      way: z.enum(captureWays).default('pipe'),
      /** False leaves passwords, numbers and identities readable. */
      redact: z.boolean().default(true),
      /** Of the comments. */
      language: language.default('en'),
    }),
  ),
  /** Puts a dissector of AT into Wireshark's folder on the bench's computer, so that captures show it. */
  'net.dissector': call<{ readonly path: string }>()(z.object({})),
  /** Sends something small now and then, so that the network does not end a silent session; or stops that. */
  'net.keepAlive': call<KeepAliveState>()(
    z.object({
      slot: slotName,
      on: z.boolean(),
      minutes: minutes.default(15),
      kind: keepAliveKind.default('ping'),
      /** Empty: the name server that came with the address. */
      host: z.union([z.literal(''), hostName]).default(''),
    }),
  ),
  /** What a keep-alive would cost, before it is turned on. */
  'net.keepAliveCost': call<KeepAliveCost>()(
    z.object({ minutes, kind: keepAliveKind.default('ping') }),
  ),
} as const
