import { ok, wrong } from '../answer'
import type { Behaviour } from '../behaviour'
import { numberSetting } from './setting'

const charsets = ['IRA', 'GSM', 'UCS2']
const store = (name: string) => `"${name}",0,50`

/** The least of SMS and character sets: stores are empty, sending is not there (27.005; 27.007, 5.5). */
export const messages: Behaviour = [
  numberSetting('+CMGF', 1),
  {
    name: '+CPMS',
    test: () => ok('+CPMS: ("ME","SM"),("ME","SM"),("ME","SM")'),
    read: () => ok(`+CPMS: ${store('SM')},${store('SM')},${store('SM')}`),
    set: ({ values }) =>
      values.every((value) => ['ME', 'SM'].includes(value.text))
        ? ok('+CPMS: 0,50,0,50,0,50')
        : wrong,
  },
  {
    name: '+CSCS',
    test: () => ok(`+CSCS: (${charsets.map((name) => `"${name}"`).join(',')})`),
    read: () => ok('+CSCS: "IRA"'),
    set: ({ values }) => (values[0]?.text === 'IRA' ? {} : wrong),
  },
  {
    name: '+CNMI',
    test: () => ok('+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)'),
    read: () => ok('+CNMI: 0,0,0,0,0'),
    set: () => ok(),
  },
]
