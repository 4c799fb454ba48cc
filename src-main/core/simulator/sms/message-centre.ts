import { sameSubscriber } from '../../sms/address'
import type { PhoneNumber } from '../../sms/address'

/** A message on its way: the TPDU that the receiver gets. */
export interface Delivery {
  readonly serviceCentre: PhoneNumber
  readonly tpdu: Uint8Array
  readonly kind: 'deliver' | 'report'
}

/** A subscriber of the network. `accept` is false while it cannot be reached or has no room. */
export interface Subscriber {
  readonly number: PhoneNumber | undefined
  accept(delivery: Delivery): boolean
}

const MOST_WAITING = 100

/** The network's short message service centre: keeps what cannot be delivered yet. */
export class MessageCentre {
  readonly #subscribers = new Set<Subscriber>()
  readonly #waiting = new Map<Subscriber, Delivery[]>()
  /** Returns the way to leave. */
  join(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber)
    return () => {
      this.#subscribers.delete(subscriber)
      this.#waiting.delete(subscriber)
    }
  }
  subscriber(number: PhoneNumber): Subscriber | undefined {
    return [...this.#subscribers].find(
      (one) => one.number !== undefined && sameSubscriber(one.number, number),
    )
  }
  /** Delivers now, or when the subscriber asks again. */
  send(to: Subscriber, delivery: Delivery): void {
    const queue = this.#waiting.get(to) ?? []
    this.#waiting.set(to, [...queue, delivery].slice(-MOST_WAITING))
    this.retry(to)
  }
  /** The subscriber can be reached again, or has room again. */
  retry(to: Subscriber): void {
    const queue = this.#waiting.get(to) ?? []
    this.#waiting.delete(to)
    let blocked = false
    const left = queue.filter((delivery) => {
      blocked ||= !to.accept(delivery)
      return blocked
    })
    if (left.length > 0) this.#waiting.set(to, left)
  }
}
