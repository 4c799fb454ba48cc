import { secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { data, item, length, mode, state, value, version } from '../shared/vocabulary'

const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')
const r5 = family('u-blox SARA-R5 AT Commands Manual (UBX-19047455)', 'u-blox')

const key = secret('password', text('key', 'key', '鍵'))

export default [
  toby.action('+USECOFF', 'switching the security services off', 'セキュリティサービスの停止'),
  toby.question('+USECDEVINFO', 'state of the security services', 'セキュリティサービスの状態', [
    state,
  ]),
  toby.action('+USECE2EDATAENC', 'preparing data end to end', 'エンドツーエンドの暗号化', [length]),
  toby.question(
    '+USECFWVER',
    'version of the security firmware',
    'セキュリティファームウェアの版',
    [version],
  ),
  r5.setting('+USECMODE', 'kind of certificate', '証明書の方式', [mode]),
  r5.question('+USECDEVCERT', 'certificate of the device', '機器の証明書', [data], { set: [mode] }),
  r5.action('+USECC2C', 'preparing the link between the chips', 'チップ間通信の保護', [mode, key]),
  r5.action('+USECCONN', 'connecting the security services', 'セキュリティサービスへの接続'),
  r5.question('+USECOPCMD', 'security commands', 'セキュリティコマンド', [value], { set: [item] }),
  r5.action('+USECDATAENC', 'preparing encrypted data', 'データの暗号化', [length]),
  r5.action('+USECDATADEC', 'reading encrypted data', 'データの復号', [length]),
  r5.action(
    '+USECE2EDATADEC',
    'reading data that was encrypted end to end',
    'エンドツーエンドの復号',
    [length],
  ),
  r5.question('+USECPSK', 'pre-shared key', '事前共有鍵', [key], { set: [length] }),
]
