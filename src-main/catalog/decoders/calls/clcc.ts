import { decoder } from '@core/at/decoder'
import { int, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { factRows } from '../shared/fact-rows'

const states = ['active', 'held', 'dialling', 'alerting', 'incoming', 'waiting', 'ended']

const statesJa = ['通話中', '保留中', '発信中', '呼出中', '着信中', '割込着信中', '終了']

export default decoder({
  id: '+CLCC',
  title: say('calls in progress', '進行中の通話'),
  spec: '3GPP TS 27.007, 7.18',
  group: 'call',
  forms: ['action', 'set', 'read', 'test'],
  list: 'calls',
  least: 5,
  parameters: [
    int('idx', 'call', '通話番号'),
    int('dir', 'direction', '方向', { 0: say('outgoing', '発信'), 1: say('incoming', '着信') }),
    int('stat', 'state', '状態'),
    int('mode', 'mode', '種別', {
      0: say('voice', '音声'),
      1: say('data', 'データ'),
      2: say('fax', 'FAX'),
    }),
    int('mpty', 'conference', '会議通話'),
    secret('number', text('number', 'number', '番号')),
    int('type', 'type of number', '番号種別'),
    secret('name', text('alpha', 'name', '名前')),
    int('priority', 'priority', '優先度'),
    int('cli_validity', 'why there is no number', '番号非通知の理由'),
  ],
  set: [int('n', 'report changes', '変化の通知', offOn)],
  urc: true,
  isUnsolicited: () => false,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const calls = factRows(facts['calls'])
    if (calls.length === 0)
      return { words: say('No call in progress.', '進行中の通話はありません。') }
    // A row that was cut says nothing of its call.
    if (calls.every(({ stat }) => typeof stat !== 'number')) return undefined
    const at = calls.map(({ stat }) => (typeof stat === 'number' ? stat : -1))
    return {
      words: say(
        `Calls: ${at.map((stat) => states[stat] ?? `state ${stat}`).join(', ')}.`,
        `通話：${at.map((stat) => statesJa[stat] ?? `状態 ${stat}`).join('、')}`,
      ),
    }
  },
})
