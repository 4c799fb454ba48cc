import { parseUrl } from '@core/ip/http'
import type { FamilyAnswer } from '@core/modem/family-command'
import type { FamilyHttp } from '@core/sockets/family'
import { numberIn, plain, refusal } from '../family-readers'

/** The last of three profiles, which programs take from the first on. */
const profile = 2

/** `#HTTPRING: <profile>,<status>,"<type>",<octets>`; status 0: no server answered. */
function answered(answer: FamilyAnswer) {
  const status = numberIn(answer, '#HTTPRING:', 1)
  if (status === undefined) return answer.ok ? undefined : refusal(answer)
  const seen = answer.lines.findLast((line) => line.startsWith('#HTTPRING:')) ?? ''
  if (status === 0) return { trouble: 'timeout', seen, meaning: null } as const
  return { status, octets: numberIn(answer, '#HTTPRING:', 3) ?? 0 }
}

/** #HTTPCFG, #HTTPQRY and #HTTPRING of LE910, ME910 and HE910 (LE910 V2 AT Commands Reference Guide, HTTP Client). */
export const telitHttp: FamilyHttp = {
  begin: (url) => {
    const { host, port } = parseUrl(url)
    return [plain(`AT#HTTPCFG=${profile},"${host}",${port},0,,,0,120,1`)]
  },
  get: (url) => ({
    command: `AT#HTTPQRY=${profile},0,"${parseUrl(url).path}"`,
    later: true,
    read: answered,
  }),
  end: [],
}
