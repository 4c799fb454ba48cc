import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, value } from '../shared/vocabulary'

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

const number = secret('number', text('number', 'number', '番号'))

export default [
  decoder({
    id: '#QSS',
    title: say('SIM state', 'SIM の状態'),
    spec: 'Telit AT manual',
    group: 'telit',
    parameters: [
      int('mode', 'reports', '通知'),
      int('status', 'SIM', 'SIM', {
        0: say('not inserted', '未挿入'),
        1: say('inserted', '挿入済み'),
        2: say('inserted, PIN unlocked', '挿入済み・PIN 解除'),
        3: say('ready for messages and phone book', 'SMS・電話帳の準備完了'),
      }),
    ],
    urc: [
      int('status', 'SIM', 'SIM', {
        0: say('not inserted', '未挿入'),
        1: say('inserted', '挿入済み'),
        2: say('inserted, PIN unlocked', '挿入済み・PIN 解除'),
        3: say('ready for messages and phone book', 'SMS・電話帳の準備完了'),
      }),
    ],
    isUnsolicited: (row) => row.count === 1,
  }),
  he910.setting('#STIA', 'SIM toolkit', 'SIM ツールキット', [mode]),
  gsm.question('#PCT', 'attempts left for the PIN', 'PIN の残り回数', [
    int('left', 'left', '残り'),
  ]),
  gsm.setting('#SIMPR', 'reports of the SIM', 'SIM の通知', [onOff], { urc: true }),
  gsm.setting('#SIMINCFG', 'pin of the SIM detection', 'SIM 検出ピン', [
    int('pin', 'pin', 'ピン'),
    mode,
  ]),
  gsm.setting('#SNUM', 'own number on the SIM', 'SIM の自局番号', [
    int('index', 'entry', '番号'),
    number,
  ]),
  gsm.setting('#STTA', 'answers of the SIM toolkit', 'SIM ツールキットの端末応答', [mode]),
  gsm.action('#STGI', 'getting a command of the SIM toolkit', 'SIM ツールキットのコマンドの取得', [
    mode,
  ]),
  gsm.action('#STSR', 'giving the answer to the SIM toolkit', 'SIM ツールキットへの応答', [
    mode,
    value,
  ]),
  gsm.news('#STN', 'command of the SIM toolkit', 'SIM ツールキットの通知', [
    int('type', 'kind', '種類'),
  ]),
]
