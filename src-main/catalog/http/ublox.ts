import { parseUrl } from '@core/ip/http'
import { isAddress } from '@core/sockets/target'
import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import type { FamilyHttp } from '@core/sockets/family'
import { numberIn, plain, refusal } from '../family-readers'

/** The last of four profiles, which programs take from the first on. */
const profile = 3
const file = 'modem-bench'

/** `+UUHTTPCR: <profile>,1,<1: answered, 0: not>`; the answer lies in a file. */
function answered(answer: FamilyAnswer): true | Trouble | undefined {
  const result = numberIn(answer, '+UUHTTPCR:', 2)
  if (result === undefined) return answer.ok ? undefined : refusal(answer)
  const seen = answer.lines.findLast((line) => line.startsWith('+UUHTTPCR:')) ?? ''
  return result === 1 || { trouble: 'other', seen, meaning: null }
}

/** `+URDFILE: "<file>",<octets>,"HTTP/1.1 200 OK…`: head and body as they came; blank lines between them are not told apart. */
function stored({ ok, lines }: FamilyAnswer) {
  const at = lines.findIndex((line) => line.startsWith('+URDFILE:'))
  const [, status] = /"HTTP\/\d\.\d (\d{3})/.exec(lines[at] ?? '') ?? []
  if (!ok) return refusal({ ok, lines, octets: undefined })
  if (status === undefined) return undefined
  const length = lines.map((line) => /^Content-Length: *(\d+)/i.exec(line)?.[1]).find(Boolean)
  return { status: Number(status), octets: Number(length ?? 0) }
}

/** UHTTP of SARA and LARA: the answer of the server goes into a file of the modem, which is read and deleted. */
export const ubloxHttp: FamilyHttp = {
  secure: true,
  begin: (url, secure, context) => {
    const { host, port } = parseUrl(url)
    return [
      plain(`AT+UHTTP=${profile}`),
      plain(`AT+UHTTP=${profile},${isAddress(host) ? 0 : 1},"${host}"`),
      plain(`AT+UHTTP=${profile},5,${port}`),
      ...(secure ? [plain(`AT+UHTTP=${profile},6,1,${context}`)] : []),
    ]
  },
  connect: (url) => [
    {
      command: `AT+UHTTPC=${profile},1,"${parseUrl(url).path}","${file}"`,
      later: true,
      read: answered,
    },
  ],
  get: () => ({ command: `AT+URDFILE="${file}"`, read: stored }),
  end: [{ command: `AT+UDELFILE="${file}"`, read: () => true }],
}
