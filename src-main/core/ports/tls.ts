import type { ByteStream } from './stream'

/** What a person may ask of a secure connection. */
export interface TlsWishes {
  /** The name that is asked for and that the certificate must bear, in the place of the host's. */
  readonly serverName?: string | undefined
  /** Certificates in PEM that are believed besides the well-known authorities. */
  readonly ca?: string | undefined
  /** Go on with a certificate that nobody vouches for; what is wrong with it is told all the same. */
  readonly insecure?: boolean | undefined
  /** Protocols of the application, the best first (RFC 7301). */
  readonly alpn?: readonly string[] | undefined
}

export interface TlsOptions extends TlsWishes {
  /** The name or address that was asked for. */
  readonly host: string
  readonly signal?: AbortSignal | undefined
  /** For the handshake. */
  readonly timeoutMs: number
}

/** One certificate of a chain, in the words of its issuer. */
export interface CertificateFacts {
  readonly subject: string
  readonly issuer: string
  /** The names it is for: host names, and addresses as they are. */
  readonly names: readonly string[]
  /** Unix time in ms. */
  readonly validFromMs: number
  readonly validToMs: number
  /** SHA-256, in pairs of hex digits with colons. */
  readonly fingerprint: string
}

/** What is wrong with a certificate, as the fault that says it. */
export type CertificateTrouble =
  | 'tls-expired'
  | 'tls-not-yet-valid'
  | 'tls-clock'
  | 'tls-wrong-name'
  | 'tls-self-signed'
  | 'tls-unknown-ca'
  | 'tls-incomplete-chain'
  | 'tls-untrusted'

export interface TlsFacts {
  /** `TLSv1.3`, `TLSv1.2`. */
  readonly protocol: string
  readonly cipher: string
  /** What both agreed on; null where nothing was. */
  readonly alpn: string | null
  readonly serverName: string
  /** From the first octet of the handshake to its end. */
  readonly handshakeMs: number
  /** Null: it is trusted. */
  readonly trouble: CertificateTrouble | null
  /** What else is wrong. */
  readonly also: readonly CertificateTrouble[]
  /** From the server's own up to the last that is known. */
  readonly chain: readonly CertificateFacts[]
}

export interface TlsStream extends ByteStream {
  readonly facts: TlsFacts
}

/**
 * Makes a stream a secure one (RFC 8446, RFC 5246) as its client. Rejects with a fault that begins with `tls-`; one for a certificate comes
 * before anything was sent over the secure stream. The carrier is cut when it rejects.
 */
export type OpenTls = (carrier: ByteStream, options: TlsOptions) => Promise<TlsStream>
