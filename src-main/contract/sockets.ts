import { z } from 'zod'
import type { TlsSettings } from '@core/sockets/family'
import type { SocketOutcome } from '@core/sockets/outcome'
import { socketTries, type SocketTry } from '@core/sockets/socket-try'
import type { Words } from '@core/words'
import { call } from './call'
import { slotName } from './schema'

/** The TCP/IP stack inside a slot's modem, as it was read last. */
export interface SocketsState {
  /** Null: none whose commands are known. */
  readonly family: { readonly id: string; readonly name: string; readonly source: string } | null
  /** What can be tried over it. */
  readonly tries: readonly SocketTry[]
  /** Its context is up; null: the modem does not tell. */
  readonly open: boolean | null
  /** TLS settings of the context that was asked for; null: no command is known. */
  readonly tls: TlsSettings | null
  /** How many TLS contexts there are, from 0. */
  readonly tlsContexts: number
  /** The last outcome of each try since the port was opened, newest first. */
  readonly outcomes: readonly SocketOutcome[]
}

/** What a try came to, and what it tells beside the same try over the other stack. */
export interface SocketAnswer {
  readonly outcome: SocketOutcome
  /** Null: the other stack was not tried with this target. */
  readonly together: Words | null
}

const ofSlot = z.object({ slot: slotName })
/** A file in the modem. No quote, which would end it. */
const caName = z
  .string()
  .max(128)
  .regex(/^[^"\x00-\x1f]*$/, 'expected the name of a certificate in the modem, without quotes')
/** What stands between quotes in a command line. */
const inQuotes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^"\x00-\x1f\x7f-\uffff]*$/, 'expected ASCII without quotes, as AT commands carry it')
const tlsContext = z.number().int().min(0).max(9).default(0)

export const socketCalls = {
  /** Which stack the modem has, whether its context is up, and how TLS is set. Changes nothing. */
  'sockets.read': call<SocketsState>()(ofSlot.extend({ tlsContext })),
  /** Opens or closes the context of the modem's stack; one that is so already is left as it is. */
  'sockets.context': call<SocketsState>()(ofSlot.extend({ open: z.boolean() })),
  /** Sets TLS of one context of the modem. `ca`: the name of a certificate in it; empty takes it away. */
  'sockets.tls': call<SocketsState>()(
    ofSlot.extend({
      tlsContext,
      sni: z.boolean().optional(),
      verify: z.boolean().optional(),
      ca: caName.optional(),
    }),
  ),
  /**
   * Tries a target over the modem's own stack or over the console's. Over the modem's, what was closed is closed again, and a TLS
   * handshake that failed is tried once more with SNI on, or without the check of the certificate, which are put back.
   */
  'sockets.run': call<SocketAnswer>()(
    ofSlot.extend({
      over: z.enum(['modem', 'console']).default('modem'),
      what: z.enum(socketTries),
      /** A host for dns and ping, host:port for tcp, udp and tls, a URL for http and mqtt. */
      target: z
        .string()
        .trim()
        .min(1)
        .max(512)
        .regex(
          /^[^"\s\x00-\x1f\x7f-\uffff]+$/,
          'expected a host, host:port or URL, without blanks and quotes',
        ),
      /** Sent over tcp, udp and mqtt, UTF-8; empty: the socket is opened and closed, and a broker gets the topic's name. */
      text: z.string().max(1_000).default(''),
      tlsContext,
      /** For mqtt; absent: one of its own. */
      topic: inQuotes(256)
        .min(1)
        .regex(/^[^+#]*$/, 'a topic to publish to has no + and no #')
        .optional(),
      /** For mqtt; empty: none is sent. */
      user: inQuotes(256).default(''),
      password: inQuotes(256).default(''),
    }),
  ),
} as const
