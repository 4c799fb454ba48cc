import { fieldsIn } from '@core/radio/answer'
import type { UsbFamily } from '@core/usb/composition'
import { choice, gives, numberIn } from './usb-parts'

const quectel: UsbFamily = {
  id: 'quectel',
  name: 'Quectel EC2x, EG2x, EG9x, EM, RM, RG',
  source:
    'Quectel EC2x&EG2x&EG9x&EM05 Series QCFG AT Commands Manual V1.3 ("usbnet"), and public answers of EC25, EG25, RM520N',
  matches: (identity) => /quectel/i.test(identity) && /\b(?:EC|EG|EM|EP|RM|RG)\d/i.test(identity),
  command: 'AT+QCFG="usbnet"',
  read: (lines) => numberIn(fieldsIn(lines, '+QCFG:')?.[1]),
  choices: [
    choice('0', 'QMI (RmNet)', gives.qmi),
    choice('1', 'ECM', gives.ecm),
    choice('2', 'MBIM', gives.mbim),
    choice('3', 'RNDIS', gives.rndis),
  ],
  write: (id) => [`AT+QCFG="usbnet",${id}`, 'AT+CFUN=1,1'],
}
export default quectel
