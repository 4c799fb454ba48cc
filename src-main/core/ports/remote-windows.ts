/** A bench that `modem-bench serve` offers, and what lets us in. */
export interface RemoteBench {
  /** `https://pi.local:8470/`: scheme, name and port, nothing behind. */
  readonly url: string
  readonly token: string
  /** SHA-256 of a certificate that no authority knows and a person has compared, as `AB:CD:…`. */
  readonly fingerprint?: string | undefined
  /** Certificates (PEM) to trust besides the well-known authorities. */
  readonly ca?: string | undefined
}

export type RemoteAnswer =
  | { readonly kind: 'opened' }
  /** Nobody vouches for the certificate: nothing was sent, and a person is to compare this with what serve printed. */
  | {
      readonly kind: 'untrusted'
      readonly fingerprint: string
      /** Another one was compared before. */
      readonly changed?: true
    }

/** Windows on benches of other computers, where the program has windows. */
export interface RemoteWindows {
  /** Rejects with `Fault('host-unreachable')` or `Fault('host-refused')`. */
  open(bench: RemoteBench): Promise<RemoteAnswer>
}
