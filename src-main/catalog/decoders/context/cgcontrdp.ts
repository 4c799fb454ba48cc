import { decoder } from '@core/at/decoder'
import type { FactValue, Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { addressesIn, ipText } from '../shared/ip-text'

const dns = ['dns_primary_address', 'dns_secondary_address']

export default decoder({
  id: '+CGCONTRDP',
  title: say('what the network granted a context', 'ネットワークから割り当てられた設定'),
  spec: '3GPP TS 27.007, 10.1.23',
  group: 'packet',
  forms: ['action', 'set', 'test'],
  asks: true,
  parameters: [
    int('cid', 'context', 'cid'),
    int('bearer_id', 'bearer', 'ベアラ'),
    text('apn', 'APN', 'APN'),
    secret('address', text('local_address', 'address', 'アドレス')),
    secret('address', text('local_address_2', 'second address', '第 2 アドレス')),
    secret('address', text('subnet', 'mask', 'マスク')),
    secret('address', text('gateway_address', 'gateway', 'ゲートウェイ')),
    text('dns_primary_address', 'DNS', 'DNS'),
    text('dns_secondary_address', 'second DNS', '第 2 DNS'),
    int('ipv4_mtu', 'MTU', 'MTU'),
  ],
  set: [int('cid', 'context', 'cid')],
  row,
})

function row(line: Row): Facts {
  const facts: Record<string, FactValue | undefined> = {
    cid: line.int(0, 'cid'),
    bearer_id: line.int(1, 'bearer_id'),
    apn: line.text(2),
  }
  const local = line.text(3)
  line.mark(3, 'address')
  const [first, second] = /[,:]/.test(local ?? '') ? addressesIn(local ?? '') : []
  // The address of the other kind is no mask.
  const both =
    first !== undefined && second !== undefined && first.includes(':') !== second.includes(':')
  if (both) facts['local_address_2'] = second
  const joined = both ? { address: first } : splitMask(local)
  // Before Release 9 the mask had a field of its own.
  const own = joined.subnet === undefined && isMask(line.text(4))
  const after = own ? 5 : 4
  facts['local_address'] = ipText(joined.address)
  facts['subnet'] = ipText(own ? line.text(4) : (joined.subnet ?? null))
  facts['gateway_address'] = ipText(line.text(after))
  line.mark(4, 'address')
  if (own) line.mark(5, 'address')
  dns.forEach((name, i) => {
    facts[name] = ipText(line.text(after + 1 + i))
  })
  // Behind two proxies of IMS, its flag and that of local access.
  const mtu = after + 7
  if (line.count > mtu) facts['ipv4_mtu'] = line.int(mtu, 'ipv4_mtu')
  return facts
}

interface Address {
  readonly address: string | null | undefined
  readonly subnet?: string
}

/** Address and mask as one string: 4 + 4 or 16 + 16 numbers with dots, or parted by a space or a slash. */
function splitMask(text: string | null | undefined): Address {
  if (typeof text !== 'string' || text.length > 200) return { address: text }
  const parted = /^(\S+?)\s*[ /]\s*(\S+)$/.exec(text)
  if (parted?.[1] !== undefined && parted[2] !== undefined)
    return { address: parted[1], subnet: parted[2] }
  const numbers = text.split('.')
  const half = numbers.length / 2
  if (half !== 4 && half !== 16) return { address: text }
  return { address: numbers.slice(0, half).join('.'), subnet: numbers.slice(half).join('.') }
}

/** Ones, then zeros; an address that looks so does not exist. */
function isMask(text: string | null | undefined): boolean {
  const bytes = /^\d{1,3}(\.\d{1,3}){3}$/.test(text ?? '')
    ? (text ?? '').split('.').map(Number)
    : []
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return /^1{8}1*0*$/.test(bits) && bits.length === 32
}
