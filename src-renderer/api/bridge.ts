import type { AnyEvent, Reply, Transport } from '@contract'

/** What the preload script of the desktop window offers. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  onEvent(listener: (event: AnyEvent) => void): () => void
}

declare global {
  interface Window {
    readonly modemBench?: Bridge
  }
}

/** The desktop window's way to its host; undefined in a browser. */
export function bridgeTransport(): Transport | undefined {
  return window.modemBench
}
