import type { Final, Wording } from './answer'
import type { ChannelSettings } from './settings'

/** Takes the octets of the host while a call is in data mode. */
export interface DataSink {
  fromHost(bytes: Uint8Array): void
}

/** One place where AT commands are read and answered, as the parts of a modem see it. */
export interface AtPlace {
  readonly label: string
  settings: ChannelSettings
  readonly inDataMode: boolean
  wording(): Wording
  /** Octets of a call, as they are. */
  sendData(bytes: Uint8Array): void
  /** From here the host's octets go to the call. */
  enterData(sink: DataSink): void
  /** Back to commands, saying why. */
  leaveData(lines: readonly string[], final?: Final): void
  /** An unsolicited line. It waits for the end of data mode and of a line that is being typed. */
  unsolicited(line: string): void
  /** DTR fell: a call that is being set up is given up, and so is a text that is being entered. */
  drop(): void
}
