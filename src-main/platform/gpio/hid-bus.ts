import type { HidBus, HidDevice, HidInfo } from './hid'
import type { HidChannel, HidReply, HidRequest } from './hid-message'
import { quoted, seenIn, type SeenLine } from '@core/words'
import { processEnded } from './words'

type Wish = HidRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never
type Answer = Extract<HidReply, { ok: true }>

/** HID devices, each behind a process of its own. */
export function hidBus(start: () => HidChannel): HidBus {
  return {
    async list(driver): Promise<readonly HidInfo[]> {
      const process = new HidProcess(start())
      try {
        return (await process.ask({ do: 'list', driver })).list ?? []
      } finally {
        process.kill()
      }
    },
    async open(path, driver): Promise<HidDevice> {
      const process = new HidProcess(start())
      try {
        await process.ask({ do: 'open', path, driver })
      } catch (error) {
        process.kill()
        throw error
      }
      return deviceOf(process)
    },
  }
}

function deviceOf(process: HidProcess): HidDevice {
  const bytesOf = ({ bytes = [] }: Answer) => Uint8Array.from(bytes)
  return {
    write: async (report) => void (await process.ask({ do: 'write', bytes: [...report] })),
    read: async (timeoutMs) => bytesOf(await process.ask({ do: 'read', timeoutMs })),
    sendFeature: async (report) => void (await process.ask({ do: 'send', bytes: [...report] })),
    getFeature: async (report, length) => bytesOf(await process.ask({ do: 'get', report, length })),
    whenLost: async (releases, withinMs) =>
      void (await process.ask({
        do: 'when lost',
        releases: releases.map((one) => ({ do: one.do, bytes: [...one.bytes] })),
        withinMs,
      })),
    close: async () => process.kill(),
    onGone: (listener) => process.onGone(listener),
  }
}

class HidProcess {
  readonly #channel: HidChannel
  readonly #asked = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()
  readonly #goneListeners = new Set<(detail: SeenLine) => void>()
  #next = 1
  #over: SeenLine | undefined
  constructor(channel: HidChannel) {
    this.#channel = channel
    channel.onReply((reply) => this.#take(reply))
    channel.onExit(() => this.#gone(processEnded))
  }
  ask(wish: Wish): Promise<Answer> {
    const over = this.#over
    if (over !== undefined) return Promise.reject(new Error(seenIn(over, 'en')))
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject })
      this.#channel.post({ ...wish, id } as HidRequest)
    })
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#goneListeners.add(listener)
  }
  kill(): void {
    this.#over ??= quoted('closed')
    this.#rejectAll()
    this.#channel.kill()
  }
  #take(reply: HidReply): void {
    if ('gone' in reply) return this.#gone(quoted(reply.gone))
    const asked = this.#asked.get(reply.id)
    this.#asked.delete(reply.id)
    if (reply.ok) asked?.resolve(reply)
    else asked?.reject(new Error(reply.error))
  }
  #gone(detail: SeenLine): void {
    if (this.#over !== undefined) return
    this.#over = detail
    this.#rejectAll()
    for (const listener of this.#goneListeners) listener(detail)
  }
  #rejectAll(): void {
    for (const { reject } of this.#asked.values())
      reject(new Error(seenIn(this.#over ?? quoted('closed'), 'en')))
    this.#asked.clear()
  }
}
