import type { Handlers } from '@contract'
import type { socketCalls } from '@contract/sockets'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface SocketParts {
  readonly slots: Slots
}

/** The calls for the TCP/IP stack inside a slot's modem. */
export function socketHandlersOf({ slots }: SocketParts): Pick<Handlers, keyof typeof socketCalls> {
  return {
    'sockets.read': async ({ slot, tlsContext }) =>
      slots[slot].serve(({ sockets }, signal) => sockets.read(tlsContext, signal)),
    'sockets.context': async ({ slot, open }) =>
      slots[slot].serve(({ sockets }, signal) => sockets.context(open, signal)),
    'sockets.tls': async ({ slot, tlsContext, sni, verify, ca }) =>
      slots[slot].serve(({ sockets }, signal) =>
        sockets.tls(
          tlsContext,
          {
            ...(sni === undefined ? {} : { sni }),
            ...(verify === undefined ? {} : { verify }),
            ...(ca === undefined ? {} : { ca }),
          },
          signal,
        ),
      ),
    'sockets.run': async ({ slot, ...input }) =>
      slots[slot].serve(({ sockets }, signal) => sockets.run(input, signal)),
  }
}
