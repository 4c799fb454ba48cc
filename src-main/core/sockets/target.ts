import { Fault } from '../fault'
import type { SocketPlace } from './family'
import { expectedHost, expectedPlace } from './words'

const name = /^[A-Za-z0-9._-]{1,253}$/

/** A name or an IPv4 address. Throws `bad-input`. */
export function hostOf(target: string): string {
  const text = target.trim()
  if (name.test(text)) return text
  throw new Fault('bad-input', expectedHost(target))
}

/** `host:port`. Throws `bad-input`. */
export function placeOf(target: string): SocketPlace {
  const [, host = '', digits = ''] = /^([^:\s]+):(\d{1,5})$/.exec(target.trim()) ?? []
  const port = Number(digits)
  if (name.test(host) && port >= 1 && port <= 65_535) return { host, port }
  throw new Fault('bad-input', expectedPlace(target))
}

export const isAddress = (host: string): boolean => /^(?:\d{1,3}\.){3}\d{1,3}$/.test(host)
