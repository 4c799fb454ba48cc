import { fieldsIn } from '@core/radio/answer'
import type { UsbFamily } from '@core/usb/composition'
import { choice, gives, numberIn } from './usb-parts'

const sim7600: UsbFamily = {
  id: 'sim7600',
  name: 'SIMCom SIM7500, SIM7600',
  source:
    'SIM7500_SIM7600 Series AT Command Manual V2.00 (AT+CUSBPIDSWITCH), public answers of SIM7600, and the ids of option.c in Linux',
  matches: (identity) => /SIM7[56]00|SIMCOM_SIM7[56]/i.test(identity),
  command: 'AT+CUSBPIDSWITCH?',
  read: (lines) => numberIn(fieldsIn(lines, '+CUSBPIDSWITCH:')?.[0]),
  choices: [
    choice('9001', 'QMI', gives.qmi),
    choice('9003', 'MBIM', gives.mbim),
    choice('9011', 'RNDIS', gives.rndis),
    choice('9018', 'ECM', gives.ecm),
  ],
  write: (id) => [`AT+CUSBPIDSWITCH=${id},1,1`],
}
export default sim7600
