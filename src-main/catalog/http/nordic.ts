import { parseUrl } from '@core/ip/http'
import type { FamilyAnswer } from '@core/modem/family-command'
import type { FamilyHttp } from '@core/sockets/family'
import { fieldsIn, numberIn, refusal } from '../family-readers'

/** The head of the answer comes by itself, as the server sent it: `HTTP/1.1 200 OK`. */
function answered(answer: FamilyAnswer) {
  const { ok, lines } = answer
  const [status] = lines.flatMap((line) => /^HTTP\/\d\.\d (\d{3})/.exec(line)?.[1] ?? [])
  if (status === undefined) return ok ? undefined : refusal(answer)
  const [length] = lines.flatMap((line) => /^Content-Length: *(\d+)/i.exec(line)?.[1] ?? [])
  return { status: Number(status), octets: Number(length ?? 0) }
}

/** #XHTTPCCON and #XHTTPCREQ of the Serial LTE Modem (nRF Connect SDK 2, HTTP client AT commands). */
export const nordicHttp: FamilyHttp = {
  begin: () => [],
  connect: (url) => {
    const { host, port } = parseUrl(url)
    return [
      {
        command: `AT#XHTTPCCON=1,"${host}",${port}`,
        timeoutMs: 120_000,
        read: (answer) => {
          if (!answer.ok) return refusal(answer)
          return fieldsIn(answer.lines, '#XHTTPCCON:')?.[0] === '1' || refusal(answer)
        },
      },
    ]
  },
  get: (url) => ({
    command: `AT#XHTTPCREQ="GET","${parseUrl(url).path}"`,
    later: true,
    read: (answer) => {
      const state = numberIn(answer, '#XHTTPCREQ:', 0)
      const seen = answer.lines.find((line) => line.startsWith('#XHTTPCREQ:')) ?? ''
      if (state !== undefined && state < 0) return { trouble: 'other', seen, meaning: null }
      return answered(answer)
    },
  }),
  // The server may have closed it already.
  end: [{ command: 'AT#XHTTPCCON=0', read: () => true }],
}
