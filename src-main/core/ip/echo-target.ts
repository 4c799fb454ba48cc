import { isAddress } from './address'
import { withoutBrackets } from './http'
import { echoPort } from './udp-echo'

export interface EchoTarget {
  readonly host: string
  readonly port: number
}

/** `host`, `host:port`, an address, or `[2001:db8::1]:port`; undefined where it is none of these. */
export function echoTargetOf(text: string): EchoTarget | undefined {
  const typed = text.trim()
  if (isAddress(typed)) return { host: typed, port: echoPort }
  const match = /^(\[[\da-f:.]+\]|[^/:?#@\s[\]]+)(?::(\d{1,5}))?$/i.exec(typed)
  const host = withoutBrackets(match?.[1])
  const port = Number(match?.[2] ?? echoPort)
  if (host === undefined || port < 1 || port > 65_535) return undefined
  return typed.startsWith('[') && !isAddress(host) ? undefined : { host, port }
}
