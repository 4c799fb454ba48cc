import type { SeenLine, Words } from '../../words'

/** What a tool found out, explained: shown as it is by the window and the command line. */
export interface ToolAnswer<T extends object = object> {
  /** It is as one would wish. False is a result too: the host answered nothing, the server said 404. */
  readonly ok: boolean
  readonly words: Words
  /** What a console prints, one fact a line. */
  readonly lines: readonly SeenLine[]
  readonly facts: T
}

/** Something a running tool has to say before its answer: one echo, one hop, one second of a download. */
export interface ToolProgress {
  /** Counts up from 1: the echo, the hop, the sample. */
  readonly index: number
  /** ms for echoes and hops, Mbit/s for throughput, octets for sizes; null where nothing came back. */
  readonly value: number | null
  /** What went over the line meanwhile, where that is what is measured. */
  readonly part?: 'idle' | 'down' | 'up' | undefined
  readonly line: SeenLine
}

export type OnProgress = (progress: ToolProgress) => void

/** What every tool may be given. */
export interface ToolOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: OnProgress | undefined
}

/** Milliseconds as people read them: `61.3 ms`, `–` for none. */
export function msText(ms: number | null): string {
  if (ms === null) return '–'
  return ms < 100 ? `${ms.toFixed(1)} ms` : `${ms.toFixed(0)} ms`
}
