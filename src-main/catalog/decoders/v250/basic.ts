import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

const atDecoder = decoder({
  id: 'AT',
  title: say('sign of life', '応答確認'),
  does: say(
    'Asks for a sign of life; the modem should answer OK.',
    'モデムの応答を確認します（OK が返れば正常）。',
  ),
  spec: 'ITU-T V.250, 5.2',
  group: 'basic',
  forms: ['action'],
})

const echo = decoder({
  id: 'ATE',
  title: say('echo', 'エコー'),
  does: say('Sets echo.', 'エコーを設定します。'),
  spec: 'ITU-T V.250, 6.2.4',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [int('value', 'value', '値', { 0: say('off', 'オフ'), 1: say('on', 'オン') })],
  free: true,
})

const verbose = decoder({
  id: 'ATV',
  title: say('form of result codes', 'リザルトコードの形式'),
  does: say('Sets form of result codes.', 'リザルトコードの形式を設定します。'),
  spec: 'ITU-T V.250, 6.2.6',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [int('value', 'value', '値', { 0: say('digits', '数字'), 1: say('words', '文字') })],
  free: true,
})

const quiet = decoder({
  id: 'ATQ',
  title: say('result codes', 'リザルトコード'),
  does: say('Sets result codes.', 'リザルトコードを設定します。'),
  spec: 'ITU-T V.250, 6.2.5',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', { 0: say('sent', '返す'), 1: say('not sent', '返さない') }),
  ],
  free: true,
})

const progress = decoder({
  id: 'ATX',
  title: say('call progress results', '発信経過の表示'),
  does: say('Sets call progress results.', '発信経過の表示を設定します。'),
  spec: 'ITU-T V.250, 6.2.7',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [
    int('value', 'value', '値', {
      0: say('CONNECT only', 'CONNECT のみ'),
      1: say('with speed', '速度つき'),
      2: say('speed and dial tone', '速度、ダイヤルトーン検出'),
      3: say('speed and busy', '速度、話中検出'),
      4: say('all', 'すべて'),
    }),
  ],
  free: true,
})

const escapeDecoder = decoder({
  id: '+++',
  prefixes: [],
  title: say('way back to command mode', 'コマンドモードへの復帰'),
  does: say(
    'Leaves data mode without hanging up; it needs a second of silence before and after.',
    '接続を保ったままコマンドモードに戻ります（前後 1 秒の無送信が必要）。',
  ),
  spec: 'ITU-T V.250, 6.2',
  group: 'basic',
  forms: ['action'],
})

const loudness = decoder({
  id: 'ATL',
  title: say('speaker volume', 'スピーカー音量'),
  does: say('Sets speaker volume.', 'スピーカー音量を設定します。'),
  spec: 'ITU-T V.250, 6.3.13',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

const speaker = decoder({
  id: 'ATM',
  title: say('speaker', 'スピーカー'),
  does: say('Sets speaker.', 'スピーカーを設定します。'),
  spec: 'ITU-T V.250, 6.3.14',
  group: 'basic',
  forms: ['set', 'action', 'read'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

const resetSettings = decoder({
  id: 'ATZ',
  title: say('saved settings', '保存済み設定'),
  does: say('Goes back to the saved settings.', '保存済みの設定に戻します。'),
  spec: 'ITU-T V.250, 6.1.1',
  group: 'basic',
  forms: ['action', 'set'],
  parameters: [int('value', 'value', '値')],
  free: true,
})

export default [
  atDecoder,
  echo,
  verbose,
  quiet,
  progress,
  escapeDecoder,
  loudness,
  speaker,
  resetSettings,
]
