import type { FaultCode } from '../fault'
import type { LinkCounters } from './link-types'

export interface Ending {
  readonly code: FaultCode
  readonly seen: string
}

/** What was seen on the way to a link that never came up. */
export interface Sightings {
  readonly counters: LinkCounters
  /** The last lines of text between frames. */
  readonly lines: readonly string[]
  readonly terminated: number
  readonly lcpFrames: number
  /** An authentication method the peer insists on and we do not have. */
  readonly unsupported: string | undefined
}

/** Why LCP never opened, the surest reason first. */
export function noLcp(seen: Sightings): Ending {
  const { counters, lines } = seen
  const text = lines.length > 0 ? `; the modem wrote: ${lines.join(' / ')}` : ''
  if (counters.loops > 0)
    return end('link-looped', `${counters.loops} of our requests came back${text}`)
  if (seen.unsupported)
    return end('link-auth-unsupported', `the modem insists on ${seen.unsupported}`)
  if (seen.terminated > 0)
    return end('link-terminated-by-peer', `${seen.terminated} Terminate-Requests${text}`)
  if (counters.badFcs > counters.rxFrames && counters.rxFrames > 0)
    return end(
      'link-fcs-errors',
      `${counters.badFcs} damaged frames, ${counters.rxFrames} whole ones`,
    )
  if (seen.lcpFrames > 0)
    return end('link-lcp-loops', `${seen.lcpFrames} LCP packets, but no agreement${text}`)
  if (counters.badFcs + counters.rejected > 0)
    return end('link-noise', `${counters.rxBytes} octets, not one whole frame${text}`)
  return end('link-no-lcp', lines.length > 0 ? text.slice(2) : `${counters.rxBytes} octets came`)
}

/** Why IPCP never opened. */
export function noIpcp(asked: number, answers: number, zeroNaks: number): Ending {
  if (zeroNaks > 0) return end('link-no-address', `the modem answered 0.0.0.0 ${zeroNaks} times`)
  if (answers > 0) return end('link-ipcp-loops', `${answers} IPCP packets came, but no agreement`)
  return end('link-no-ipcp', `${asked} IPCP requests were not answered`)
}

function end(code: FaultCode, seen: string): Ending {
  return { code, seen }
}
