import type { FrameOption } from '../cmux/frame'
import type { Calls } from './calls'
import type { ModemBase } from './modem-base'
import type { MuxOffer } from './mux-offer'
import type { OwnStack } from './own-stack'
import type { Script } from './replay/script'
import type { SignalReports } from './signal-reports'
import type { Messages } from './sms/messages'
import type { Telephone } from './telephone'

/** What the inside of a simulated modem offers to behaviours and channels. */
export interface ModemParts extends ModemBase {
  readonly messages: Messages
  readonly calls: Calls
  readonly telephone: Telephone
  /** TCP/IP inside the modem. */
  readonly stack: OwnStack
  readonly signalReports: SignalReports
  /** The main port is in multiplexer mode. */
  readonly muxed: boolean
  startMux(option?: FrameOption): void
  /** Which multiplexers AT+CMUX takes; undefined: as the persona has it. */
  readonly muxOffer: MuxOffer | undefined
  /** Channels are agreed to before anybody is behind them. */
  readonly muxLate: boolean
  /** AT+CMUX is answered with OK, and no frame behind it is heard. */
  readonly muxSilent: boolean
  /** A recording that answers in place of the behaviours. */
  readonly script: Script | undefined
}
