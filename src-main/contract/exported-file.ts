import type { FileRest } from './logs'

/** A file for the person to keep. `base64` holds octets, `text` UTF-8. */
export interface ExportedFile {
  readonly name: string
  readonly mime: string
  readonly text?: string
  readonly base64?: string
  /** What was masked, by kind and count. */
  readonly masked: { readonly [kind: string]: number }
  /** Set where `text` or `base64` is its first piece alone: those behind it are fetched by `log.piece`. */
  readonly rest?: FileRest
}
