import type { Binding } from '@platform/serial/binding'
import type { SttyOutcome } from '@platform/serial/stty'

/** What a driver may refuse, each by its own call to the kernel. */
export const refusable = [
  'dtr',
  'rts',
  'brk',
  'reading',
  'hupcl',
  'flow control',
  'speed',
  'framing',
] as const
export type Refusable = (typeof refusable)[number]

const enotty = (what: string) => new Error(`Error: Inappropriate ioctl for device, cannot ${what}`)

/** node-serialport's handle on a driver that refuses some of what is asked, in the words of the real ones. */
export class Driver implements Binding {
  readonly fd = 99
  closed = false
  readonly sent: string[] = []
  readonly #refuses: ReadonlySet<Refusable>
  #speed: number
  #ended: (error: Error) => void = () => undefined
  constructor(refuses: readonly Refusable[], speed = 115_200) {
    this.#refuses = new Set(refuses)
    this.#speed = speed
  }
  read(): Promise<{ bytesRead: number }> {
    return new Promise((_resolve, reject) => (this.#ended = reject))
  }
  async write(bytes: Buffer): Promise<void> {
    this.sent.push(bytes.toString('latin1'))
  }
  async update({ baudRate }: { baudRate: number }): Promise<void> {
    if (!this.#refuses.has('speed')) this.#speed = baudRate
  }
  async set({ dtr, rts }: { brk: boolean; dtr: boolean; rts: boolean }): Promise<void> {
    // TIOCCBRK goes first, as in node-serialport.
    if (this.#refuses.has('brk')) throw enotty('set')
    if (this.#refuses.has('dtr') && !dtr) throw enotty('set')
    if (this.#refuses.has('rts') && !rts) throw enotty('set')
  }
  async get(): Promise<{ cts: boolean; dsr: boolean; dcd: boolean }> {
    if (this.#refuses.has('reading')) throw enotty('get')
    return { cts: true, dsr: true, dcd: false }
  }
  async getBaudRate(): Promise<{ baudRate: number }> {
    return { baudRate: this.#refuses.has('speed') ? 9600 : this.#speed }
  }
  async flush(): Promise<void> {}
  async close(): Promise<void> {
    this.closed = true
    this.#ended(new Error('Port is not open'))
  }
  /** stty on this driver: it compares what it asked for with what it finds. */
  readonly stty = async (
    _descriptor: number,
    settings: readonly string[],
  ): Promise<SttyOutcome> => {
    const refused =
      (this.#refuses.has('hupcl') && settings.some((one) => one.endsWith('hupcl'))) ||
      (this.#refuses.has('flow control') && settings.some((one) => one.endsWith('crtscts')))
    const framed = this.#refuses.has('framing') && settings.some((one) => /^cs\d$/.test(one))
    return refused || framed ? 'refused' : 'done'
  }
}
