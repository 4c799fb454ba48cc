import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff } from '../shared/vocabulary'

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

const timeout = int('timeout', '0.1 s', '0.1 秒')
const number = secret('number', text('number', 'number', '番号'))

export default [
  he910.setting('#SMSATRUN', 'commands by SMS', 'SMS によるコマンド実行', [onOff]),
  he910.setting('#SMSATRUNCFG', 'commands by SMS', 'SMS によるコマンドの設定', [
    int('instance', 'instance', '番号'),
    onOff,
    timeout,
  ]),
  gsm.setting('#MWI', 'reports of waiting messages', 'メッセージ待ちの通知', [onOff], {
    urc: true,
  }),
  gsm.action('#SMSMOVE', 'copying an SMS to the other memory', 'SMS の移動', [
    int('index', 'message', '番号'),
  ]),
  gsm.setting('#SMSMODE', 'checks when an SMS is sent', 'SMS 送信時の検査', [mode]),
  gsm.setting('#SMSATWL', 'numbers that may send commands by SMS', 'SMS 遠隔操作の許可番号', [
    mode,
    int('index', 'entry', '番号'),
    mode,
    number,
  ]),
]
