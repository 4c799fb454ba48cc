import { bytesOf, concat } from '../bytes'
import { utf8Bytes } from '../utf8'
import {
  passwordBeyond,
  requestEmpty,
  userBeyond,
  valueBeyond,
  valueEmpty,
} from './malformed-words'
import type { Malformed } from './packet'

/** PAP Authenticate-Request (RFC 1334 2.2.1). */
export function parsePapRequest(
  data: Uint8Array,
): { peerId: Uint8Array; password: Uint8Array } | Malformed {
  const idLength = data[0]
  if (idLength === undefined) return { error: requestEmpty }
  const passwordLength = data[1 + idLength]
  if (passwordLength === undefined) return { error: userBeyond }
  const start = 2 + idLength
  if (start + passwordLength > data.length) return { error: passwordBeyond }
  return {
    peerId: data.subarray(1, 1 + idLength),
    password: data.subarray(start, start + passwordLength),
  }
}

export function buildPapRequest(user: string, password: string): Uint8Array {
  const id = utf8Bytes(user).subarray(0, 255)
  const secret = utf8Bytes(password).subarray(0, 255)
  return concat([Uint8Array.of(id.length), id, Uint8Array.of(secret.length), secret])
}

/** The text of a PAP Ack or Nak. Some modems leave out the octet with its length, or send one that is too long. */
export function papMessage(data: Uint8Array): Uint8Array {
  const length = data[0]
  if (length === undefined) return data
  return length <= data.length - 1 ? data.subarray(1, 1 + length) : data
}

export function buildPapMessage(text: string): Uint8Array {
  return concat([Uint8Array.of(text.length), bytesOf(text)])
}

/** CHAP Challenge and Response (RFC 1994 4.1). */
export function parseChapValue(
  data: Uint8Array,
): { value: Uint8Array; name: Uint8Array } | Malformed {
  const size = data[0]
  if (size === undefined || size === 0) return { error: valueEmpty }
  if (1 + size > data.length) return { error: valueBeyond }
  return { value: data.subarray(1, 1 + size), name: data.subarray(1 + size) }
}

export function buildChapValue(value: Uint8Array, name: string): Uint8Array {
  return concat([Uint8Array.of(value.length), value, utf8Bytes(name)])
}
