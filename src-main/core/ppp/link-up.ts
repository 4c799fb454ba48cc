import { IpcpClientPolicy } from './ipcp'
import type { Session } from './link-session'
import type { LinkUp, PppLinkOptions } from './link-types'

const ourMru = 1500

/** What both sides agreed on, once IPCP is open; undefined when it left a client without an address. */
export function upOf(session: Session, server: PppLinkOptions['server']): LinkUp | undefined {
  const { mru, accm, pfc, acfc } = session.lcpPolicy.peer
  const agreed = {
    kind: 'up',
    mru: server?.quirks?.mru ?? ourMru,
    mtu: Math.min(mru, ourMru),
    auth: session.authMethod,
    framing: { accm, pfc, acfc },
  } as const
  const policy = session.ipcpPolicy
  if (policy instanceof IpcpClientPolicy) {
    const { address, peerAddress, dns } = policy
    return address === '0.0.0.0' ? undefined : { ...agreed, address, peerAddress, dns }
  }
  const { address = '0.0.0.0', clientAddress = null, dns = [] } = server ?? {}
  return { ...agreed, address, peerAddress: clientAddress, dns }
}
