import type { Knowledge } from '@core/at/knowledge'
import type { Token } from '@core/at/token'
import type { VoiceCall } from '@core/voice/call-state'
import type { ModemProfile } from '@core/modem/profile'
import { SlotCard } from '@bench/card/card'
import { SlotCells } from '@bench/cells/cells'
import { SlotContexts } from '@bench/contexts/contexts'
import { SlotEsim, type EsimOptions } from '@bench/esim/esim'
import { SlotFiles } from '@bench/files/files'
import { SlotPhonebook } from '@bench/phonebook/phonebook'
import { SlotPosition, type PositionOptions } from '@bench/position/position'
import { SlotRadio, type RadioOptions } from '@bench/radio/radio'
import { SlotSockets, type SocketsOptions } from '@bench/sockets/sockets'
import { SlotUsb } from '@bench/usb/usb'
import { SlotVoice } from '@bench/voice/voice'
import { SlotUssd } from '@bench/ussd/ussd'

interface Options extends PositionOptions, RadioOptions, SocketsOptions, EsimOptions {
  readonly knowledge: Knowledge
  readonly profiles: readonly ModemProfile[]
  readonly dialled: () => number | null
  /** The voice call is another one now. */
  readonly onCall: (call: VoiceCall | null) => void
}

/** What a modem does besides data, each asked for by a person: its SIM, its contexts, USSD, its phone book, its place, its radio, its sockets, its files. */
export class SlotServices {
  readonly card: SlotCard
  readonly esim: SlotEsim
  readonly cells: SlotCells
  readonly contexts: SlotContexts
  readonly usb: SlotUsb
  readonly ussd: SlotUssd
  readonly voice: SlotVoice
  readonly phonebook: SlotPhonebook
  readonly position: SlotPosition
  readonly sockets: SlotSockets
  readonly radio: SlotRadio
  readonly files: SlotFiles

  constructor(options: Options) {
    this.card = new SlotCard(options)
    this.esim = new SlotEsim(options)
    this.cells = new SlotCells(options)
    this.contexts = new SlotContexts(options)
    this.usb = new SlotUsb(options)
    this.ussd = new SlotUssd(options)
    this.voice = new SlotVoice(options)
    this.phonebook = new SlotPhonebook(options)
    this.position = new SlotPosition(options)
    this.sockets = new SlotSockets(options)
    this.radio = new SlotRadio(options)
    this.files = new SlotFiles(options)
  }

  /** What a modem said. */
  hear(token: Token): void {
    this.ussd.hear(token)
    this.cells.hear(token)
    this.voice.hear(token)
    this.position.hear(token)
    this.sockets.hear(token)
  }
}
