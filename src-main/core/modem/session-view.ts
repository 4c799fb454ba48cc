import type { OpenPrompt, Token } from '../at/engine'
import type { BytePort, PortEnd } from '../ports/byte-port'
import type { LinkEvent } from '../ppp/link'
import type { ModemLine } from './line'
import type { AtWay } from './at-way'
import type { Mode } from './mode'
import type { WayBack, WayBackStep } from './way-back'

/** What a session tells whoever shows or records it. */
export type SessionEvent =
  | { readonly kind: 'mode'; readonly mode: Mode; readonly way: AtWay }
  | { readonly kind: 'token'; readonly token: Token }
  /** The modem waits for text, or does no more (null). */
  | { readonly kind: 'prompt'; readonly prompt: OpenPrompt | null }
  | { readonly kind: 'link'; readonly event: LinkEvent }
  /** The IPv6 side of the link that is up learnt something: an address, name servers. */
  | { readonly kind: 'ipv6' }
  | { readonly kind: 'way back'; readonly step: WayBackStep }
  /** A way back has ended; null: it was cancelled. */
  | { readonly kind: 'way back over'; readonly result: WayBack['result'] | null }
  /** The second AT port has ended; the session goes on. */
  | { readonly kind: 'second end'; readonly end: PortEnd }
  /** The modem was found at another speed than the port had; the port has that speed now. */
  | { readonly kind: 'speed'; readonly baudRate: number }
  | { readonly kind: 'end'; readonly end: PortEnd }

/** How the parts of a session tell what happens. */
export type Emit = (event: SessionEvent) => void

/** What the parts of a session see of the whole; always as it is now. */
export interface SessionView {
  readonly port: BytePort
  readonly baudRate: number
  readonly mode: Mode
  /** The line that takes AT commands now. */
  readonly at: ModemLine
  /** The line a call is dialled on; another one once the multiplexer is closed. */
  readonly dataLine: ModemLine
  /** The second AT port of the modem, where one was taken. */
  readonly second: ModemLine | undefined
  readonly cmuxOn: boolean
  /** A call that waits for ATO. */
  readonly callHeld: boolean
  /** On a way back: a link that ends now is ended by us. */
  readonly leaving: boolean
  readonly open: boolean
}
