import { ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'
import { MOST_TLS, type TlsContext } from '../web-service'

type Numbers = 'version' | 'check' | 'ignoreTime' | 'negotiateS' | 'sni'
type Texts = 'ca' | 'certificate' | 'key'
const numbers: { readonly [name: string]: readonly [Numbers, low: number, high: number] } = {
  sslversion: ['version', 0, 4],
  authmode: ['check', 0, 3],
  ignorelocaltime: ['ignoreTime', 0, 1],
  negotiatetime: ['negotiateS', 10, 300],
  enablesni: ['sni', 0, 1],
}
const texts: { readonly [name: string]: Texts } = {
  cacert: 'ca',
  clientcert: 'certificate',
  clientkey: 'key',
}

const rowOf = (context: TlsContext, index: number): string =>
  `+CSSLCFG: ${index},${context.version},${context.check},${context.ignoreTime},${context.negotiateS},"${context.ca}","${context.certificate}","${context.key}",${context.sni}`

/** `AT+CSSLCFG="<item>",<context>,<value>`. */
function set({ modem, values }: Asked): Outcome {
  const item = values[0]?.text.toLowerCase() ?? ''
  const context = modem.web.tls[numberIn(values[1], 0, MOST_TLS - 1) ?? -1]
  if (!context) return wrong
  const [field, low, high] = numbers[item] ?? []
  const text = texts[item]
  if (field !== undefined) {
    const value = numberIn(values[2], low ?? 0, high ?? 0)
    if (value === undefined) return wrong
    context[field] = value
    return ok()
  }
  if (text === undefined || !values[2]) return wrong
  context[text] = values[2].text
  return ok()
}

/** TLS settings (SIMCom A76XX AT manual, AT+CSSLCFG). */
export const tls: Behaviour = [
  {
    name: '+CSSLCFG',
    test: () => ok(),
    read: ({ modem }) => ok(...modem.web.tls.map(rowOf)),
    set,
  },
]
