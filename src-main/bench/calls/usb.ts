import type { Handlers } from '@contract'
import type { usbCalls } from '@contract/usb'
import type { Slots } from '@bench/slot/slot'

/** What of the bench is needed here. */
export interface UsbParts {
  readonly slots: Slots
}

/** The calls for what a modem is on USB. */
export function usbHandlersOf({ slots }: UsbParts): Pick<Handlers, keyof typeof usbCalls> {
  return {
    'usb.read': async ({ slot }) => slots[slot].serve(({ usb }, signal) => usb.read(signal)),
    'usb.write': async ({ slot, to }) => {
      await slots[slot].serve(({ usb }, signal) => usb.write(to, signal))
      return null
    },
    'usb.undo': async ({ slot }) => {
      await slots[slot].serve(({ usb }, signal) => usb.undo(signal))
      return null
    },
  }
}
