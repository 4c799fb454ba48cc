import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { compare } from '@core/compare/difference'
import { LogImport } from '@core/log/import/log-import'
import { stepsOf as steps } from '../../support/compared-runs'

function stepsOf(text: string) {
  const log = new LogImport({ knowledge })
  return steps([...log.push(text), ...log.end()])
}

const found =
  '[    5.1] usb 1-1: New USB device found, idVendor=2c7c, idProduct=0125, bcdDevice= 3.18\n'
const attached = '[    5.2] usb 1-1: GSM modem (1-port) converter now attached to ttyUSB0\n'
const dialled =
  'pppd[9]: Serial connection established.\npppd[9]: Connect: ppp0 <--> /dev/ttyUSB3\n'

// Programs that speak no AT say how far it came; what they say is held against what they say elsewhere, or a modem.
test.each([
  [
    'a modem that left the USB',
    `${found}${attached}`,
    `${found}${attached}[   65.2] usb 1-1: USB disconnect, device number 3\n`,
    'port',
  ],
  [
    'a line of uqmi against another',
    '{ "registration": "registered", "plmn_mcc": 440, "plmn_mnc": 10 }\n',
    '{ "registration": "searching", "roaming": true }\n',
    'registration',
  ],
  [
    'a line of uqmi against AT',
    'AT+CEREG?\n+CEREG: 0,1\n\nOK\n',
    '{ "registration": "searching", "roaming": true }\n',
    'registration',
  ],
  [
    'a password that pppd says was refused',
    `${dialled}pppd[9]: PAP authentication succeeded\npppd[9]: local  IP address 100.64.1.2\n`,
    `${dialled}pppd[9]: PAP authentication failed\npppd[9]: Connection terminated.\n`,
    'authentication',
  ],
  [
    'a link that wvdial says has died',
    `chat[8]: send (ATD*99#^M)\nchat[8]: CONNECT\n${dialled}pppd[9]: local  IP address 100.64.1.2\n`,
    '--> Sending: ATD*99#\nATD*99#\nCONNECT\n--> Carrier detected.  Starting PPP immediately.\n--> pppd: LCP\n--> The PPP daemon has died: A modem hung up the phone (exit code = 16)\n',
    'call ended',
  ],
  [
    'another technology that is looked for',
    'AT+CNMP?\n+CNMP: 38\n\nOK\nAT+CEREG?\n+CEREG: 0,1\n\nOK\n',
    'AT+CNMP?\n+CNMP: 13\n\nOK\nAT+CEREG?\n+CEREG: 0,0\n\nOK\n',
    'AT+CNMP?',
  ],
])('%s', (_name, good, bad, step) => {
  expect(compare(stepsOf(good), stepsOf(bad)).first?.step).toBe(step)
})

test('two programs that say the same do not differ', () => {
  const uqmi = '{ "registration": "registered", "plmn_mcc": 440, "plmn_mnc": 10 }\n'
  const other = '{"registration":"registered","plmn_mcc":262,"plmn_mnc":1}\n'
  expect(compare(stepsOf(uqmi), stepsOf(other)).first).toBeUndefined()
})
