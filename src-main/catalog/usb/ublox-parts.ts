import { bare, fieldsIn } from '@core/radio/answer'
import type { UsbChoice, UsbFamily } from '@core/usb/composition'

/** +UUSBCONF: <id>,<network>,<audio>,<product>; a profile goes out as it stands in the answer, `3,"RNDIS"`. */
export const uusbconf = (
  id: string,
  name: string,
  models: RegExp,
  choices: readonly UsbChoice[],
): UsbFamily => ({
  id,
  name,
  source:
    'u-blox AT Commands Manual UBX-13002752 (+UUSBCONF), the answers in ModemManager’s tests, and public answers of TOBY-L2 and SARA-U2',
  matches: (identity) => models.test(identity),
  command: 'AT+UUSBCONF?',
  read(lines) {
    const fields = fieldsIn(lines, '+UUSBCONF:')
    const number = bare(fields?.[0])
    if (!/^\d{1,2}$/.test(number)) return undefined
    return [number, bare(fields?.[1])].filter(Boolean).join(',')
  },
  choices,
  write(to) {
    const [number, network = ''] = to.split(',')
    return [
      `AT+UUSBCONF=${[number, network && `"${network}"`].filter(Boolean).join(',')}`,
      'AT+CFUN=1,1',
    ]
  },
})
