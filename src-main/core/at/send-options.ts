export type Priority = 'user' | 'wizard' | 'poll'

/** How to send a command; what is absent comes from the table in timeouts.ts. */
export interface SendOptions {
  /** Who asks; `user` goes first, `poll` last, once and never stacked. Default `wizard`. */
  readonly priority?: Priority
  /** From the write to the final result. */
  readonly timeoutMs?: number
  /** Aborting rejects at once with `at-cancelled`; the modem's answer is still waited for and thrown away. */
  readonly signal?: AbortSignal
  /**
   * Sent as it is when the prompt has come. After `> ` of an SMS command it must end with 1A and hold no other 1A or 1B;
   * after any other prompt its length was announced in the command and any octet is allowed.
   */
  readonly payload?: Uint8Array
  /** Somebody is there to be asked: a prompt stays open until the payload is given. Otherwise it is left (`at-prompt`). */
  readonly attended?: true
  /** What the modem prompts with: `> `, `@`, `DOWNLOAD`, `CONNECT`. Default `> `. */
  readonly prompt?: string
  /** The answer has a header that starts so; its last number says how many octets follow. Common headers are known. */
  readonly counted?: string
  /** OK comes first, the true result in a later line that starts with `prefix`. Other commands may go out meanwhile. */
  readonly secondPhase?: { readonly prefix: string; readonly timeoutMs: number }
  /** Wait for the true result that the catalogue says comes after the OK; without it the reply comes all the same. */
  readonly awaitSecond?: true
  /** Whole lines that end this command too: `SEND OK`, `SHUT OK`. Those with FAIL or ERROR are failures. */
  readonly extraFinals?: readonly string[]
  /** Raw terminal: write now, although another command is outstanding. */
  readonly force?: boolean
  /** The command's parameters must not be shown. */
  readonly secret?: boolean
  /** Polls with the same key are one; default is the command itself. */
  readonly coalesce?: string
}
