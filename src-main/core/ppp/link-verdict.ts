import type { FaultCode } from '../fault'
import type { IpFamily } from '../ip/address'
import { quoted, type SeenLine, type Words } from '../words'
import type { LinkCounters } from './link-types'

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
  if (counters.loops > 0)
    return end('link-looped', text, {
      en: `${counters.loops} of our requests came back`,
      ja: `こちらの要求が ${counters.loops} 回そのまま戻りました`,
    })
  if (seen.unsupported)
    return end('link-auth-unsupported', undefined, {
      en: `the modem insists on ${seen.unsupported}`,
      ja: `モデムは ${seen.unsupported} を要求し続けています`,
    })
  if (seen.terminated > 0)
    return end('link-terminated-by-peer', text, {
      en: `${seen.terminated} Terminate-Requests`,
      ja: `Terminate-Request ${seen.terminated} 回`,
    })
  if (counters.badFcs > counters.rxFrames && counters.rxFrames > 0)
    return end('link-fcs-errors', undefined, {
      en: `${counters.badFcs} damaged frames, ${counters.rxFrames} whole ones`,
      ja: `破損フレーム ${counters.badFcs}、正常フレーム ${counters.rxFrames}`,
    })
  if (seen.lcpFrames > 0)
    return end('link-lcp-loops', text, {
      en: `${seen.lcpFrames} LCP packets, but no agreement`,
      ja: `LCP パケット ${seen.lcpFrames} 個を受信しましたが、合意に至りません`,
    })
  if (counters.badFcs + counters.rejected > 0)
    return end('link-noise', text, {
      en: `${counters.rxBytes} octets, not one whole frame`,
      ja: `${counters.rxBytes} バイトを受信しましたが、正常なフレームがありません`,
    })
  if (text) return { code: 'link-no-lcp', seen: text }
  const octets = `${counters.rxBytes}`
  return end('link-no-lcp', undefined, { en: `${octets} octets came`, ja: `受信 ${octets} バイト` })
}

/** Why IPCP never opened. */
export function noIpcp(asked: number, answers: number, zeroNaks: number): Ending {
  if (zeroNaks > 0)
    return end('link-no-address', undefined, {
      en: `the modem answered 0.0.0.0 ${zeroNaks} times`,
      ja: `モデムの応答は 0.0.0.0（${zeroNaks} 回）`,
    })
  if (answers > 0)
    return end('link-ipcp-loops', undefined, {
      en: `${answers} IPCP packets came, but no agreement`,
      ja: `IPCP パケット ${answers} 個を受信しましたが、合意に至りません`,
    })
  return end('link-no-ipcp', undefined, {
    en: `${asked} IPCP requests were not answered`,
    ja: `IPCP 要求 ${asked} 回に応答がありません`,
  })
}

/** Why IPV6CP never opened. */
export function noIpv6cp(asked: number, answers: number): Ending {
  if (answers > 0)
    return end('link-no-ipv6', undefined, {
      en: `${answers} IPV6CP packets came, but no agreement`,
      ja: `IPV6CP パケット ${answers} 個を受信しましたが、合意に至りません`,
    })
  return end('link-no-ipv6', undefined, {
    en: `${asked} IPV6CP requests were not answered`,
    ja: `IPV6CP 要求 ${asked} 回に応答がありません`,
  })
}

/** The peer keeps proposing, and it leads nowhere. */
export function neverSettled(family: IpFamily): Ending {
  return end(family === 'ipv6' ? 'link-no-ipv6' : 'link-ipcp-loops', undefined, {
    en: 'the proposed values never settled',
    ja: '提案された値が定まりません',
  })
}

/** The peer ended a family that was open. */
export function terminatedFamily(family: IpFamily): Ending {
  const seen = `${family === 'ipv6' ? 'IPV6CP' : 'IPCP'} Terminate-Request`
  return { code: 'link-terminated-by-peer', seen: quoted(seen) }
}

/** The last lines of text between frames, quoted; undefined where there are none. */
export function wrote(lines: readonly string[]): Words | undefined {
  if (lines.length === 0) return undefined
  const quoted = lines.join(' / ')
  return { en: `the modem wrote: ${quoted}`, ja: `モデムの出力：${quoted}` }
}

export function end(code: FaultCode, text: Words | undefined, seen: Words): Ending {
  if (!text) return { code, seen }
  return { code, seen: { en: `${seen.en}; ${text.en}`, ja: `${seen.ja}（${text.ja}）` } }
}
