import { int, say } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, state } from '../shared/vocabulary'

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')
const me910 = family('Telit ME910C1 AT Commands Reference Guide (80529ST10815A)', 'telit')

export default [
  he910.setting('#ENHRST', 'restart by time', '定期再起動', [mode, int('delay_min', 'min', '分')]),
  he910.action('#FASTSYSHALT', 'stopping the modem quickly', 'モデムの高速停止'),
  he910.action('#SYSHALT', 'stopping the modem', 'モデムの停止'),
  he910.question('#ADC', 'voltage at an ADC', 'ADC の電圧', [int('voltage_mv', 'mV', 'mV')], {
    set: [int('adc', 'ADC', 'ADC'), mode],
    explain({ voltage_mv: mv }, asked) {
      if (asked.form === 'test' || typeof mv !== 'number') return undefined
      return { words: say(`Voltage at an ADC: ${mv} mV.`, `ADC の電圧：${mv} mV`) }
    },
  }),
  he910.setting('#CPUMODE', 'speed of the processor', 'CPU の速度', [mode]),
  he910.setting('#WKIO', 'wake-up inputs', '復帰入力', [mode]),
  gsm.setting('#PSMRI', 'ring line in power saving', '省電力中の RI', [int('ms', 'ms', 'ミリ秒')]),
  gsm.setting('#WAKE', 'wake-up by alarm', 'アラームからの復帰', [mode]),
  gsm.setting('#ALARMPIN', 'pin of the alarm', 'アラームのピン', [int('pin', 'pin', 'ピン')]),
  gsm.question('#RTCSTAT', 'state of the clock', '時計の状態', [state], { set: [mode] }),
  gsm.setting('#VAUX', 'auxiliary voltage', '補助電源', [int('n', 'output', '出力'), state]),
  gsm.action('#VAUXSAV', 'saving the auxiliary voltage', '補助電源の保存'),
  gsm.question('#QTEMP', 'temperature warning', '温度警告', [state]),
  me910.setting('#PSMURC', 'reports of power saving', '省電力の通知', [onOff], { urc: true }),
]
