import { IpcpClientPolicy } from '@core/ppp/ipcp'
import { IpcpServerPolicy } from '@core/ppp/ipcp-server'
import {
  endingOf,
  endingOfHangUp,
  endingOfLoop,
  endingOfNcp,
  endingWithoutLcp,
  endingWithoutProtocol,
  noteRefusal,
  uselessFamily,
  type Ending,
} from '@core/ppp/link-endings'
import { noCounters, type Session } from '@core/ppp/link-session'
import type { LinkPhase } from '@core/ppp/link-types'
import { quoted, seenIn } from '@core/words'
import { describe, expect, test } from 'vitest'

interface Seen {
  readonly wasUp?: boolean
  readonly startUs?: number
  readonly lastIpUs?: number
  readonly terminated?: number
  readonly lcpFrames?: number
  readonly lines?: readonly string[]
  readonly loops?: number
  readonly unsupported?: string
  readonly lcpState?: string
  readonly ending?: Ending
}
/** What is read of a session when it ends. */
const session = ({ lines = [], loops = 0, unsupported, lcpState = 'opened', ...seen }: Seen) =>
  ({
    wasUp: false,
    startUs: 0,
    lastIpUs: 0,
    terminated: 0,
    lcpFrames: 0,
    ending: undefined,
    watch: { lines },
    lcpPolicy: { loops, unsupported },
    lcp: { state: lcpState },
    ...seen,
  }) as unknown as Session
const told = (ending: Ending | undefined) =>
  ending && `${ending.code}: ${seenIn(ending.seen, 'en')}`

const minute = 60_000_000

describe('the same event', () => {
  test.each<[string, Seen, LinkPhase, number, string]>([
    ['before the link was up', {}, 'establish', 99 * minute, 'link-down: it'],
    ['during authentication', {}, 'authenticate', 1, 'link-auth-ended: it during authentication'],
    [
      'during authentication, though it was up',
      { wasUp: true },
      'authenticate',
      99 * minute,
      'link-auth-ended: it during authentication',
    ],
    ['in the open link', { wasUp: true }, 'open', minute, 'link-down: it'],
    [
      'a moment before half an hour without traffic',
      { wasUp: true, lastIpUs: 5 },
      'open',
      30 * minute + 4,
      'link-down: it',
    ],
    [
      'half an hour after the last packet',
      { wasUp: true, lastIpUs: 5 },
      'open',
      30 * minute + 5,
      'link-idle-dropped: it after 30 min without traffic',
    ],
    [
      'in full minutes',
      { wasUp: true },
      'open',
      61.5 * minute,
      'link-idle-dropped: it after 62 min without traffic',
    ],
    ['of a link that was never up', { wasUp: false }, 'open', 99 * minute, 'link-down: it'],
  ])('%s', (_when, seen, phase, nowUs, expected) => {
    expect(told(endingOf(session(seen), phase, nowUs, 'link-down', quoted('it')))).toBe(expected)
  })
})

describe('NO CARRIER', () => {
  const hungUp = 'link-modem-hung-up: NO CARRIER'
  test.each<[string, Seen, LinkPhase, number, string]>([
    ['at once', {}, 'establish', 0, 'link-network-refused: NO CARRIER'],
    [
      'within two seconds',
      { startUs: 7 },
      'establish',
      2_000_006,
      'link-network-refused: NO CARRIER',
    ],
    ['after two seconds', { startUs: 7 }, 'establish', 2_000_007, hungUp],
    ['at once, in a later phase', {}, 'network', 0, hungUp],
    [
      'during authentication',
      {},
      'authenticate',
      0,
      'link-auth-ended: NO CARRIER during authentication',
    ],
    ['at once, anew in a link that was up', { wasUp: true }, 'establish', 0, hungUp],
    [
      'where the peer insisted on a method',
      { unsupported: 'eap' },
      'establish',
      9_000_000,
      'link-auth-unsupported: the modem insists on eap',
    ],
    [
      'at once where the peer insisted on a method',
      { unsupported: 'eap' },
      'establish',
      0,
      'link-auth-unsupported: the modem insists on eap',
    ],
    ['where it insisted, and agreed', { unsupported: 'eap' }, 'network', 9_000_000, hungUp],
    [
      'where it insisted in a link that was up',
      { unsupported: 'eap', wasUp: true },
      'establish',
      9_000_000,
      hungUp,
    ],
  ])('%s', (_when, seen, phase, nowUs, expected) => {
    expect(told(endingOfHangUp(session(seen), phase, nowUs, 'NO CARRIER'))).toBe(expected)
  })
})

