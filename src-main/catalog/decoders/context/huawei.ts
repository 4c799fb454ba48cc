import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { state } from '../shared/vocabulary'

const me909 = family('Huawei ME909s/MU709 AT Command Interface Specification', 'huawei')
const me906 = family('Huawei ME909s/MU709/ME906 AT Command Interface Specification', 'huawei')

export default [
  me909.question('^DHCPV6', 'IPv6 address of the connection', '接続の IPv6 アドレス', [
    secret('address', text('address', 'address', 'アドレス')),
  ]),
  me909.question('^IPV6CAP', 'support of IPv6', 'IPv6 の対応', [
    int('cap', 'IP', 'IP', table('1 IPv4|IPv4', '2 IPv6|IPv6', '7 both|両方')),
  ]),
  me906.news(
    '^NDISEND',
    'network card of the computer is disconnected',
    'PC のネットワークカードの切断',
    [state],
  ),
]
