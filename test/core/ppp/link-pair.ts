import { seededChance } from '@core/ports/chance'
import { PppLink, type LinkEvent, type PppLinkOptions } from '@core/ppp/link'
import { ManualClock } from '../../support/manual-clock'

export interface Pair {
  clock: ManualClock
  client: PppLink
  server: PppLink
  clientEvents: LinkEvent[]
  serverEvents: LinkEvent[]
}

type Carry = (bytes: Uint8Array, deliver: (bytes: Uint8Array) => void) => void

export interface PairOptions {
  client?: Partial<PppLinkOptions>
  server?: Partial<NonNullable<PppLinkOptions['server']>>
  serverLink?: Partial<PppLinkOptions>
  seed?: number
  /** What the line does to a write; by default it arrives 5 ms later. */
  carry?: (clock: ManualClock) => Carry
}

/** Our client and our server on one line. */
export function linkPair(options: PairOptions = {}): Pair {
  const clock = new ManualClock()
  const chance = seededChance(options.seed ?? 1)
  const carry: Carry =
    options.carry?.(clock) ?? ((bytes, deliver) => clock.schedule(5, () => deliver(bytes)))
  const client: PppLink = new PppLink({
    role: 'client',
    clock,
    chance,
    write: (bytes) => carry(bytes, (got) => server.feed(got)),
    credentials: { user: 'sora', password: 'sora' },
    ...options.client,
  })
  const server: PppLink = new PppLink({
    role: 'server',
    clock,
    chance,
    write: (bytes) => carry(bytes, (got) => client.feed(got)),
    server: {
      require: 'chap',
      check: (user, password) => user === 'sora' && password === 'sora',
      secretOf: (user) => (user === 'sora' ? 'sora' : undefined),
      address: '10.64.64.64',
      clientAddress: '10.141.26.2',
      dns: ['100.100.0.253', '100.100.0.254'],
      ...options.server,
    },
    ...options.serverLink,
  })
  const clientEvents: LinkEvent[] = []
  const serverEvents: LinkEvent[] = []
  client.on((event) => clientEvents.push(event))
  server.on((event) => serverEvents.push(event))
  return { clock, client, server, clientEvents, serverEvents }
}

/** Events in a word each: `phase open`, `up 10.0.0.2`, `down link-closed`. */
export function brief(events: readonly LinkEvent[]): string[] {
  return events.flatMap((event) => {
    switch (event.kind) {
      case 'phase':
        return [`phase ${event.phase}`]
      case 'up':
        return [`up ${event.address}`]
      case 'down':
        return [`down ${event.code}`]
      case 'warning':
        return [`warning ${event.code}`]
      case 'text':
        return [`text ${event.text}`]
      default:
        return []
    }
  })
}

export function lastDown(events: readonly LinkEvent[]): { code: string; seen: string } | undefined {
  for (const event of [...events].reverse())
    if (event.kind === 'down') return { code: event.code, seen: event.seen }
  return undefined
}

/** A client that talks to a script instead of a server. */
export function alone(
  answer: (bytes: Uint8Array, link: PppLink) => void,
  o: Partial<PppLinkOptions> = {},
) {
  const clock = new ManualClock()
  const events: LinkEvent[] = []
  const link: PppLink = new PppLink({
    role: 'client',
    clock,
    chance: seededChance(3),
    write: (bytes) => void clock.schedule(5, () => answer(bytes, link)),
    ...o,
  })
  link.on((event) => events.push(event))
  link.open()
  return { clock, link, events }
}
