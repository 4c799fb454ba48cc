import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { data, length, mode, onOff, value, version } from '../shared/vocabulary'

const me909 = family('Huawei ME909s/MU709 AT Command Interface Specification', 'huawei')
const me906 = family('Huawei ME909s/MU709/ME906 AT Command Interface Specification', 'huawei')

const nv = int('item', 'NV item', 'NV 項目')

export default [
  me909.question('^APPVER', 'version of the application', 'アプリのバージョン', [version]),
  me909.action('^DATALOCK', 'opening the locked settings', '設定ロックの解除', [
    secret('pin', text('code', 'code', 'コード')),
  ]),
  me909.setting('^USSDMODE', 'form of USSD answers', 'USSD 応答の形式', [mode]),
  me909.setting('^PORTSEL', 'port of unsolicited lines', '通知のポート', [mode]),
  me909.setting('^PSTANDBY', 'standby', 'スタンバイ', [mode]),
  me909.question('^HVER', 'hardware version', 'ハードウェアのバージョン', [version]),
  me906.question('^FHVER', 'firmware and hardware', 'ファームウェアとハードウェアのバージョン', [
    version,
  ]),
  me906.setting('^SFM', 'factory mode', '工場モード', [onOff]),
  me906.action('^NVRD', 'reading an NV item', 'NV 項目の読み出し', [nv], {
    parameters: [length, data],
  }),
  me906.action('^NVWR', 'writing an NV item', 'NV 項目の書き込み', [nv, length, data]),
  me906.action('^NVBACKUP', 'saving the NV items', 'NV 項目の保存'),
  me906.action('^NVRESTORE', 'getting the NV items back', 'NV 項目の復元'),
  me906.setting('^THERM', 'temperature protection', '温度保護', [value]),
  me906.setting('^THERMFUN', 'temperature protection on or off', '温度保護の有無', [onOff]),
]
