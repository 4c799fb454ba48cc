import { decoder, type Note } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { sentences } from '../shared/join'
import { fotaNote } from '../shared/quectel-fota'

const rdy = decoder({
  id: 'RDY',
  // SIM767X modems say QCRDY.
  pattern: /^(?:QC)?RDY$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'Quectel and SIM7000 manuals',
  group: 'power',
  explain: () => ({
    words: say(
      'The modem has just started: earlier settings of the session are gone.',
      'モデムが起動しました。それまでの一時的な設定は失われています。',
    ),
    severity: 'notice',
  }),
})

const startDecoder = decoder({
  id: 'START',
  pattern: /^START$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'SIM5320 AT manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The modem has just started: earlier settings of the session are gone.',
      'モデムが起動しました。それまでの一時的な設定は失われています。',
    ),
    severity: 'notice',
  }),
})

const crashed = decoder({
  id: '^EXIT',
  pattern: /^\^?EXIT: (?:File|exception)\b/,
  title: say('breakdown of the firmware', 'ファームウェアの異常終了'),
  spec: 'Sequans Monarch firmware (LR5 to LR8)',
  group: 'power',
  explain: () => ({
    words: say(
      'The firmware of the modem broke down and starts again: what was asked is lost. Look at the supply while it sends, then update the firmware or reset it to the factory settings.',
      'モデムのファームウェアが異常終了し、再起動します。実行中のコマンドは失われます。送信時の電源電圧を確認し、ファームウェアの更新または工場出荷状態へのリセットを試してください。',
    ),
    severity: 'failure',
  }),
})

const sequansStart = decoder({
  id: '+SYSSTART',
  pattern: /^\+SYSSTART$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'Sequans Monarch 2 GM02S AT Commands Reference Manual, +SYSSTART',
  group: 'power',
  explain: () => ({
    words: say(
      'The modem has just started: earlier settings of the session are gone.',
      'モデムが起動しました。それまでの一時的な設定は失われています。',
    ),
    severity: 'notice',
  }),
})

const atready = decoder({
  id: '*ATREADY',
  prefixes: ['*ATREADY', '+ATREADY'],
  title: say('start of the AT part', 'AT 機能の起動'),
  spec: 'A76XX manual',
  group: 'power',
  forms: [],
  parameters: [int('value', 'value', '値')],
  urc: true,
  row: (row) => ({ event: '*ATREADY', value: row.int(0, 'value') }),
  explain: () => ({
    words: say(
      'The modem has just started and takes AT commands.',
      'モデムが起動し、AT コマンドを受け付けます。',
    ),
    severity: 'notice',
  }),
})

const readyPrompt = decoder({
  id: 'Ready',
  pattern: /^Ready$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'Nordic Serial Modem',
  group: 'power',
  explain: () => ({
    words: say(
      'The firmware has just started and takes AT commands.',
      'ファームウェアが起動し、AT コマンドを受け付けます。',
    ),
    severity: 'notice',
  }),
})

const pbDone = decoder({
  id: 'PB DONE',
  pattern: /^PB DONE$/,
  title: say('phone book ready', '電話帳の準備完了'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The phone book is ready: the modem has booted fully.',
      '電話帳の準備が完了し、モデムの起動が終わりました。',
    ),
  }),
})

const smsDone = decoder({
  id: 'SMS DONE',
  pattern: /^SMS (?:DONE|READY)$/i,
  title: say('message store ready', 'SMS の準備完了'),
  spec: 'A76XX manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The message store is ready: booting is nearly over.',
      'SMS の準備が完了しました（起動はほぼ完了）。',
    ),
  }),
})

const smsReadyApp = decoder({
  id: 'APP RDY',
  pattern: /^APP RDY$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'Quectel BG96 manual',
  group: 'power',
  explain: () => ({
    words: say(
      'The application part of the modem is ready.',
      'モデムのアプリケーション部が起動しました。',
    ),
    severity: 'notice',
  }),
})

