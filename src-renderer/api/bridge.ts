import type { AnyEvent, Reply, Transport } from '@contract'

/** What the preload script of the desktop window offers. What travels is JSON. */
export interface Bridge {
  call(name: string, input: string | undefined): Promise<string>
  onEvents(listener: (events: string) => void): () => void
}

declare global {
  interface Window {
    readonly modemBench?: Bridge
  }
}

/** One more window on the same bench: the main process opens it. Undefined in a browser, whose person opens a tab. */
export const anotherWindow: (() => void) | undefined =
  window.modemBench && (() => void window.open(`${location.origin}${location.pathname}`))

/** The desktop window's way to its host; undefined in a browser. */
export function bridgeTransport(): Transport | undefined {
  const bridge = window.modemBench
  if (bridge === undefined) return undefined
  return {
    async call(name, input) {
      return JSON.parse(await bridge.call(name, JSON.stringify(input))) as Reply<unknown>
    },
    onEvent: (listener) =>
      bridge.onEvents((events) => (JSON.parse(events) as readonly AnyEvent[]).forEach(listener)),
  }
}
