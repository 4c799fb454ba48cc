import { finalLine } from '../at/final'
import { Fault } from '../fault'
import type { PppLink } from '../ppp/link'
import type { ModemLine } from './line'
import { noCallHeld, refusedBy } from './words'

/** The call that waits for ATO: with a link where it is ours, without one where an earlier program dialled it. */
export class HeldCall {
  #held: { readonly link: PppLink | undefined } | undefined

  get waits(): boolean {
    return this.#held !== undefined
  }
  keep(link: PppLink | undefined): void {
    this.#held = { link }
  }
  /** The call is over, and so is its link. */
  drop(): void {
    this.#held?.link?.abort()
    this.#held = undefined
  }
  /**
   * ATO: the call goes on, and resolves with its link, which is to be put back on the line. Rejects with `link-down` when
   * no call is held or the modem refuses; `onRefused` comes first then.
   */
  async resume(
    line: ModemLine,
    onRefused: () => void,
    signal?: AbortSignal,
  ): Promise<PppLink | undefined> {
    const held = this.#held
    if (!held) throw new Fault('link-down', noCallHeld)
    const reply = await line.send('ATO', {
      priority: 'user',
      timeoutMs: 10_000,
      ...(signal ? { signal } : {}),
    })
    if (reply.final.kind !== 'connect') {
      onRefused()
      throw new Fault('link-down', refusedBy('ATO', finalLine(reply.final)))
    }
    this.#held = undefined
    return held.link
  }
}
