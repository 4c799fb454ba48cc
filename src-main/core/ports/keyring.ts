/** The system's own place for secrets: what it seals, only the same person on the same computer opens. */
export interface Keyring {
  seal(text: string): Promise<string>
  /** Undefined: it was sealed by another keyring, or is damaged. */
  open(sealed: string): Promise<string | undefined>
}
