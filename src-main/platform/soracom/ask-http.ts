import { Fault } from '@core/fault'
import type { AskHttp } from '@core/soracom/soracom-access'
import { quoted } from '@core/words'
import { noAnswerWithin, tooLongAnswer } from './words'

/** No answer of the calls that are made here comes near it. */
const mostOctets = 4 * 1024 * 1024

/** What OpenSSL says where a certificate does not hold; a clock that is off is the first two. */
const ofCertificate =
  /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT|ERR_SSL_|HOSTNAME_MISMATCH)/

/** Asks by this computer's own network. Redirects are not followed: a key goes to nobody who was not named. */
export const askHttp: AskHttp = async ({ method, url, headers, body, timeoutMs }) => {
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    })
    return {
      status: response.status,
      text: await textOf(response),
      date: response.headers.get('date'),
      retryAfter: response.headers.get('retry-after'),
    }
  } catch (error) {
    throw faultOf(error, new URL(url).host, timeoutMs)
  }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > mostOctets) throw new Fault('soracom-odd-answer', tooLongAnswer(mostOctets))
  }
  return text + decoder.decode()
}

/** The host and the reason alone: neither path nor header is in what is said. */
function faultOf(error: unknown, host: string, timeoutMs: number): Fault {
  if (error instanceof Fault) return error
  if (error instanceof Error && error.name === 'TimeoutError')
    return new Fault('soracom-unreachable', noAnswerWithin(host, timeoutMs), { cause: error })
  const reason = reasonOf(error)
  const code = ofCertificate.test(reason) ? 'soracom-certificate' : 'soracom-unreachable'
  return new Fault(code, quoted(`${host}: ${reason}`), { cause: error })
}

/** `ENOTFOUND`, `CERT_NOT_YET_VALID`: undici puts what happened under `cause`, and both families' reasons into a list. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const inner = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause
  if (!(inner instanceof Error)) return String(inner)
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.message
}
