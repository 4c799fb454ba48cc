import type { Severity, Words } from '../words'

/** Small named texts that outlive the process: settings, a failover's state. A write is whole or not at all. */
export interface Store {
  read(name: string): Promise<string | undefined>
  write(name: string, text: string): Promise<void>
}

/** Something that keeps the log from being safe on the disk, for as long as it is so. */
export interface StoreTrouble {
  /** Cannot be written; little room is left; the file was taken away and another one begun. */
  readonly kind: 'failed' | 'space' | 'gone'
  readonly level: Severity
  /** What was seen and what it means. */
  readonly words: Words
  readonly tries: readonly Words[]
}
