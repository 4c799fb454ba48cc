import { int } from '@core/at/parameter'
import { family } from '../shared/family'
import { value } from '../shared/vocabulary'

const { action, setting } = family('3GPP TS 27.005', 'sms')

export default [
  action('+CSAS', 'saving the settings of messages', 'SMS 設定の保存', [
    int('profile', 'profile', 'プロファイル'),
  ]),
  action('+CRES', 'loading the settings of messages', 'SMS 設定の読み込み', [
    int('profile', 'profile', 'プロファイル'),
  ]),
  setting('+CMGC', 'SMS command', 'SMS コマンド', [value]),
]
