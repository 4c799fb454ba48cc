import type { AnyEvent, Reply, Transport } from '@contract'

/** What the preload script of the desktop window offers. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  onEvents(listener: (events: readonly AnyEvent[]) => void): () => void
}

declare global {
  interface Window {
    readonly modemBench?: Bridge
  }
}

/**
 * Vue's reactive objects cannot be cloned on their way out of the page, so a call travels as the plain JSON that the web
 * host gets too.
 */
const plain = (input: unknown): unknown =>
  input === undefined ? undefined : JSON.parse(JSON.stringify(input))

/** One more window on the same bench: the main process opens it. Undefined in a browser, whose person opens a tab. */
export const anotherWindow: (() => void) | undefined =
  window.modemBench && (() => void window.open(`${location.origin}${location.pathname}`))

/** The desktop window's way to its host; undefined in a browser. */
export function bridgeTransport(): Transport | undefined {
  const bridge = window.modemBench
  if (bridge === undefined) return undefined
  return {
    call: (name, input) => bridge.call(name, plain(input)),
    onEvent: (listener) => bridge.onEvents((events) => events.forEach(listener)),
  }
}
