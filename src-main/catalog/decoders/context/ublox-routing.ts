import { family } from '../shared/family'
import { address, item, onOff, value } from '../shared/vocabulary'

const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')
const base = family('u-blox AT Commands Manual (UBX-13002752)', 'u-blox')

export default [
  toby.question(
    '+UIFCONF',
    'settings of the network interfaces',
    'ネットワークインターフェース',
    [value],
    {
      set: [value],
    },
  ),
  toby.setting('+UPORTFWD', 'forwarding of ports', 'ポートフォワーディング', [item, value]),
  toby.setting('+UDMZ', 'host of the DMZ', 'DMZ ホスト', [onOff, address]),
  base.question('+UIPROUTE', 'IP routes', 'IP 経路', [value]),
  base.setting('+UWAPCONF', 'Wi-Fi access point', 'Wi-Fi アクセスポイント', [item, value]),
  base.question('+UWAPCLI', 'clients of the Wi-Fi access point', 'Wi-Fi の接続端末', [address]),
  base.setting('+UWSTACONF', 'Wi-Fi station', 'Wi-Fi ステーション', [item, value]),
  base.setting('+UWAPSTACONF', 'Wi-Fi access point and station', 'Wi-Fi の併用設定', [item, value]),
]
