import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { address, data, item, length, mode, onOff, password, value } from '../shared/vocabulary'

const base = family('u-blox AT Commands Manual (UBX-13002752)', 'u-blox')
const r4 = family('u-blox SARA-R4 AT Commands Manual (UBX-17003787)', 'u-blox')
const r5 = family('u-blox SARA-R5 AT Commands Manual (UBX-19047455)', 'u-blox')

const key = secret('password', text('key', 'key', '鍵'))

export default [
  base.setting('+UGAOF', 'AssistNow Offline of the GNSS', 'GNSS の AssistNow Offline', [
    mode,
    value,
  ]),
  base.setting('+UECALLTYPE', 'kind of eCall', 'eCall の種類', [mode]),
  base.setting('+UECALLSTAT', 'reports of an eCall', 'eCall の通知', [onOff]),
  base.action('+UECALLDATA', 'sending the data of an eCall', 'eCall データの送信', [
    mode,
    secret('position', text('msd', 'data', 'データ')),
  ]),
  base.setting('+UECALLVOICE', 'voice of an eCall', 'eCall の音声', [onOff]),
  base.setting('+USIMLCK', 'SIM lock', 'SIM ロック', [mode, password]),
  base.question('+UIPROUTE', 'IP routes', 'IP 経路', [value]),
  base.setting('+UWAPCONF', 'Wi-Fi access point', 'Wi-Fi アクセスポイント', [item, value]),
  base.question('+UWAPCLI', 'clients of the Wi-Fi access point', 'Wi-Fi の接続端末', [address]),
  base.setting('+UWSTACONF', 'Wi-Fi station', 'Wi-Fi ステーション', [item, value]),
  base.setting('+UWAPSTACONF', 'Wi-Fi access point and station', 'Wi-Fi の併用設定', [item, value]),
  base.setting(
    '+CEPPI',
    'power preference told to the network',
    'ネットワークに伝える省電力の希望',
    [mode],
  ),

  r4.setting('+UMNOCONF', 'settings of the operator profile', '事業者プロファイルの設定', [
    item,
    value,
  ]),
  r4.question('+ULWM2MLIST', 'objects of LwM2M', 'LwM2M のオブジェクト', [value]),
  r4.action('+ULWM2MREMOVE', 'deleting a server of LwM2M', 'LwM2M サーバーの削除', [
    int('server', 'server', 'サーバー'),
  ]),

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
