import { Fault } from '../fault'
import { mustBeName } from './address'
import { coapCore, coapPort } from './coap'
import { withoutBrackets } from './http'
import { notCoapUrl, otherCoapScheme } from './words'

export interface CoapTarget {
  readonly host: string
  readonly port: number
  /** With its query. */
  readonly path: string
}

/** Takes a URL of CoAP apart (RFC 7252 6.1); `coap://` may be left out. Without a path it is what the server offers. */
export function parseCoapUrl(url: string): CoapTarget {
  const typed = url.trim()
  if (/^coaps:|^coap\+/i.test(typed)) throw new Fault('bad-input', otherCoapScheme(typed))
  const match =
    /^(?:coap:\/\/)?(\[[\da-f:.]+\]|[^/:?#@\s[\]]+)(?::(\d{1,5}))?([/?][^\s#]*)?$/i.exec(typed)
  const host = withoutBrackets(match?.[1])
  const port = Number(match?.[2] ?? coapPort)
  if (host === undefined || port < 1 || port > 65_535)
    throw new Fault('bad-input', notCoapUrl(typed))
  mustBeName(host)
  const path = match?.[3] ?? '/'
  const whole = path.startsWith('?') ? `/${path}` : path
  return { host, port, path: whole === '/' ? coapCore : whole }
}
