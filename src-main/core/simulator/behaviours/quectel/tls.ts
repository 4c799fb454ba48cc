import { ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import { numberIn } from '../../parameters'
import type { TlsContext } from '../../web-service'

type Numbers = 'version' | 'check' | 'ignoreTime' | 'negotiateS' | 'sni'
const MOST_TLS = 6
const numbers: { readonly [item: string]: readonly [Numbers, low: number, high: number] } = {
  sslversion: ['version', 0, 4],
  seclevel: ['check', 0, 2],
  ignorelocaltime: ['ignoreTime', 0, 1],
  negotiatetime: ['negotiateS', 10, 300],
  sni: ['sni', 0, 1],
}
const texts: { readonly [item: string]: 'ca' | 'certificate' | 'key' } = {
  cacert: 'ca',
  clientcert: 'certificate',
  clientkey: 'key',
}

const valueOf = (context: TlsContext, item: string): string | undefined => {
  const [field] = numbers[item] ?? []
  const text = texts[item]
  if (field !== undefined) return String(context[field])
  return text === undefined ? undefined : `"${context[text]}"`
}

/** `AT+QSSLCFG="<item>",<context>[,<value>]`: without the value it is told. */
function configure({ modem, values }: Asked): Outcome {
  const item = values[0]?.text.toLowerCase() ?? ''
  const index = numberIn(values[1], 0, MOST_TLS - 1) ?? -1
  const context = modem.web.tls[index]
  if (!context || values.length > 3) return wrong
  if (!values[2]) {
    const value = valueOf(context, item)
    return value === undefined ? wrong : ok(`+QSSLCFG: "${item}",${index},${value}`)
  }
  const [field, low, high] = numbers[item] ?? []
  const text = texts[item]
  if (field !== undefined) {
    const value = numberIn(values[2], low ?? 0, high ?? 0)
    if (value === undefined) return wrong
    context[field] = value
    return ok()
  }
  if (text === undefined) return wrong
  // A certificate is a file of the user file system.
  context[text] = values[2].text.replace(/^UFS:/, '')
  return ok()
}

/** TLS settings (Quectel EC2x/EG9x/BG9x SSL Application Note, AT+QSSLCFG). */
export const quectelTls: Behaviour = [{ name: '+QSSLCFG', test: () => ok(), set: configure }]
