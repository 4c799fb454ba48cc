import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import type { FactValue, Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Words } from '@core/words'
import { factRows } from '../shared/fact-rows'
import { addressesIn, ipText, isAddress } from '../shared/ip-text'
import { display, sentences } from '../shared/join'

export default decoder({
  id: '+CGPADDR',
  title: say('addresses of the contexts', '割り当てアドレス'),
  spec: '3GPP TS 27.007, 10.1.14',
  group: 'packet',
  forms: ['set', 'action', 'read', 'test'],
  list: 'contexts',
  asks: true,
  parameters: [
    int('cid', 'context', 'cid'),
    secret('address', text('pdp_addr', 'address', 'アドレス')),
    secret('address', text('pdp_addr_2', 'second address', '第 2 アドレス')),
  ],
  set: [int('cid', 'context', 'cid')],
  derive: bothAddresses,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const contexts = factRows(facts['contexts'])
    if (contexts.length === 0)
      return {
        words: say('No context has an address.', 'アドレスを持つ cid はありません。'),
        severity: 'notice',
      }
    const some = contexts.some(hasAddress)
    return { words: sentences(...contexts.map(addressWords)), severity: some ? 'fine' : 'notice' }
  },
  explainCommand: (facts, command) =>
    command.form === 'set'
      ? {
          words: say(
            `Asks: address of context ${display(facts['cid'])}.`,
            `cid ${display(facts['cid'])} のアドレスを問い合わせます。`,
          ),
        }
      : undefined,
})

/** A few modems write both addresses into one pair of quotes: `"10.1.2.3,2001:db8::1"`. */
function bothAddresses(facts: Facts): Facts {
  const [first, second] = addressesIn(factText(facts['pdp_addr'] ?? ''))
  if (second !== undefined && facts['pdp_addr_2'] === undefined)
    return { ...facts, pdp_addr: first ?? null, pdp_addr_2: second }
  const shown = { ...facts }
  for (const name of ['pdp_addr', 'pdp_addr_2']) {
    const address = facts[name]
    if (typeof address === 'string') shown[name] = ipText(address)
  }
  return shown
}

function hasAddress({ pdp_addr: first, pdp_addr_2: second }: Facts): boolean {
  return isAddress(first) || isAddress(second)
}

const kindOf = (address: FactValue | undefined) =>
  display(address).includes(':') ? 'IPv6' : 'IPv4'

function addressWords(context: Facts): Words {
  const cid = display(context['cid'])
  const kinds = [context['pdp_addr'], context['pdp_addr_2']].filter(isAddress).map(kindOf)
  if (kinds.length > 0)
    return say(
      `context ${cid} has an ${kinds.join(' and an ')} address`,
      `cid ${cid}：${kinds.join(' と ')} アドレス割り当て済み`,
    )
  return say(`context ${cid} has no address`, `cid ${cid}：アドレスなし`)
}
