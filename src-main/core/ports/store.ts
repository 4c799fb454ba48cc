import type { Severity, Words } from '../words'

/** Small named texts that outlive the process: settings, a failover's state. A write is whole or not at all. */
export interface Store {
  read(name: string): Promise<string | undefined>
  write(name: string, text: string): Promise<void>
  /**
   * Adds a line at the end, and resolves when it is on the disk; programs that do it at once take nothing from each other. Absent where a text
   * is not shared.
   */
  append?(name: string, line: string): Promise<void>
  /** When a text was written last, milliseconds since 1970; absent where nobody keeps that. */
  writtenMs?(name: string): Promise<number | undefined>
}

/** Something about the files that a person should know, for as long as it is so. */
export interface StoreTrouble {
  /**
   * The log cannot be written; little room is left; its file was taken away and another one begun; a file of the person's
   * could not be read in full at the start.
   */
  readonly kind: 'failed' | 'space' | 'gone' | 'unread'
  readonly level: Severity
  /** What was seen and what it means. */
  readonly words: Words
  readonly tries: readonly Words[]
}
