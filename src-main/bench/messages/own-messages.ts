import type { Moment } from '@core/sms/timestamp'
import { sameSubscriber } from '@core/sms/address'
import type { Place, ReportTold, ShortMessage } from '@core/sms/message'
import type { HeardReport } from './message-arrivals'

interface Sent {
  readonly message: ShortMessage
  readonly references: readonly number[]
  readonly wantsReport: boolean
  /** What became of each part, by its reference. */
  readonly reports: ReadonlyMap<number, ReportTold>
  /** Where reports about it lie. */
  readonly places: readonly Place[]
}

const mostKept = 200

/** Messages that no modem keeps: those sent from here, and those that came to the computer alone. Gone with the program. */
export class OwnMessages {
  #sent: readonly Sent[] = []
  #heard: readonly ShortMessage[] = []
  /** Reports that came while later parts of their message were still being sent. */
  #early: readonly HeardReport[] = []
  #last = 0

  get all(): readonly ShortMessage[] {
    return [...this.#heard, ...this.#sent.map(withReport)]
  }
  /** Reports are still awaited. */
  get awaiting(): boolean {
    return this.#sent.some((sent) => withReport(sent).report === 'awaited')
  }
  /** A message begins to go out: what was reported before is not about it. */
  begins(): void {
    this.#early = []
  }
  /** Remembers what went out; its id. */
  sent(
    message: Omit<ShortMessage, 'id'>,
    references: readonly number[],
    wantsReport: boolean,
  ): string {
    const id = `sent:${++this.#last}`
    const kept = { message: { ...message, id }, references, wantsReport }
    this.#sent = [...this.#sent, { ...kept, reports: new Map(), places: [] }].slice(-mostKept)
    for (const report of this.#early) this.take(report)
    return id
  }
  heard(message: ShortMessage): void {
    const id = `heard:${++this.#last}`
    this.#heard = [...this.#heard, { ...message, id }].slice(-mostKept)
  }
  /** Whether the report is about a message of ours; the newest with that reference, since they come again after 256. */
  take({ reference, number, told }: HeardReport, place?: Place): boolean {
    const about = [...this.#sent]
      .reverse()
      .find(
        ({ references, wantsReport, message }) =>
          wantsReport && references.includes(reference) && sameSubscriber(message.number, number),
      )
    if (!about) {
      this.#early = [...this.#early, { reference, number, told }].slice(-mostKept)
      return false
    }
    this.#sent = this.#sent.map((sent) =>
      sent === about
        ? {
            ...sent,
            reports: new Map(sent.reports).set(reference, told),
            places: place ? [...sent.places, place] : sent.places,
          }
        : sent,
    )
    return true
  }
  find(id: string): ShortMessage | undefined {
    return this.all.find((message) => message.id === id)
  }
  forget(id: string): void {
    this.#sent = this.#sent.filter(({ message }) => message.id !== id)
    this.#heard = this.#heard.filter((message) => message.id !== id)
  }
  clear(): void {
    this.#sent = []
    this.#heard = []
  }
  seen(id: string): void {
    this.#heard = this.#heard.map((one) => (one.id === id ? { ...one, unread: false } : one))
  }
}

/** A message is delivered when all its parts are, and has failed with the first that has. */
function withReport({ message, references, wantsReport, reports }: Sent): ShortMessage {
  if (!wantsReport) return message
  const told = references.flatMap((reference) => reports.get(reference) ?? [])
  const failed = told.find(({ state }) => state === 'failed')
  const trying = told.find(({ state }) => state === 'trying')
  const whole = told.length === references.length ? latest(told) : undefined
  return { ...message, report: failed ?? trying ?? whole ?? 'awaited' }
}

const atMsOf = (moment: Moment | undefined) => moment?.atMs ?? 0
const latest = (told: readonly ReportTold[]) =>
  told.reduce((one, other) => (atMsOf(other.at) > atMsOf(one.at) ? other : one))
