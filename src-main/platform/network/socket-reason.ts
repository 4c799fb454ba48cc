import { labelled, type Words } from '@core/words'
import {
  certificateExpired,
  certificateOfOther,
  hungUp,
  noRoute,
  noSuchAddress,
  noTls,
  nobodyListens,
  notHere,
  notHttp,
  portInUse,
  portsOfRoot,
  silent,
  unknownName,
  unvouched,
} from './words'

/** By the codes of the system, of Node and of OpenSSL. */
const reasons: ReadonlyMap<string, Words> = new Map([
  ['ECONNREFUSED', nobodyListens],
  ['ENOTFOUND', unknownName],
  ['EAI_AGAIN', unknownName],
  ['EHOSTUNREACH', noRoute],
  ['ENETUNREACH', noRoute],
  ['ETIMEDOUT', silent],
  ['ECONNRESET', hungUp],
  ['EPIPE', hungUp],
  ['ERR_SSL_WRONG_VERSION_NUMBER', noTls],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', noTls],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', unvouched],
  ['SELF_SIGNED_CERT_IN_CHAIN', unvouched],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', unvouched],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', unvouched],
  ['CERT_HAS_EXPIRED', certificateExpired],
  ['ERR_TLS_CERT_ALTNAME_INVALID', certificateOfOther],
])

const listenReasons: ReadonlyMap<string, Words> = new Map([
  ['EACCES', portsOfRoot],
  ['EADDRNOTAVAIL', noSuchAddress],
  ['ENOTFOUND', notHere],
  ['EAI_AGAIN', notHere],
])

/** Why a connection could not be made or ended, without a full stop; in words where the system has only a code. */
export const socketReason = (error: unknown): Words => reasonIn(reasons, error)

/** Why nobody can be heard at an address, without a full stop. `option`: what the person gives another port by, such as `--port`. */
export function listenReason(error: unknown, option?: string): Words {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (!isTaken) return reasonIn(listenReasons, error)
  return portInUse(option)
}

/** `label: why.`, as the detail of a Fault. */
export function sentence(label: string, why: Words): Words {
  const { en, ja } = labelled(label, why)
  return { en: `${en}.`, ja: `${ja}。` }
}

function reasonIn(known: ReadonlyMap<string, Words>, error: unknown): Words {
  // Where several addresses of a name were tried, the first one's reason stands for all.
  const one: unknown = error instanceof AggregateError ? (error.errors[0] ?? error) : error
  const said = one instanceof Error ? one.message : String(one)
  const code = one instanceof Error && 'code' in one ? String(one.code) : ''
  // What Node's reader of HTTP says.
  if (code.startsWith('HPE_')) return notHttp
  const text = (said || code).trim().replace(/\.$/, '')
  return known.get(code) ?? (isNoTls(said) ? noTls : { en: text, ja: text })
}

/** OpenSSL's words come under the code of the system call that met them. */
const isNoTls = (said: string) => /wrong version number|packet length too long/i.test(said)
