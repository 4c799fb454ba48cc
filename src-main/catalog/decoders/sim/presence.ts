import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'

const qsimstat = decoder({
  id: '+QSIMSTAT',
  title: say('SIM detection', 'SIM の検出'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  parameters: [
    int('enable', 'reports', '通知', offOn),
    int('inserted_status', 'inserted', '挿入', {
      0: say('no', 'なし'),
      1: say('yes', 'あり'),
      2: say('unknown', '不明'),
    }),
  ],
  urc: true,
})

const simcard = decoder({
  id: '+SIMCARD',
  title: say('card contact', 'SIM カードの検出'),
  spec: 'A76XX manual',
  group: 'simcom',
  forms: [],
  parameters: [text('event', 'event', 'イベント')],
  urc: true,
  row: (row) => ({ event: row.tail || null }),
  explain: () => ({
    words: say('The SIM was inserted or removed.', 'SIM カードの抜き差しを検出しました。'),
    severity: 'warning',
  }),
})

const uimhotswaplevel = decoder({
  id: '+UIMHOTSWAPLEVEL',
  title: say('level of the SIM detection pin', 'SIM 検出端子の論理'),
  spec: 'A76XX manual',
  group: 'sim',
  parameters: [
    int('level', 'active', '有効論理', { 0: say('low', 'Low'), 1: say('high', 'High') }),
  ],
})

const uimhotswapon = decoder({
  id: '+UIMHOTSWAPON',
  title: say('detection of the SIM while running', 'SIM 活線挿抜の検出'),
  spec: 'A76XX manual',
  group: 'sim',
  parameters: [int('onoff', 'detection', '検出', offOn)],
})

export default [qsimstat, simcard, uimhotswaplevel, uimhotswapon]
