import { Fault } from '../../fault'
import type { IpFamily } from '../../ip/address'
import { portFault } from '../../modem/port-fault'
import type { LinkEvent, PppLink } from '../../ppp/link'
import { expectWithin } from '../../wait'
import type { ConnectTarget } from '../connect-state'
import { ok, StepFailure, type Step, type StepContext } from '../step'
import { addressWords, ipv6Ready, noRouter } from './ipv6-ready'
import { lcpOpen, stepTitles } from './words'

/** What a link asks for; IPV6CP only where it was wanted, since some modems hang up on it. */
const familiesOf: { readonly [type in ConnectTarget['pdpType']]: readonly IpFamily[] } = {
  IP: ['ipv4'],
  IPV6: ['ipv6'],
  IPV4V6: ['ipv4', 'ipv6'],
}

/** LCP and authentication: the link between this computer and the modem. */
export const ppp: Step = {
  id: 'ppp',
  title: stepTitles.ppp,
  limitMs: 75_000,
  async run(context) {
    const { session, target } = context
    const link = session.startLink({
      role: 'client',
      credentials: { user: target.user, password: target.password },
      auth: target.auth,
      families: familiesOf[target.pdpType],
    })
    const { auth } = await watched(context, link, () =>
      reached(
        context,
        link,
        (event) => event.kind === 'phase' && (event.phase === 'network' || event.phase === 'open'),
      ),
    )
    return ok(lcpOpen(auth), { auth: auth ?? 'none' })
  },
}

/** IPCP and IPV6CP: the addresses and the name servers; IPv6 asks a router for its own. */
export const address: Step = {
  id: 'address',
  title: stepTitles.address,
  limitMs: 75_000,
  async run(context) {
    const { session } = context
    const link = session.dataLine.link
    if (!link) throw new StepFailure('link-down')
    if (!session.upLink)
      await watched(context, link, () => reached(context, link, (event) => event.kind === 'up'))
    const { upLink } = session
    if (!upLink) throw new StepFailure('link-down')
    await ipv6Ready(context, upLink)
    const { host, up } = session.upLink ?? upLink
    if (host.address === null && !host.ipv6?.address)
      throw new StepFailure('ip-no-router', noRouter(host.ipv6))
    return ok(await addressWords(context, host, up), {
      address: host.address,
      ipv6: host.ipv6?.address ?? null,
      dns: [...host.dns],
      peer: up.peerAddress,
      mtu: up.mtu,
    })
  },
}

/** Waits for an event of the link; a link that goes down rejects with its own fault. */
async function reached(
  context: StepContext,
  link: PppLink,
  wanted: (event: LinkEvent) => boolean,
): Promise<void> {
  const expectation = expectWithin<void>(
    context.clock,
    70_000,
    { code: 'link-down' },
    context.signal,
  )
  const stop = link.on((event) => {
    if (wanted(event)) expectation.resolve()
    if (event.kind === 'down') expectation.reject(new Fault(event.code, event.said))
  })
  const ended = context.session.port.onEnd((end) => expectation.reject(portFault(end)))
  try {
    await expectation.promise
  } finally {
    stop()
    ended()
  }
}

/** Packets in words while the step goes on, and the authentication the peer asked for. */
async function watched(
  context: StepContext,
  link: PppLink,
  wait: () => Promise<void>,
): Promise<{ auth?: string }> {
  const seen: { auth?: string } = {}
  const stop = link.on((event) => {
    if (event.kind !== 'packet') return
    const arrow = event.dir === 'tx' ? '→' : '←'
    const { en, ja } = event.words
    context.seen.push({ en: `${arrow} ${en}`, ja: `${arrow} ${ja}` })
    context.progress(event.words)
    const name = event.frame.protocolName
    if (event.dir === 'rx' && (name === 'PAP' || name === 'CHAP')) seen.auth = name
  })
  try {
    await wait()
  } finally {
    stop()
  }
  return seen
}
