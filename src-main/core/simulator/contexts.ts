import { RadioLimits } from './radio-limits'
import { PowerSaving } from './saving'
import type { Session } from './session'

export interface PdpContext {
  readonly cid: number
  readonly type: string
  readonly apn: string
}

/** +CGAUTH: 0 none, 1 PAP, 2 CHAP, 3 either. */
export interface ContextAuth {
  readonly type: 0 | 1 | 2 | 3
  readonly user: string
  readonly password: string
}

/** What the modem keeps over power cycles. */
export class StoredSettings {
  readonly contexts = new Map<number, PdpContext>()
  readonly auth = new Map<number, ContextAuth>()
  /** The profile of AT&W, by setting name. */
  readonly profile = new Map<string, number>()
  networkMode = 2
  /** Where messages are handed in (AT+CSCA), and <fo>,<vp>,<pid>,<dcs> of text mode (AT+CSMP). */
  serviceCentre = ''
  textParameters: readonly [number, number, number, number] = [17, 167, 0, 0]
  baudRate = 115_200
  /** The USB product id the device comes up with. */
  usbId = 9001
  readonly radio: RadioLimits
  readonly saving = new PowerSaving()
  /** Settings of a maker's own, by name (`usbnet`). */
  readonly named = new Map<string, string>()
  /** What it is on USB from the next start on, where a setting of its own says so, and what it is now. */
  composition: string | undefined
  compositionNow: string | undefined
  constructor(contexts: readonly PdpContext[], lteBands?: readonly number[]) {
    this.radio = new RadioLimits(lteBands)
    for (const context of contexts) this.contexts.set(context.cid, context)
  }
}

/** The contexts with a session now. Empty when power or registration is gone. */
export class ActiveContexts {
  readonly #sessions = new Map<number, Session>()
  readonly #listeners = new Set<(cid: number, session: Session) => void>()
  get(cid: number): Session | undefined {
    return this.#sessions.get(cid)
  }
  get cids(): readonly number[] {
    return [...this.#sessions.keys()].sort((a, b) => a - b)
  }
  /** In the order in which they came up. */
  get inOrder(): readonly number[] {
    return [...this.#sessions.keys()]
  }
  /** Told when a session ends, for whatever reason; the context is inactive by then. */
  onEnd(listener: (cid: number, session: Session) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  add(cid: number, session: Session): void {
    this.#sessions.set(cid, session)
    session.onEnd(() => {
      if (this.#sessions.get(cid) !== session) return
      this.#sessions.delete(cid)
      for (const listener of [...this.#listeners]) listener(cid, session)
    })
  }
  endAll(reason: 'detached' | 'lost'): void {
    for (const session of [...this.#sessions.values()]) session.end(reason)
  }
}
