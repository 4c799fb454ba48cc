import type { FaultCode } from '../fault'
import { wordsOf, type SeenLine } from '../words'
import { IpcpClientPolicy } from './ipcp'
import type { Session } from './link-session'
import type { LinkCounters, LinkPhase } from './link-types'
import { noIpcp, noLcp, type Ending } from './link-verdict'

export type { Ending } from './link-verdict'

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

export function endingWithoutIpcp({ ipcp, ipcpPolicy, ipcpFrames }: Session): Ending {
  const zeroNaks = ipcpPolicy instanceof IpcpClientPolicy ? ipcpPolicy.zeroNaks : 0
  return noIpcp(ipcp.requestsSent, ipcpFrames, zeroNaks)
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
      seen: { en: `${seen.en} during authentication`, ja: `認証中に ${seen.ja}` },
    }
  const idleUs = nowUs - session.lastIpUs
  if (!session.wasUp || idleUs < longIdleUs) return { code, seen: line }
  const minutes = Math.round(idleUs / 60_000_000)
  return {
    code: 'link-idle-dropped',
    seen: {
      en: `${seen.en} after ${minutes} min without traffic`,
      ja: `無通信 ${minutes} 分の後に ${seen.ja}`,
    },
  }
}
