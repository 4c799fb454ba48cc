import { fieldsIn } from '@core/radio/answer'
import type { UsbChoice, UsbFamily } from '@core/usb/composition'
import { numberIn } from './usb-parts'

/** +GTUSBMODE: some leave the bus at once, all with AT+CFUN=15. */
export const gtusbmode = (
  id: string,
  name: string,
  models: RegExp,
  source: string,
  choices: readonly UsbChoice[],
): UsbFamily => ({
  id,
  name,
  source,
  matches: (identity) => /fibocom/i.test(identity) && models.test(identity),
  command: 'AT+GTUSBMODE?',
  read: (lines) => numberIn(fieldsIn(lines, '+GTUSBMODE:')?.[0]),
  choices,
  write: (to) => [`AT+GTUSBMODE=${to}`, 'AT+CFUN=15'],
})
