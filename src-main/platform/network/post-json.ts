import { Fault } from '@core/fault'
import type { PostJson } from '@core/ports/post-json'
import { socketReason } from './socket-reason'
import { noHostAnswer } from './words'

export const postJson: PostJson = async (address, body, { timeoutMs, signal }) => {
  const url = new URL(address)
  const { username, password } = url
  // Whoever fetches refuses an address with a login.
  url.username = ''
  url.password = ''
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const authorization =
    login === ':' ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` }
  const limit = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...authorization },
      redirect: 'manual',
      signal: AbortSignal.any([signal, limit]),
    })
    // Nobody reads it, and the connection is not to wait for it.
    await answer.body?.cancel()
    return { status: answer.status }
  } catch (error) {
    const { message } = Object(causeOf(error)) as { readonly message?: unknown }
    // What the standard of fetch calls a bad port is one for ever.
    if (message === 'bad port') throw new Fault('alert-webhook-port', undefined, { cause: error })
    const why = limit.aborted ? noHostAnswer(timeoutMs) : socketReason(causeOf(error))
    throw new Fault('alert-webhook', why)
  }
}

/** What fetch says itself is "fetch failed". */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? error.cause : error
