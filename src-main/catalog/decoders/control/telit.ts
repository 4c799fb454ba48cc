import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { data, item, mode, onOff, state, value } from '../shared/vocabulary'

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

const i2c = [
  int('sda', 'SDA', 'SDA'),
  int('scl', 'SCL', 'SCL'),
  text('address', 'device', 'デバイス'),
  text('register', 'register', 'レジスター'),
  int('length', 'octets', 'オクテット数'),
]

export default [
  he910.setting('#V24CFG', 'use of the serial lines', 'シリアル制御線の用途', [
    int('pin', 'line', '線'),
    mode,
  ]),
  he910.setting('#V24', 'level of the serial lines', 'シリアル制御線のレベル', [
    int('pin', 'line', '線'),
    state,
  ]),
  he910.setting('#SELINT', 'command set', 'コマンドセット', [mode]),
  he910.setting('#CCLKMODE', 'local time or UTC', '現地時刻・UTC', [mode]),
  he910.setting('#CFLO', 'flash over the air', 'OTA 更新', [onOff]),
  he910.question('#UPTIME', 'time since the start', '起動からの時間', [value], { set: [mode] }),
  he910.action('#BASE64', 'changing data to or from Base64', 'Base64 変換', [mode], {
    parameters: [data],
  }),
  gsm.setting('#CMEEMODE', 'commands with extended errors', '拡張エラーの対象', [mode]),
  gsm.setting('#CPASMODE', 'form of the activity status', '動作状態の形式', [mode]),
  gsm.setting('#ENAEVMONI', 'monitoring of events', 'イベント監視', [onOff]),
  gsm.setting('#EVMONI', 'event that is monitored', '監視するイベント', [item, onOff, value]),
  gsm.setting('#E2SMSRI', 'ring line at an SMS', 'SMS 着信時の RI', [int('ms', 'ms', 'ミリ秒')]),
  gsm.setting('#E2SLRI', 'ring line at a socket connection', 'ソケット接続時の RI', [
    int('ms', 'ms', 'ミリ秒'),
  ]),
  gsm.setting('#ATDELAY', 'pause before the next command', '次のコマンドまでの待ち時間', [
    int('delay', '0.1 s', '0.1 秒'),
  ]),
  gsm.action('#SLEDSAV', 'saving the network LED', 'ネットワーク LED の設定の保存'),
  gsm.action('#I2CWR', 'writing to I2C', 'I2C への書き込み', i2c),
  gsm.action('#I2CRD', 'reading from I2C', 'I2C からの読み出し', i2c),
]
