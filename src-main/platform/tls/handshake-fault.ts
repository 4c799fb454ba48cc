import { Fault, type FaultCode } from '@core/fault'
import { quoted } from '@core/words'

/** What OpenSSL and BoringSSL call the ways a handshake fails, without the prefixes that differ between their versions. */
const reasons: readonly (readonly [RegExp, FaultCode])[] = [
  [
    /WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|RECORD_TOO|BAD_RECORD_TYPE|UNKNOWN_PROTOCOL|UNEXPECTED_RECORD/i,
    'tls-not-tls',
  ],
  [/CERTIFICATE_REQUIRED|NO_CERTIFICATE|BAD_CERTIFICATE/i, 'tls-client-certificate'],
  [
    /ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|NO_SHARED_CIPHER|INSUFFICIENT_SECURITY|DH_KEY_TOO_SMALL|WRONG_SSL_VERSION/i,
    'tls-version',
  ],
  [/ALERT/i, 'tls-refused'],
]

/** Why a handshake failed, from the error that Node tells. What broke below it (a reset, the end of the link) is told as it is. */
export function handshakeFault(error: unknown, broke: unknown, where: string): Fault {
  if (broke instanceof Fault) return broke
  const { code, message } = textOf(error)
  const found = reasons.find(([pattern]) => pattern.test(code) || pattern.test(message))
  // OpenSSL's text is "…:SSL routines:function:reason:file:line:".
  const reason = /:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1] ?? message
  const detail = `${where}: ${reason.trim()}${code ? ` (${code})` : ''}`
  return new Fault(found?.[1] ?? 'tls-broken', quoted(detail), { cause: error })
}

function textOf(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) }
  return { code: 'code' in error ? String(error.code) : '', message: error.message }
}
