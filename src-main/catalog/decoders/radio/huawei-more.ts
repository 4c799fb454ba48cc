import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { mode, value, version } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Huawei ME909s/MU709 AT Command Interface Specification',
  'huawei',
)

export default [
  question('^DHCPV6', 'IPv6 address of the connection', '接続の IPv6 アドレス', [
    secret('address', text('address', 'address', 'アドレス')),
  ]),
  question('^APPVER', 'version of the application', 'アプリのバージョン', [version]),
  question('^IPV6CAP', 'support of IPv6', 'IPv6 の対応', [
    int('cap', 'IP', 'IP', table('1 IPv4|IPv4', '2 IPv6|IPv6', '7 both|両方')),
  ]),
  setting('^STSF', 'SIM toolkit', 'SIM ツールキット', [mode]),
  action('^DATALOCK', 'opening the locked settings', '設定ロックの解除', [
    secret('pin', text('code', 'code', 'コード')),
  ]),
  question('^LCACELL', 'carrier aggregation', 'キャリアアグリゲーション', [value]),
  setting('^SCICHG', 'SIM slots', 'SIM スロット', [
    int('sci0', 'first', '1 番目'),
    int('sci1', 'second', '2 番目'),
  ]),
  setting('^USSDMODE', 'form of USSD answers', 'USSD 応答の形式', [mode]),
  setting('^PORTSEL', 'port of unsolicited lines', '通知のポート', [mode]),
  setting('^PSTANDBY', 'standby', 'スタンバイ', [mode]),
  setting('^ANTMODE', 'antennas', 'アンテナ', [mode]),
]
