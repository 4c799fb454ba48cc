import type { HidDevice, HidRelease } from '@platform/gpio/hid'
import { quoted, type SeenLine } from '@core/words'

/** The HID side that simulated chips share: it can be pulled. */
export abstract class HidChip implements HidDevice {
  readonly #gone = new Set<(detail: SeenLine) => void>()
  readonly exchanged: string[] = []
  closed = false
  pulled = false
  async write(report: Uint8Array): Promise<void> {
    this.note('w', report)
    this.onWrite(report)
  }
  async read(_timeoutMs: number): Promise<Uint8Array> {
    this.#mustBeThere()
    const answer = this.onRead()
    if (!answer) throw new Error('no report in time')
    return answer
  }
  async sendFeature(report: Uint8Array): Promise<void> {
    this.note('f', report)
    this.onFeature(report)
  }
  async getFeature(id: number, length: number): Promise<Uint8Array> {
    this.#mustBeThere()
    return this.onGetFeature(id).slice(0, length)
  }
  /** What would be sent if the program died now. */
  kept: readonly HidRelease[] = []
  async whenLost(releases: readonly HidRelease[]): Promise<void> {
    this.kept = releases
  }
  async close(): Promise<void> {
    this.closed = true
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#gone.add(listener)
  }
  pull(): void {
    this.pulled = true
    for (const listener of this.#gone) listener(quoted('could not read from HID device'))
  }
  protected note(kind: string, report: Uint8Array): void {
    this.#mustBeThere()
    this.exchanged.push(
      `${kind} ${Buffer.from(report)
        .toString('hex')
        .replace(/(00)+$/, '')}`,
    )
  }
  protected onWrite(_report: Uint8Array): void {
    throw new Error('stalled')
  }
  protected onRead(): Uint8Array | undefined {
    return undefined
  }
  protected onFeature(_report: Uint8Array): void {
    throw new Error('stalled')
  }
  protected onGetFeature(_id: number): Uint8Array {
    throw new Error('stalled')
  }
  #mustBeThere(): void {
    if (this.pulled) throw new Error('could not write to HID device')
  }
}
