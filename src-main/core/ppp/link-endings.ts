import type { FaultCode } from '../fault'
import type { IpFamily } from '../ip/address'
import { quoted, wordsOf, type SeenLine } from '../words'
import { protocols } from './codes'
import { IpcpClientPolicy } from './ipcp'
import type { Session } from './link-session'
import type { LinkCounters, LinkPhase } from './link-types'
import { end, noIpcp, noIpv6cp, noLcp, type Ending } from './link-verdict'
import { wrote, ownEchoCameBack, requestsCameBack } from './words'
import {
  modemInsistsOn,
  methodRejected,
  ipv6Rejected,
  ipv6cpRejected,
  ipv4Rejected,
  ipcpRejected,
  afterMinutesWithoutTraffic,
  duringAuthentication,
  ipcpWithoutAddress,
} from './words'

export type { Ending } from './link-verdict'

const quickHangUpUs = 2_000_000
const longIdleUs = 30 * 60_000_000

export function endingWithoutLcp(session: Session, counters: LinkCounters): Ending {
  return noLcp({
    counters,
    lines: session.watch.lines,
    terminated: session.terminated,
    lcpFrames: session.lcpFrames,
    unsupported: session.lcpPolicy.unsupported,
  })
}

/** Why a family did not open. */
export function endingOfNcp(
  family: IpFamily,
  { asked, frames }: { readonly asked: number; readonly frames: number },
  policy: Session['ipcpPolicy'],
): Ending {
  if (family === 'ipv6') return noIpv6cp(asked, frames)
  return noIpcp(asked, frames, policy instanceof IpcpClientPolicy ? policy.zeroNaks : 0)
}

/** IPCP may be agreed on and leave a client without an address. */
export function uselessFamily(family: IpFamily, policy: Session['ipcpPolicy']): Ending | undefined {
  const empty =
    family === 'ipv4' && policy instanceof IpcpClientPolicy && policy.address === '0.0.0.0'
  if (!empty) return undefined
  return {
    code: 'link-no-address',
    seen: ipcpWithoutAddress,
  }
}

/** The same event means another thing during authentication, or after a long silence. */
export function endingOf(
  session: Session,
  phase: LinkPhase,
  nowUs: number,
  code: FaultCode,
  line: SeenLine,
): Ending {
  const seen = wordsOf(line)
  if (phase === 'authenticate')
    return {
      code: 'link-auth-ended',
      seen: duringAuthentication(seen),
    }
  const idleUs = nowUs - session.lastIpUs
  if (!session.wasUp || idleUs < longIdleUs) return { code, seen: line }
  const minutes = Math.round(idleUs / 60_000_000)
  return {
    code: 'link-idle-dropped',
    seen: afterMinutesWithoutTraffic(seen, minutes),
  }
}

/** `NO CARRIER` and its like: within two seconds of CONNECT it is the network that refuses. */
export function endingOfHangUp(
  session: Session,
  phase: LinkPhase,
  nowUs: number,
  text: string,
): Ending {
  const { unsupported } = session.lcpPolicy
  if (!session.wasUp && phase === 'establish' && unsupported !== undefined)
    return { code: 'link-auth-unsupported', seen: modemInsistsOn(unsupported) }
  const quick = nowUs - session.startUs < quickHangUpUs
  if (!session.wasUp && quick && phase === 'establish')
    return { code: 'link-network-refused', seen: quoted(text) }
  return endingOf(session, phase, nowUs, 'link-modem-hung-up', quoted(text))
}

export function endingOfLoop({ watch, lcpPolicy }: Session): Ending {
  const times = lcpPolicy.loops
  const requests = requestsCameBack(times)
  const echo = ownEchoCameBack
  return end('link-looped', wrote(watch.lines), times > 0 ? requests : echo)
}

/** What a Protocol-Reject takes away; undefined for what a link can do without, such as compression. */
export function endingWithoutProtocol(protocol: number): Ending | undefined {
  switch (protocol) {
    case protocols.ipcp:
      return {
        code: 'link-no-ipcp',
        seen: ipcpRejected,
      }
    case protocols.ip:
      return {
        code: 'link-no-ipcp',
        seen: ipv4Rejected,
      }
    case protocols.ipv6cp:
      return {
        code: 'link-no-ipv6',
        seen: ipv6cpRejected,
      }
    case protocols.ipv6:
      return {
        code: 'link-no-ipv6',
        seen: ipv6Rejected,
      }
    case protocols.pap:
    case protocols.chap:
      return {
        code: 'link-auth-unsupported',
        seen: methodRejected,
      }
    default:
      return undefined
  }
}

/** An open link whose peer does not know LCP any more, as after a restart, did not fail to agree. */
export function noteRefusal(session: Session, seen: string): void {
  if (session.lcp.state === 'opened')
    session.ending ??= { code: 'link-terminated-by-peer', seen: quoted(seen) }
}
