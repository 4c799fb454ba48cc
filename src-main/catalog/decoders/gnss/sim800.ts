import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'

const { question } = family('SIM800 Series AT Command Manual V1.12', 'simcom')

export default [
  question(
    '+CIPGSMLOC',
    'position by cells',
    '基地局測位',
    [
      int(
        'result',
        'result',
        '結果',
        table(
          '0 success|成功',
          '404 not found|見つからない',
          '408 timeout|タイムアウト',
          '601 network error|ネットワークのエラー',
          '602 no memory|メモリ不足',
          '603 DNS failed|DNS 失敗',
          '604 stack busy|スタック処理中',
          '65535 other error|その他のエラー',
        ),
      ),
      text('date', 'date', '日付'),
      text('time', 'time', '時刻'),
    ],
    {
      set: [int('type', 'what to ask', '種別'), int('cid', 'bearer', 'ベアラー')],
      row: (row) => {
        row.mark(1, 'position')
        row.mark(2, 'position')
        return {
          result: row.int(0, 'result'),
          longitude: row.text(1),
          latitude: row.text(2),
          date: row.text(3),
          time: row.text(4),
        }
      },
    },
  ),
]