test.each<[Seen, string]>([
  [{}, 'link-looped: our own echo came back'],
  [{ loops: 1 }, 'link-looped: 1 of our requests came back'],
  [
    { loops: 10, lines: ['ERROR'] },
    'link-looped: 10 of our requests came back; the modem wrote: ERROR',
  ],
])('a loop with %j', (seen, expected) => {
  expect(told(endingOfLoop(session(seen)))).toBe(expected)
})

test.each<[Seen, string]>([
  [{}, 'link-no-lcp: 0 octets came'],
  [{ lines: ['RING', 'OK'] }, 'link-no-lcp: the modem wrote: RING / OK'],
  [{ terminated: 3 }, 'link-terminated-by-peer: 3 Terminate-Requests'],
  [{ lcpFrames: 4 }, 'link-lcp-loops: 4 LCP packets, but no agreement'],
  [{ unsupported: 'eap' }, 'link-auth-unsupported: the modem insists on eap'],
])('LCP that never opened with %j', (seen, expected) => {
  expect(told(endingWithoutLcp(session(seen), noCounters()))).toBe(expected)
})

test.each([
  [0x8021, 'link-no-ipcp: the modem rejected the protocol IPCP'],
  [0x0021, 'link-no-ipcp: the modem rejected IPv4 packets'],
  [0x8057, 'link-no-ipv6: the modem rejected the protocol IPV6CP'],
  [0x0057, 'link-no-ipv6: the modem rejected IPv6 packets'],
  [0xc023, 'link-auth-unsupported: the modem rejected its own method'],
  [0xc223, 'link-auth-unsupported: the modem rejected its own method'],
  [0x80fd, undefined],
  [0xc021, undefined],
])('a Protocol-Reject of %i', (protocol, expected) => {
  expect(told(endingWithoutProtocol(protocol))).toBe(expected)
})

describe('a family', () => {
  const given = (address: string) => {
    const policy = new IpcpClientPolicy()
    policy.nakked([{ type: 3, value: Uint8Array.from(address.split('.'), Number) }])
    return policy
  }
  const server = new IpcpServerPolicy({
    address: '10.0.0.1',
    clientAddress: '10.0.0.2',
    dns: [],
    quirks: {},
  })
  test.each([
    ['ipv4', 0, new IpcpClientPolicy(), 'link-no-ipcp: 5 IPCP requests were not answered'],
    ['ipv4', 2, new IpcpClientPolicy(), 'link-ipcp-loops: 2 IPCP packets came, but no agreement'],
    ['ipv4', 2, given('0.0.0.0'), 'link-no-address: the modem answered 0.0.0.0 1 times'],
    ['ipv4', 2, server, 'link-ipcp-loops: 2 IPCP packets came, but no agreement'],
    ['ipv6', 0, given('0.0.0.0'), 'link-no-ipv6: 5 IPV6CP requests were not answered'],
    ['ipv6', 2, given('0.0.0.0'), 'link-no-ipv6: 2 IPV6CP packets came, but no agreement'],
  ] as const)('that did not open: %s, %i answers', (family, frames, policy, expected) => {
    expect(told(endingOfNcp(family, { asked: 5, frames }, policy))).toBe(expected)
  })
  const empty = 'link-no-address: IPCP was agreed, but without an address for us'
  test.each([
    ['IPv4 without an address', 'ipv4', new IpcpClientPolicy(), empty],
    ['IPv4 with an address', 'ipv4', given('10.0.0.2'), undefined],
    ['IPv6 beside it', 'ipv6', new IpcpClientPolicy(), undefined],
    ['what a modem gives', 'ipv4', server, undefined],
  ] as const)('that is of no use: %s', (_what, family, policy, expected) => {
    expect(told(uselessFamily(family, policy))).toBe(expected)
  })
})

test.each<[string, Seen, string | undefined]>([
  ['of an open link', {}, 'link-terminated-by-peer: refused'],
  ['before', { lcpState: 'req-sent' }, undefined],
  [
    'of a link that is ended already',
    { ending: { code: 'link-closed', seen: quoted('why') } },
    'link-closed: why',
  ],
])('a refusal of LCP %s', (_when, seen, expected) => {
  const ended = session(seen)
  noteRefusal(ended, 'refused')
  expect(told(ended.ending)).toBe(expected)
})
