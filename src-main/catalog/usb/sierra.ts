import type { UsbFamily } from '@core/usb/composition'
import { choice, gives } from './usb-parts'

const sierra: UsbFamily = {
  id: 'sierra',
  name: 'Sierra Wireless EM73xx, EM74xx, MC73xx, MC74xx',
  source:
    'AirPrime EM74xx/MC74xx AT Command Reference (!USBCOMP, !ENTERCND), and public answers of MC7455',
  matches: (identity) =>
    /sierra wireless/i.test(identity) && /\b(?:EM|MC)7[34]\d\d/i.test(identity),
  command: 'AT!USBCOMP?',
  read: (lines) =>
    /bitmask: *0*([0-9A-F]{1,8})\b/i.exec(lines.join('\n'))?.[1]?.toUpperCase() ?? undefined,
  choices: [
    choice('10D', 'QMI', gives.qmi),
    choice('100D', 'MBIM', gives.mbim),
    choice('1000', 'MBIM only', gives.noAt, false),
  ],
  // The password for maintenance is the same for all of them, and in the manual.
  write: (id) => ['AT!ENTERCND="A710"', `AT!USBCOMP=1,1,${id.padStart(8, '0')}`, 'AT!RESET'],
}
export default sierra
