import { latin1 } from '../../bytes'
import { matches } from './matches'
import { mqttLogin } from './mqtt-login'

/** Octets of a login, from the first to the one behind the last. */
export interface BinaryLogin {
  readonly kind: 'password' | 'proof'
  readonly start: number
  readonly end: number
}

/** Logins in octets that somebody wrote out, whatever stands before and behind them; one that is cut off goes to the end. */
export function binaryLogins(octets: Uint8Array): BinaryLogin[] {
  const text = latin1(octets)
  return [...connects(octets, text), ...pppLogins(octets, text), ...escapedLogins(octets)]
}

/** Name of the protocol with its length before it (MQTT 3.1.1 and 5.0, 3.1.2.1). */
const protocolName = /\0\x04MQTT|\0\x06MQIsdp/g
const connect = 0x10
const mostLengthOctets = 4

function connects(octets: Uint8Array, text: string): BinaryLogin[] {
  return matches(protocolName, text).flatMap(({ index }) => {
    const at = beginOf(octets, index)
    return at === undefined ? [] : mqttLogin(octets.subarray(at)).map(loginAt(at))
  })
}

/** The length before the name has up to four octets, all but the last with their first bit set (MQTT 5.0, 1.5.5). */
function beginOf(octets: Uint8Array, name: number): number | undefined {
  for (let count = 1; count <= mostLengthOctets; count++) {
    if (count > 1 && (octets[name - count] ?? 0) < 0x80) return undefined
    if (octets[name - count - 1] === connect) return name - count - 1
  }
  return undefined
}

const loginAt =
  (at: number) =>
  ([from, to]: readonly [number, number]): BinaryLogin => ({
    kind: 'password',
    start: at + from,
    end: at + to,
  })

/** PAP Authenticate-Request (RFC 1334, 2.2.1) and CHAP Response (RFC 1994, 4.1) behind their protocol numbers, shorter than 512. */
const ppp = /\xc0\x23\x01[^][\0\x01]|\xc2\x23\x02[^][\0\x01]/g

function pppLogins(octets: Uint8Array, text: string): BinaryLogin[] {
  return matches(ppp, text).flatMap(({ index }) => {
    const packet = index + 2
    const length = ((octets[packet + 2] ?? 0) << 8) | (octets[packet + 3] ?? 0)
    const first = packet + 4
    const end = packet + length
    const size = octets[first] ?? 0
    const behind = first + 1 + size
    if (octets[index] === 0xc2) {
      if (behind > end || size === 0) return []
      return within(octets, [
        { kind: 'proof', start: first + 1, end: behind },
        { kind: 'password', start: behind, end },
      ])
    }
    if (behind + 1 > end) return []
    const password = behind + 1
    const last = password + (octets[behind] ?? 0)
    if (last > end) return []
    return within(octets, [
      { kind: 'password', start: first + 1, end: behind },
      { kind: 'password', start: password, end: last },
    ])
  })
}

function within({ length }: Uint8Array, logins: readonly BinaryLogin[]): BinaryLogin[] {
  return logins
    .map((login) => ({ ...login, end: Math.min(login.end, length) }))
    .filter(({ start, end }) => end > start)
}

const escape = 0x7d

/** The same in frames as they are on the line: octets that an escape announces (RFC 1662, 4.2). */
function escapedLogins(octets: Uint8Array): BinaryLogin[] {
  if (!octets.includes(escape)) return []
  const plain: number[] = []
  const places: number[] = []
  for (let at = 0; at < octets.length; at++) {
    places.push(at)
    const octet = octets[at] ?? 0
    plain.push(octet === escape ? (octets[++at] ?? 0) ^ 0x20 : octet)
  }
  const whole = Uint8Array.from(plain)
  return pppLogins(whole, latin1(whole)).map(({ kind, start, end }) => ({
    kind,
    start: places[start] ?? octets.length,
    end: places[end] ?? octets.length,
  }))
}
