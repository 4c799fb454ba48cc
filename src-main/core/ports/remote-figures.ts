export type FiguresAnswer =
  /** As it came: what a bench of another version tells is looked at by who reads it. */
  | { readonly kind: 'figures'; readonly figures: unknown }
  /** Nobody vouches for the certificate: the token was not sent. */
  | { readonly kind: 'untrusted' }

/** The figures of a bench elsewhere. */
export interface RemoteFigures {
  /** Rejects with `Fault('host-unreachable')` or `Fault('host-refused')`. */
  ask(): Promise<FiguresAnswer>
  /** Closes the connection. */
  end(): void
}
