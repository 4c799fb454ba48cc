import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { item, mode, onOff, value } from '../shared/vocabulary'

const em05 = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')
const m66 = family('Quectel M66/M95 AT Commands Manual', 'quectel')
const bc66 = family('Quectel BC66/BC95 AT Commands Manual', 'quectel')

export default [
  decoder({
    id: '+QURCCFG',
    title: say('port of unsolicited lines', '通知を出すポート'),
    spec: 'Quectel EC25 manual',
    group: 'quectel',
    forms: ['set', 'test'],
    parameters: [text('item', 'item', '項目'), text('value', 'value', '値')],
  }),
  em05.setting('+QINDCFG', 'unsolicited lines', '通知の設定', [item, onOff]),
  em05.setting('+QCFGEXT', 'further settings of the modem', 'モデムの拡張設定', [item, value]),
  em05.action('+QIIC', 'reading or writing I2C', 'I2C の読み書き', [value]),
  m66.setting('+QEXTUNSOL', 'further unsolicited lines', '追加の通知', [item, onOff]),
  bc66.setting('+QLEDMODE', 'network LED', 'ネットワーク LED', [mode]),
]
