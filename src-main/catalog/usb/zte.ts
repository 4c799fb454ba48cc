import type { UsbFamily } from '@core/usb/composition'
import { choice, gives } from './usb-parts'

/** The letters of other models of theirs mean other things, so that one alone is known. */
const zte: UsbFamily = {
  id: 'zte-me3630',
  name: 'ZTE, ZTEWelink, Gosuncn ME3630',
  source: 'ZTE ME3630 AT Commands Reference Guide (+ZSWITCH), and public uses of L and X on ME3630',
  matches: (identity) => /\bME3630/i.test(identity),
  command: 'AT+ZSWITCH?',
  read: (lines) => /^\+?ZSWITCH: *"?([A-Z0-9])\b/im.exec(lines.join('\n'))?.[1]?.toUpperCase(),
  choices: [choice('L', 'ECM', gives.ecm), choice('X', 'QMI (RmNet)', gives.qmi)],
  write: (id) => [`AT+ZSWITCH=${id}`, 'AT+ZRST'],
}
export default zte
