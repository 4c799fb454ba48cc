import type { Operation } from './operations'

/** An answer of the platform: its body, and how far its clock is ahead of this computer's, where that is known. */
export interface Answered {
  readonly body: string
  /** Ms; the header `Date` has whole seconds, so that it is right to about half a second and half the time the answer took. */
  readonly aheadMs: number | null
}

/** A way to ask the platform as one account. */
export interface Way {
  /** Who is signed in, for a person. Rejects where the account is refused. */
  signIn(): Promise<string>
  ask(operation: Operation): Promise<Answered>
}
