import { fieldsIn } from '@core/radio/answer'
import type { UsbFamily } from '@core/usb/composition'
import { choice, gives, numberIn } from './usb-parts'

/** AT+CREBOOT brings it in force. */
const sim7070: UsbFamily = {
  id: 'sim7070',
  name: 'SIMCom SIM7070, SIM7080, SIM7090',
  source:
    'SIM7070, SIM7080 and SIM7090: AT+CUSBSELNV=1 and =86 with the descriptors of 9205 and 9206, as they came into option.c of Linux',
  matches: (identity) => /SIM70[789]0/i.test(identity),
  command: 'AT+CUSBSELNV?',
  read: (lines) => numberIn(fieldsIn(lines, '+CUSBSELNV:')?.[0]),
  choices: [choice('1', 'ECM (9205)', gives.ecm), choice('86', 'serial (9206)', gives.ports)],
  write: (id) => [`AT+CUSBSELNV=${id}`, 'AT+CREBOOT'],
}
export default sim7070
