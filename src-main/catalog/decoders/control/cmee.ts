import { decoder } from '@core/at/decoder'
import { expandValues } from '@core/at/fields'
import { int, ranged, say, text } from '@core/at/parameter'
import { decodedFields } from '../shared/ucs2'

const cmee = decoder({
  id: '+CMEE',
  title: say('how errors are shown', 'エラーの表示形式'),
  spec: '3GPP TS 27.007, 9.1',
  group: 'control',
  parameters: [
    ranged(
      0,
      2,
      int('n', 'form', '形式', {
        0: say('ERROR without reason', '理由なしの ERROR'),
        1: say('number', '番号'),
        2: say('words', '文字列'),
      }),
    ),
  ],
})

const cscs = decoder({
  id: '+CSCS',
  title: say('character set of names and texts', '文字セット'),
  spec: '3GPP TS 27.007, 5.5',
  group: 'control',
  parameters: [
    text('charset', 'character set', '文字セット', {
      UCS2: say(
        'names and texts come as hex, four digits a character',
        '名称や本文は 1 文字 4 桁の 16 進数',
      ),
      GSM: say('GSM 7 bit', 'GSM 7 ビット'),
      IRA: say('ASCII', 'ASCII'),
    }),
  ],
  derive: (facts, asked) => ({ ...facts, ...decodedFields(facts, ['charset'], asked.charset) }),
  test: (rows) => ({ charsets: rows.flatMap((row) => expandValues(row.tail)) }),
})

const cpas = decoder({
  id: '+CPAS',
  title: say('activity of the modem', 'モデムの動作状態'),
  spec: '3GPP TS 27.007, 8.1',
  group: 'control',
  forms: ['action', 'test'],
  parameters: [
    ranged(
      0,
      5,
      int('pas', 'state', '状態', {
        0: say('ready', '準備完了'),
        2: say('unknown', '不明'),
        3: say('ringing', '着信中'),
        4: say('call in progress', '通話・通信中'),
        5: say('asleep', 'スリープ中'),
      }),
    ),
  ],
})

const clac = decoder({
  id: '+CLAC',
  title: say('all commands of the modem', '対応コマンド一覧'),
  spec: '3GPP TS 27.007, 8.37',
  group: 'control',
  forms: ['action', 'test'],
  parameters: [text('text', 'commands', 'コマンド')],
  free: true,
  answer: (rows) => ({ commands: rows.map((row) => row.tail) }),
  explain: () => ({
    words: say(
      'The commands this firmware knows.',
      'このファームウェアが対応するコマンドの一覧です。',
    ),
  }),
})

const clan = decoder({
  id: '+CLAN',
  title: say('language of the modem', 'モデムの言語'),
  spec: '3GPP TS 27.007, 8.30',
  group: 'control',
  parameters: [text('code', 'language', '言語')],
})

const cala = decoder({
  id: '+CALA',
  title: say('alarm clock', 'アラーム'),
  spec: '3GPP TS 27.007, 8.16',
  group: 'control',
  parameters: [text('time', 'time', '日時'), int('n', 'number', '番号')],
})

export default [cmee, cscs, cpas, clac, clan, cala]
