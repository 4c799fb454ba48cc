import { z } from 'zod'
import type { UsbState } from '@contract'
import { usbFamilies } from '@catalog/usb'
import { finalLine } from '@core/at/final'
import type { AtReply } from '@core/at/reply'
import { Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Store } from '@core/ports/store'
import { imeiIn, modemKey } from '@core/radio/modem-key'
import type { UsbFamily } from '@core/usb/composition'
import { quoted, type Words } from '@core/words'
import { InTurn } from '@bench/in-turn'
import { KeptRows } from '@bench/settings/kept-rows'
import { ModemFamily } from '@bench/slot/modem-family'
import { noUsbCommand, noUsbChoice, usbSwitched } from './words'

interface Options {
  readonly session: () => ModemSession
  /** Where what it was is kept. */
  readonly records: Store
  readonly note: (text: Words) => void
}

const file = 'usb-undo.json'
const was = z.looseObject({ modem: z.string(), before: z.string() })

/** What a slot's modem is on USB: read, changed, and changed back, also after the change has given it other ports. */
export class SlotUsb {
  readonly #o: Options
  readonly #family: ModemFamily<UsbFamily>
  readonly #turn = new InTurn()
  readonly #rows: KeptRows<z.infer<typeof was>>

  constructor(options: Options) {
    const { records: store, note: tell } = options
    this.#o = options
    this.#rows = new KeptRows({ store, file, row: was, tell })
    this.#family = new ModemFamily({ session: options.session, families: usbFamilies })
  }

  read(signal?: AbortSignal): Promise<UsbState> {
    return this.#turn.run(() => this.#read(signal))
  }
  write(to: string, signal?: AbortSignal): Promise<void> {
    return this.#turn.run(async () => {
      const family = await this.#found(signal)
      const choice = family.choices.find(({ id }) => id === to)
      if (!choice) throw new Fault('usb-no-such', noUsbChoice(family.choices.map(({ id }) => id)))
      if (!choice.at) throw new Fault('usb-no-at', choice.gives)
      const { now, answer } = await this.#read(signal)
      if (now === null) throw new Fault('usb-unread', quoted(answer.join(' ')))
      if (now === to) throw new Fault('usb-same')
      this.#mustBeIdle()
      // It is on the disk before the first command goes out: behind it the modem has other ports.
      const modem = await this.#key(signal)
      await this.#keep(modem, now)
      await this.#switch(family, to)
    })
  }
  undo(signal?: AbortSignal): Promise<void> {
    return this.#turn.run(async () => {
      const family = await this.#found(signal)
      const modem = await this.#key(signal)
      const before = (await this.#rows.all()).find((one) => one.modem === modem)?.before
      if (before === undefined) throw new Fault('usb-no-undo')
      this.#mustBeIdle()
      const { now } = await this.#read(signal)
      if (now !== before) await this.#switch(family, before)
      await this.#forget(modem)
    })
  }

  async #read(signal?: AbortSignal): Promise<UsbState> {
    const family = await this.#found(signal)
    const { command, choices, name, source } = family
    const reply = await this.#send(command, signal)
    if (!reply.ok) throw new Fault('usb-refused', quoted(`${command}: ${finalLine(reply.final)}`))
    const modem = await this.#key(signal).catch(() => undefined)
    const before = (await this.#rows.all()).find((one) => one.modem === modem)?.before ?? null
    const now = family.read(reply.lines) ?? null
    const answer = reply.lines
    return { family: name, source, command, answer, now, choices, before }
  }
  async #found(signal?: AbortSignal): Promise<UsbFamily> {
    const family = await this.#family.find(signal)
    if (!family) throw new Fault('usb-unknown', noUsbCommand(this.#family.model))
    return family
  }
  /** The last command restarts it: the port may go before its OK. */
  async #switch(family: UsbFamily, to: string): Promise<void> {
    const commands = family.write(to)
    for (const [at, command] of commands.entries()) {
      const last = at === commands.length - 1
      const reply = await this.#send(command).catch((error: unknown) => {
        if (last) return undefined
        throw error
      })
      if (reply && !reply.ok)
        throw new Fault('usb-refused', quoted(`${command}: ${finalLine(reply.final)}`))
    }
    const name = family.choices.find(({ id }) => id === to)?.name ?? to
    this.#o.note(usbSwitched(name))
  }
  #mustBeIdle(): void {
    const session = this.#o.session()
    if (session.upLink !== undefined || session.callHeld || session.mode === 'data')
      throw new Fault('usb-in-use')
  }
  async #key(signal?: AbortSignal): Promise<string> {
    const reply = await this.#send('AT+CGSN', signal)
    const imei = reply.ok ? imeiIn(reply.lines) : undefined
    if (imei === undefined)
      throw new Fault('radio-no-identity', quoted(`AT+CGSN: ${finalLine(reply.final)}`))
    return modemKey(imei)
  }

  /** The oldest of several changes is what it was. */
  #keep(modem: string, before: string): Promise<void> {
    return this.#rows.change((all) =>
      all.some((one) => one.modem === modem) ? all : [...all, { modem, before }],
    )
  }
  #forget(modem: string): Promise<void> {
    return this.#rows.change((all) => all.filter((one) => one.modem !== modem))
  }
  #send(command: string, signal?: AbortSignal): Promise<AtReply> {
    return this.#o.session().ask(command, { priority: 'user', ...(signal ? { signal } : {}) })
  }
}
