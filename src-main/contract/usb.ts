import { z } from 'zod'
import type { UsbChoice } from '@core/usb/composition'
import { call } from './call'
import { slotName } from './schema'

/** What a modem is on USB, and what it can be. */
export interface UsbState {
  readonly family: string
  readonly source: string
  /** The command it was read with. */
  readonly command: string
  readonly answer: readonly string[]
  /** The id of a choice, or one that is none of them; null: the answer is not of a known shape, and nothing is written. */
  readonly now: string | null
  readonly choices: readonly UsbChoice[]
  /** What it was before the last change from here, as long as it is not taken back. */
  readonly before: string | null
}

const ofSlot = z.object({ slot: slotName })
const id = z.string().regex(/^[0-9A-F]{1,8}$/, 'must be the id of a composition')

export const usbCalls = {
  /** What the modem is on USB; changes nothing. */
  'usb.read': call<UsbState>()(ofSlot),
  /**
   * Makes it something else: it leaves the bus and comes back, maybe under other names. What it was is kept for `usb.undo`. Refused
   * where no AT port would remain.
   */
  'usb.write': call<null>()(ofSlot.extend({ to: id })),
  /** Makes it what it was before the last `usb.write`, also of an earlier run and on another port. */
  'usb.undo': call<null>()(ofSlot),
} as const
