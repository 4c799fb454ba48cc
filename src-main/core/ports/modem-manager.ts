import type { SeenLine } from '../words'

/** What ModemManager has to do with the modem of a port. */
export interface MmState {
  readonly path: string
  /** It drives the modem now; null when it did not say. */
  readonly managed: boolean | null
  /** Why that is not known. */
  readonly said?: SeenLine
  /** We keep it off the modem now. */
  readonly taken: boolean
  /** Its name for the device. */
  readonly device?: string
  /** The udev rule that keeps it off for good, and where it goes. */
  readonly rule: string
  readonly ruleFile: string
  /** What does the same in a terminal, for as long as it runs. */
  readonly command: string
}

/** ModemManager, as far as the console has to get along with it. On other systems nothing is managed. */
export interface ModemManagerAccess {
  look(path: string): Promise<MmState>
  /** Rejects with `Fault`: mm-not-managed, mm-unknown, mm-tools, mm-refused. */
  take(path: string): Promise<MmState>
  /** Gives a modem back that was taken; of another one nothing is asked, since a daemon that hangs would hold its caller up. */
  release(path: string): Promise<void>
  releaseAll(): Promise<void>
}
