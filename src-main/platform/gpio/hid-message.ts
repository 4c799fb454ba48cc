import type { HidDriver, HidInfo } from './hid'

/** What is asked of the HID process. Octets travel as plain numbers, which every kind of channel carries. */
export type HidRequest = { readonly id: number } & (
  | { readonly do: 'list'; readonly driver: HidDriver }
  | { readonly do: 'open'; readonly driver: HidDriver; readonly path: string }
  | { readonly do: 'write'; readonly bytes: readonly number[] }
  | { readonly do: 'read'; readonly timeoutMs: number }
  | { readonly do: 'send'; readonly bytes: readonly number[] }
  | { readonly do: 'get'; readonly report: number; readonly length: number }
  | {
      readonly do: 'when lost'
      readonly releases: readonly {
        readonly do: 'write' | 'send'
        readonly bytes: readonly number[]
      }[]
      readonly withinMs: number
    }
  /** Ends the process without a further word to the device. */
  | { readonly do: 'end' }
)

export type HidReply =
  | {
      readonly id: number
      readonly ok: true
      readonly bytes?: readonly number[]
      readonly list?: readonly HidInfo[]
    }
  | { readonly id: number; readonly ok: false; readonly error: string }
  | { readonly gone: string }

/** A process of its own that speaks HID; a Node child, or a utility process of Electron. */
export interface HidChannel {
  post(request: HidRequest): void
  onReply(listener: (reply: HidReply) => void): void
  onExit(listener: () => void): void
  kill(): void
}
