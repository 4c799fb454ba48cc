import { fieldsIn } from '@core/radio/answer'
import type { UsbChoice, UsbFamily } from '@core/usb/composition'
import { numberIn } from './usb-parts'

/** What a number of #USBCFG means differs from one family of Telit’s to the next; AT#REBOOT brings it in force. */
export const usbcfg = (
  id: string,
  name: string,
  models: RegExp,
  source: string,
  choices: readonly UsbChoice[],
): UsbFamily => ({
  id,
  name,
  source,
  // Telit’s ATI is a number: CGMM names the model.
  matches: (identity) => /telit/i.test(identity) && models.test(identity),
  command: 'AT#USBCFG?',
  read: (lines) => numberIn(fieldsIn(lines, '#USBCFG:')?.[0]),
  choices,
  write: (to) => [`AT#USBCFG=${to}`, 'AT#REBOOT'],
})
