import type { FaultRow } from './row'

export const connectFaults = {
  'connect-cancelled': {
    meaning: { en: 'The connection was cancelled.', ja: '接続を中止しました。' },
    causes: [{ en: 'You stopped it.', ja: 'ユーザー操作による中止です。' }],
    tries: [
      {
        en: 'Start again; what is already true is skipped.',
        ja: 'もう一度開始してください。完了済みの手順は省略されます。',
      },
    ],
  },
  internal: {
    meaning: {
      en: 'Something in Modem Bench itself failed.',
      ja: 'Modem Bench 内部でエラーが発生しました。',
    },
    causes: [{ en: 'A defect of this program.', ja: 'プログラムの不具合です。' }],
    tries: [
      {
        en: 'Export the log and report it; restarting the program keeps the journal.',
        ja: 'ログを書き出して報告してください。再起動してもジャーナルは残ります。',
      },
    ],
  },
  'bad-input': {
    meaning: { en: 'That input cannot be used.', ja: '入力内容を使用できません。' },
    causes: [{ en: 'A value has another form than expected.', ja: '値の形式が想定と異なります。' }],
    tries: [{ en: 'Correct the value named here.', ja: '示された値を修正してください。' }],
  },
} as const satisfies Record<string, FaultRow>