const callReady = decoder({
  id: 'Call Ready',
  pattern: /^Call Ready$/i,
  title: say('calls possible', '発着信の準備完了'),
  spec: 'SIM800 AT manual',
  group: 'power',
  explain: () => ({ words: say('The modem is ready for calls.', '発着信の準備が完了しました。') }),
})

const sysstart = decoder({
  id: '^SYSSTART',
  pattern: /^\^SYSSTART.*$/,
  title: say('start of the modem', 'モデムの起動'),
  spec: 'Cinterion AT manuals',
  group: 'power',
  explain: () => ({
    words: say('The modem has just started.', 'モデムが起動しました。'),
    severity: 'notice',
  }),
})

const sequansOff = decoder({
  id: '+SHUTDOWN',
  pattern: /^\+SHUTDOWN$/,
  title: say('power-off', '電源オフ'),
  spec: 'Sequans Monarch 2 GM02S AT Commands Reference Manual, +SHUTDOWN',
  group: 'power',
  explain: () => ({
    words: say('The modem is off now.', 'モデムの電源が切れました。'),
    severity: 'notice',
  }),
})

const initError = decoder({
  id: 'INIT ERROR',
  pattern: /^INIT ERROR$/,
  title: say('start of the firmware', 'ファームウェアの起動'),
  spec: 'Nordic Serial LTE Modem, AT commands: sync string',
  group: 'nordic',
  explain: () => ({
    words: say(
      'The firmware could not start: it takes no AT commands. Reset the board; if it stays, program the firmware again.',
      'ファームウェアを起動できませんでした。AT コマンドは受け付けられません。基板をリセットし、解消しない場合はファームウェアを書き込み直してください。',
    ),
    severity: 'failure',
  }),
})

const qind = decoder({
  id: '+QIND',
  title: say('event', 'イベント'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.text(0), values: row.fields.slice(1).map((field) => field.text) }),
  explain: (facts) => fotaNote(facts) ?? reported(facts),
})

/** AT+QINDCFG (EC25 manual, 2.21): `"csq",20,99` and `"act","LTE"`. */
function reported(facts: Facts): Note | undefined {
  const values = Array.isArray(facts['values']) ? facts['values'].map(String) : []
  const [first = ''] = values
  if (facts['event'] === 'act' && first !== '')
    return { words: say(`Access technology: ${first}.`, `アクセス技術：${first}`) }
  if (facts['event'] !== 'csq' || !/^\d{1,2}$/.test(first)) return undefined
  const rssi = Number(first) > 31 ? undefined : -113 + 2 * Number(first)
  return {
    words: sentences(
      rssi === undefined
        ? say('Signal strength unknown', '電波強度は不明')
        : say(`Signal strength: RSSI ${rssi} dBm`, `電波強度：RSSI ${rssi} dBm`),
    ),
  }
}

const qinistat = decoder({
  id: '+QINISTAT',
  title: say('start of the SIM', 'SIM の初期化状態'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'test'],
  parameters: [
    int('status', 'state', '状態', {
      0: say('starting', '初期化中'),
      1: say('PIN known', 'PIN 確認済み'),
      2: say('messages ready', 'SMS 準備完了'),
      3: say('PIN known, messages ready', 'PIN 確認済み・SMS 準備完了'),
      4: say('phone book ready', '電話帳の準備完了'),
      5: say('PIN known, phone book ready', 'PIN 確認済み・電話帳の準備完了'),
      6: say('messages and phone book ready', 'SMS・電話帳の準備完了'),
      7: say('all ready', 'すべて完了'),
    }),
  ],
})

const mdmev = decoder({
  id: '%MDMEV',
  title: say('event of the modem', 'モデムのイベント'),
  spec: 'nRF91 AT manual',
  group: 'nordic',
  forms: ['set'],
  parameters: [text('event', 'event', 'イベント')],
  set: [int('mode', 'reports', '通知', offOn)],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
})

export default [
  rdy,
  startDecoder,
  atready,
  readyPrompt,
  pbDone,
  smsDone,
  smsReadyApp,
  callReady,
  crashed,
  sequansStart,
  sysstart,
  sequansOff,
  initError,
  qind,
  qinistat,
  mdmev,
]
