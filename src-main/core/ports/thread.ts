/** A thread of the program with a memory of its own, as whoever started it sees it. */
export interface Thread {
  /** What is given away by `transfer` is the thread's from then on. */
  post(message: unknown, transfer?: readonly ArrayBufferLike[]): void
  /** Ends it at once, whatever it does. */
  end(): Promise<void>
}

/** What becomes of a thread. */
export interface ThreadListener {
  message(message: unknown): void
  /** It ended by itself; nothing comes from it any more. */
  ended(why: ThreadEnd): void
}

/** `memory`: it needed more than `mib`. */
export type ThreadEnd =
  | { readonly kind: 'memory'; readonly mib: number }
  | { readonly kind: 'error'; readonly error: unknown }

/** Starts the thread; `data` is what it begins with. */
export type StartThread = (data: unknown, listener: ThreadListener) => Thread
