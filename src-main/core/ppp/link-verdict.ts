import type { FaultCode } from '../fault'
import type { IpFamily } from '../ip/address'
import { quoted, type SeenLine, type Words } from '../words'
import type { LinkCounters } from './link-types'
import {
  wrote,
  neverSettledValues,
  ipv6cpUnanswered,
  ipv6cpWithoutAgreement,
  ipcpUnanswered,
  ipcpWithoutAgreement,
  zeroAddressAnswered,
  octetsCame,
  noWholeFrame,
  lcpWithoutAgreement,
  damagedAndWhole,
  terminateRequests,
  modemInsistsOn,
  requestsCameBack,
} from './words'

export interface Ending {
  readonly code: FaultCode
  /** Quoted as it came, or a sentence. */
  readonly seen: SeenLine
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
  const text = wrote(lines)
  if (counters.loops > 0) return end('link-looped', text, requestsCameBack(counters.loops))
  if (seen.unsupported)
    return end('link-auth-unsupported', undefined, modemInsistsOn(seen.unsupported))
  if (seen.terminated > 0)
    return end('link-terminated-by-peer', text, terminateRequests(seen.terminated))
  if (counters.badFcs > counters.rxFrames && counters.rxFrames > 0)
    return end('link-fcs-errors', undefined, damagedAndWhole(counters.badFcs, counters.rxFrames))
  if (seen.lcpFrames > 0) return end('link-lcp-loops', text, lcpWithoutAgreement(seen.lcpFrames))
  if (counters.badFcs + counters.rejected > 0)
    return end('link-noise', text, noWholeFrame(counters.rxBytes))
  if (text) return { code: 'link-no-lcp', seen: text }
  const octets = `${counters.rxBytes}`
  return end('link-no-lcp', undefined, octetsCame(octets))
}

/** Why IPCP never opened. */
export function noIpcp(asked: number, answers: number, zeroNaks: number): Ending {
  if (zeroNaks > 0) return end('link-no-address', undefined, zeroAddressAnswered(zeroNaks))
  if (answers > 0) return end('link-ipcp-loops', undefined, ipcpWithoutAgreement(answers))
  return end('link-no-ipcp', undefined, ipcpUnanswered(asked))
}

/** Why IPV6CP never opened. */
export function noIpv6cp(asked: number, answers: number): Ending {
  if (answers > 0) return end('link-no-ipv6', undefined, ipv6cpWithoutAgreement(answers))
  return end('link-no-ipv6', undefined, ipv6cpUnanswered(asked))
}

/** The peer keeps proposing, and it leads nowhere. */
export function neverSettled(family: IpFamily): Ending {
  return end(family === 'ipv6' ? 'link-no-ipv6' : 'link-ipcp-loops', undefined, neverSettledValues)
}

/** The peer ended a family that was open. */
export function terminatedFamily(family: IpFamily): Ending {
  const seen = `${family === 'ipv6' ? 'IPV6CP' : 'IPCP'} Terminate-Request`
  return { code: 'link-terminated-by-peer', seen: quoted(seen) }
}

export function end(code: FaultCode, text: Words | undefined, seen: Words): Ending {
  if (!text) return { code, seen }
  return { code, seen: { en: `${seen.en}; ${text.en}`, ja: `${seen.ja}（${text.ja}）` } }
}
