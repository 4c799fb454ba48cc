import { secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { apn, host, item, mode, name, port, state, url, value } from '../shared/vocabulary'

const { action, news, question, setting } = family('Huawei ME909s FOTA Application Guide', 'huawei')

const password = secret('password', text('password', 'password', 'パスワード'))

export default [
  setting('^FOTAMODE', 'mode of the firmware update', 'ファームウェア更新の方式', [value]),
  setting('^FOTACFG', 'connection of the firmware update', 'ファームウェア更新の接続', [
    apn,
    name,
    password,
  ]),
  setting('^FOTACUR', 'server of the firmware update', 'ファームウェア更新のサーバー', [url]),
  action('^FOTADET', 'asking for a new firmware', '新しいファームウェアの確認'),
  action('^FOTADL', 'loading the firmware', 'ファームウェアの取得', [mode]),
  question('^FOTADLQ', 'progress of the firmware update', 'ファームウェア更新の進み具合', [value]),
  setting('^FOTAP', 'port of the firmware update', 'ファームウェア更新のポート', [host, port]),
  news('^FOTASTATE', 'state of the firmware update', 'ファームウェア更新の状態', [state, item]),
]
