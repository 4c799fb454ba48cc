import type { Chance } from '@core/ports/chance'
import { HdlcDecoder } from '@core/ppp/hdlc'
import type { PppLink } from '@core/ppp/link'
import { linkPair, type Pair, type PairOptions } from './link-pair'

/** What is left of octets for a receiver whose map is ffffffff, as it is until LCP is agreed (RFC 1662 4.2). */
export const withoutControls = (bytes: Uint8Array): Uint8Array =>
  bytes.filter((octet) => octet >= 0x20)

/** A source of chance whose every magic number is this one. */
export const magicOf = (magic: number): Chance => ({ next: () => (magic - 0.5) / 0xffffffff })

export interface StrictPair extends Pair {
  /** Frames of which a receiver dropped octets. */
  readonly damaged: () => number
}

/** Our client and our server, each behind a receiver that is as strict as a kernel's. */
export function strictPair(options: PairOptions): StrictPair {
  let damaged = 0
  const strict = (link: () => PppLink) => (bytes: Uint8Array) => {
    const negotiating = ['dead', 'establish', 'terminate'].includes(link().phase)
    if (!negotiating) return link().feed(bytes)
    const heard = withoutControls(bytes)
    const whole = (octets: Uint8Array) =>
      new HdlcDecoder().feed(Uint8Array.of(0x7e, ...octets)).some(({ kind }) => kind === 'frame')
    if (whole(bytes) && !whole(heard)) damaged++
    link().feed(heard)
  }
  let writes: ((bytes: Uint8Array) => void)[] = []
  const pair: Pair = linkPair({
    ...options,
    client: { ...options.client, write: (bytes) => writes[0]?.(bytes) },
    serverLink: { ...options.serverLink, write: (bytes) => writes[1]?.(bytes) },
  })
  const carry = (to: (bytes: Uint8Array) => void) => (bytes: Uint8Array) =>
    void pair.clock.schedule(5, () => to(bytes))
  writes = [carry(strict(() => pair.server)), carry(strict(() => pair.client))]
  return { ...pair, damaged: () => damaged }
}

/** Opens both ends and waits until the client is up or has given up. */
export async function opened(options: PairOptions): Promise<StrictPair> {
  const pair = strictPair(options)
  pair.server.open()
  pair.client.open()
  const settled = () => pair.clientEvents.some(({ kind }) => kind === 'up' || kind === 'down')
  for (let second = 0; second < 200 && !settled(); second++) await pair.clock.advance(1_000)
  return pair
}
