import type { Cancel } from '../../ports/clock'
import type { AtPlace } from '../at-place'
import type { ModemBase } from '../modem-base'
import type { PhoneNumber } from '../../sms/address'
import { deliveredLines } from './message-lines'
import type { Delivery, Subscriber } from './message-centre'
import { MessageStore } from './message-store'
import type { Memory } from './message-store'
import { messagesOf } from '../../sms/body'
import { classOf } from '../../sms/coding'
import { timestampOf } from '../../sms/timestamp'
import { HAS_HEADER, readTpdu, reportOctets, tpduOctets, WANTS_REPORT } from '../../sms/tpdu'
import type { Tpdu } from '../../sms/tpdu'

/** <mode>,<mt>,<bm>,<ds>,<bfr> of AT+CNMI (27.005, 3.4.1). */
export type Indications = readonly [number, number, number, number, number]

/** As a SIM7600 starts: told where a message was put. */
const startIndications: Indications = [2, 1, 0, 0, 0]
/** TP-MMS: no more messages wait. */
const NO_MORE = 0x04
const STATUS_REPORT = 0x02
/** The network needs this long to take a message, and to bring one. */
const DELIVERY_MS = 800
const JAPAN_QUARTERS = 36
const MOST_KEPT_LINES = 20

/** Short messages of one modem: memories, settings, sending and receiving. */
export class Messages implements Subscriber {
  readonly store = new MessageStore()
  readonly #modem: ModemBase
  readonly #channels: () => readonly AtPlace[]
  readonly #flying = new Set<Cancel>()
  #leave: () => void
  #reference = 0
  #kept: ((channel: AtPlace) => string)[] = []
  memories: readonly [Memory, Memory, Memory] = ['SM', 'SM', 'SM']
  indications = startIndications
  /** +CSMS: 0 phase 2, 1 phase 2+ with acknowledgements. */
  service = 0
  /** Direct messages that wait for AT+CNMA. */
  unacknowledged = 0
  constructor(modem: ModemBase, channels: () => readonly AtPlace[]) {
    this.#modem = modem
    this.#channels = channels
    this.#leave = modem.network.messageCentre.join(this)
  }
  get number(): PhoneNumber | undefined {
    return this.#modem.card.data?.number
  }
  /** Power is gone: settings start anew, memories stay. */
  stopped(): void {
    this.memories = ['SM', 'SM', 'SM']
    this.indications = startIndications
    this.service = 0
    this.unacknowledged = 0
    this.#kept = []
  }
  dispose(): void {
    this.#leave()
    for (const cancel of this.#flying) cancel()
  }
  /** There is coverage, or room: what waits in the network comes now. */
  ask(): void {
    this.#modem.network.messageCentre.retry(this)
  }
  /** <mode> of +CNMI has changed: kept indications are told, or dropped as <bfr> says. */
  flush(): void {
    const kept = this.#kept.splice(0)
    if (this.indications[4] === 1) return
    for (const line of kept) this.#say(line)
  }

  /** Hands a submit to the network; the message reference. Delivery follows by itself. */
  send(submit: Tpdu, serviceCentre: PhoneNumber): number {
    const reference = this.#nextReference()
    const { network } = this.#modem
    const to = network.messageCentre.subscriber(submit.number)
    const from = this.number ?? '+0'
    this.#later(() => {
      if (to)
        network.messageCentre.send(to, {
          kind: 'deliver',
          serviceCentre,
          tpdu: this.#deliver(submit, from),
        })
      if (submit.firstOctet & WANTS_REPORT)
        network.messageCentre.send(this, {
          kind: 'report',
          serviceCentre,
          tpdu: this.#report(submit, reference),
        })
    })
    return reference
  }
  /** A text from outside arrives, in as many messages as it needs. */
  receive(from: PhoneNumber, text: string, serviceCentre: PhoneNumber): void {
    const reference = this.#nextReference()
    for (const { firstOctet, ...body } of messagesOf(text, reference)) {
      const tpdu = tpduOctets({
        kind: 'deliver',
        firstOctet: NO_MORE | firstOctet,
        reference: 0,
        number: from,
        protocol: 0,
        validity: new Uint8Array(0),
        timestamp: this.#now(),
        ...body,
      })
      this.#modem.network.messageCentre.send(this, { kind: 'deliver', serviceCentre, tpdu })
    }
  }

  accept(delivery: Delivery): boolean {
    const { radio, power, card } = this.#modem
    if (power.state !== 'on' || card.state !== 'ready' || radio.state.kind !== 'registered')
      return false
    return delivery.kind === 'report' ? this.#takeReport(delivery) : this.#takeMessage(delivery)
  }
  #takeMessage({ serviceCentre, tpdu }: Delivery): boolean {
    const [, mt] = this.indications
    const message = { status: 0, serviceCentre, tpdu } as const
    const dataCoding = readTpdu(tpdu)?.dataCoding ?? 0
    // Class 2 belongs on the card; class 3 goes to the host with <mt> 3 (27.005, 3.4.1).
    const messageClass = classOf(dataCoding)
    const direct = (mt === 2 && messageClass !== 2) || (mt === 3 && messageClass === 3)
    if (direct) {
      if (this.service === 1) this.unacknowledged++
      this.#tell((channel) => deliveredLines('+CMT', message, channel))
      return true
    }
    const memory = this.memories[2]
    const index = this.store.add(memory, message)
    if (index === undefined) return false
    if (mt > 0) this.#tell(() => `+CMTI: "${memory}",${index}`)
    return true
  }
  #takeReport({ serviceCentre, tpdu }: Delivery): boolean {
    const [, , , ds] = this.indications
    const message = { status: 0, serviceCentre, tpdu } as const
    if (ds === 1) {
      if (this.service === 1) this.unacknowledged++
      this.#tell((channel) => deliveredLines('+CDS', message, channel))
    } else if (ds === 2) {
      const index = this.store.add('SR', message)
      if (index === undefined) return false
      this.#tell(() => `+CDSI: "SR",${index}`)
    }
    return true
  }
  #tell(line: (channel: AtPlace) => string): void {
    if (this.indications[0] === 0) this.#kept = [...this.#kept, line].slice(-MOST_KEPT_LINES)
    else this.#say(line)
  }
  #say(line: (channel: AtPlace) => string): void {
    for (const channel of this.#channels()) channel.unsolicited(line(channel))
  }
  #deliver(submit: Tpdu, from: PhoneNumber): Uint8Array {
    return tpduOctets({
      ...submit,
      kind: 'deliver',
      firstOctet: NO_MORE | (submit.firstOctet & HAS_HEADER),
      number: from,
      timestamp: this.#now(),
    })
  }
  /** SMS-STATUS-REPORT: received by the other side (23.040, 9.2.2.3). */
  #report(submit: Tpdu, reference: number): Uint8Array {
    const now = this.#now()
    return reportOctets({
      firstOctet: NO_MORE | STATUS_REPORT,
      reference,
      number: submit.number,
      timestamp: now,
      discharge: now,
      status: 0,
    })
  }
  #nextReference(): number {
    this.#reference = (this.#reference + 1) % 256
    return this.#reference
  }
  #now(): Uint8Array {
    return timestampOf(this.#modem.clock.nowMs(), JAPAN_QUARTERS)
  }
  #later(run: () => void): void {
    const cancel = this.#modem.pace.schedule(DELIVERY_MS, () => {
      this.#flying.delete(cancel)
      run()
    })
    this.#flying.add(cancel)
  }
}
