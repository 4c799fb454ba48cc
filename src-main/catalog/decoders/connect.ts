import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

export default decoder({
  id: 'CONNECT',
  pattern: /^CONNECT(?:[\s\d/:,.+-].*)?$/,
  title: say('start of data mode', 'データモードの開始'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'result',
  final: 'soft',
  parameters: [text('text', 'speed or text', '速度など')],
  row: (row: Row) => ({ text: row.line.trim().slice('CONNECT'.length).trim() || null }),
  explain: ({ text: tail }) => ({
    words: say(
      `Connected${typeof tail === 'string' ? ` (${tail})` : ''}: from here on the port speaks PPP, not AT.`,
      `接続しました${typeof tail === 'string' ? `（${tail}）` : ''}。以降は AT ではなく PPP のデータが流れます。`,
    ),
  }),
})
