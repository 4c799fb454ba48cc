import { linkLocalOf } from '../ip/ipv6-address'
import { IpcpClientPolicy } from './ipcp'
import type { Session } from './link-session'
import type { LinkIpv6, LinkUp, PppLinkOptions } from './link-types'

const ourMru = 1500

/** What both sides agreed on, once a family is open. */
export function upOf(session: Session, server: PppLinkOptions['server']): LinkUp {
  const { mru, accm, pfc, acfc } = session.lcpPolicy.peer
  return {
    kind: 'up',
    mru: server?.quirks?.mru ?? ourMru,
    mtu: Math.min(mru, ourMru),
    auth: session.authMethod,
    framing: { accm, pfc, acfc },
    missing: session.network.missing(),
    ipv6: session.network.isOpen('ipv6') ? ipv6Of(session) : null,
    ...(session.network.isOpen('ipv4') ? ipv4Of(session, server) : noIpv4),
  }
}

const noIpv4 = { address: null, peerAddress: null, dns: [] }

function ipv4Of(
  { ipcpPolicy }: Session,
  server: PppLinkOptions['server'],
): Pick<LinkUp, 'address' | 'peerAddress' | 'dns'> {
  if (ipcpPolicy instanceof IpcpClientPolicy) {
    const { address, peerAddress, dns } = ipcpPolicy
    return { address, peerAddress, dns }
  }
  const { address = '0.0.0.0', clientAddress = null, dns = [] } = server ?? {}
  return { address, peerAddress: clientAddress, dns }
}

function ipv6Of({ ipv6cpPolicy: { identifier, peerIdentifier } }: Session): LinkIpv6 {
  return {
    linkLocal: linkLocalOf(identifier),
    peerLinkLocal: peerIdentifier && linkLocalOf(peerIdentifier),
  }
}
