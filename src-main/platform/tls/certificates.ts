import {
  checkServerIdentity,
  type DetailedPeerCertificate,
  type PeerCertificate,
  type TLSSocket,
} from 'node:tls'
import { Fault } from '@core/fault'
import type { CertificateFacts, CertificateTrouble } from '@core/ports/tls'
import { quoted, wordsOf, type Words } from '@core/words'
import { expired, forOtherName, issuedBy, notYetValid, noServerCertificate } from './words'

/** Longer chains are not sent by anyone; one that vouches for itself links back to itself for ever. */
const longestChain = 10

/** The chain that the server sent, from its own certificate up. */
export function chainOf(socket: TLSSocket): CertificateFacts[] {
  const chain: CertificateFacts[] = []
  const seen = new Set<string>()
  let one: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true)
  while (one && Object.keys(one).length > 0 && chain.length < longestChain) {
    if (seen.has(one.fingerprint256)) break
    seen.add(one.fingerprint256)
    chain.push(factsOf(one))
    one = one.issuerCertificate
  }
  return chain
}

function factsOf(certificate: DetailedPeerCertificate): CertificateFacts {
  return {
    subject: nameText(certificate.subject),
    issuer: nameText(certificate.issuer),
    names: (certificate.subjectaltname ?? '')
      .split(', ')
      .filter((name) => /^(DNS|IP Address):/.test(name))
      .map((name) => name.replace(/^[^:]*:/, '')),
    validFromMs: Date.parse(certificate.valid_from),
    validToMs: Date.parse(certificate.valid_to),
    fingerprint: certificate.fingerprint256,
  }
}

/** What people call a certificate: its common name, else its organization, else all there is. */
function nameText(name: Readonly<Record<string, string | string[] | undefined>>): string {
  const { CN, O } = name
  const text =
    CN ??
    O ??
    Object.entries(name)
      .map(([key, value]) => `${key}=${String(value)}`)
      .join(', ')
  return Array.isArray(text) ? text.join(', ') : text
}

/** OpenSSL's names of what it found wrong (x509_vfy.h), as Node tells them. */
const troubles: Readonly<Record<string, CertificateTrouble>> = {
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-not-yet-valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-unknown-ca',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-unknown-ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-unknown-ca',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-incomplete-chain',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-name',
}

export interface Judged {
  /** All that is wrong, what matters most first; empty: trusted. */
  readonly troubles: readonly CertificateTrouble[]
  readonly words: Words
}

interface Finding {
  readonly trouble: CertificateTrouble
  readonly words: Words
}

/**
 * What is wrong with the certificate of a finished handshake. A wrong name is told first: a server that is another one may have any
 * certificate. A date is told before an issuer that is not known. What else is wrong is told behind it.
 */
export function judge(socket: TLSSocket, serverName: string, nowMs: number): Judged {
  const found = findings(socket, serverName, nowMs)
  const [first, ...others] = found
  return {
    troubles: found.map(({ trouble }) => trouble),
    words: others.reduce(
      ({ en, ja }, { trouble, words }) => {
        const { meaning } = new Fault(trouble).row
        return { en: `${en} ${meaning.en} ${words.en}`, ja: `${ja}${meaning.ja}${words.ja}` }
      },
      first?.words ?? wordsOf(quoted('')),
    ),
  }
}

function findings(socket: TLSSocket, serverName: string, nowMs: number): readonly Finding[] {
  const certificate = socket.getPeerCertificate(false)
  const [own] = chainOf(socket)
  if (!own)
    return [
      {
        trouble: 'tls-untrusted',
        words: noServerCertificate,
      },
    ]
  const found: Finding[] = []
  if (checkServerIdentity(serverName, certificate) !== undefined)
    found.push({ trouble: 'tls-wrong-name', words: forOtherName(serverName, own) })
  if (nowMs > own.validToMs) found.push({ trouble: 'tls-expired', words: expired(own, nowMs) })
  if (nowMs < own.validFromMs)
    found.push({ trouble: 'tls-not-yet-valid', words: notYetValid(own, nowMs) })
  const code = codeOf(socket.authorizationError)
  const known = troubles[code]
  const issuer =
    known === 'tls-incomplete-chain' && !linksUp(certificate) ? 'tls-unknown-ca' : known
  if (issuer !== undefined && ofIssuer.has(issuer))
    found.push({ trouble: issuer, words: issuedBy(own) })
  // Not the server's own: one above it in the chain.
  if (found.length === 0 && !socket.authorized)
    found.push({ trouble: known ?? 'tls-untrusted', words: wordsOf(quoted(code)) })
  return found
}

const ofIssuer: ReadonlySet<CertificateTrouble> = new Set([
  'tls-incomplete-chain',
  'tls-unknown-ca',
  'tls-self-signed',
])

/**
 * Whether a certificate that came alone says where its issuer's lies (RFC 5280 4.2.2.1). Public authorities do, and sign by one between:
 * that one is missing. One of a lab's own authority has no such place.
 */
const linksUp = ({ infoAccess }: PeerCertificate): boolean =>
  Object.keys(infoAccess ?? {}).some((way) => way.startsWith('CA Issuers'))

function codeOf(error: unknown): string {
  if (typeof error === 'string') return error
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message
  return String(error)
}
