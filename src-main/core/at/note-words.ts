import type { Words } from '../words'

/** What the engine itself has to say in between, so that the log explains what happened. */
export const noteWords = {
  'timed-out': {
    en: 'No final result in time. The command stays open: a late result is still its own.',
    ja: '時間内に最終結果がありません。遅れて届いた結果はこのコマンドのものとして扱います。',
  },
  garbled: {
    en: 'Letters came broken, and no final result in time. The command stays open: a late result is still its own.',
    ja: '文字化けした行が届き、時間内に最終結果がありません。遅れて届いた結果はこのコマンドのものとして扱います。',
  },
  cancelled: {
    en: 'Cancelled. The command stays open until the modem has answered it.',
    ja: '中止しました。モデムが応答するまで、このコマンドは未完了として扱います。',
  },
  'no-answer': {
    en: 'Never answered: the modem already answered something sent later.',
    ja: '応答なしで終了しました（後から送ったコマンドに応答済み）。',
  },
  'given-up': {
    en: 'Never answered, and nothing else was either.',
    ja: '応答なしで終了しました（他のコマンドにも応答がありません）。',
  },
  probing: {
    en: 'Asking a question whose answer names itself, to find out where the modem is.',
    ja: '応答が一意に判別できる問い合わせを送り、モデムの状態を確認します。',
  },
  'in-step': {
    en: 'Command and answer are in step again.',
    ja: 'コマンドと応答の対応が元に戻りました。',
  },
  unresponsive: {
    en: 'Three commands in a row were not answered: polling stops.',
    ja: '3 回連続で応答がないため、ポーリングを停止します。',
  },
  'orphan-finals': {
    en: 'Final results that nobody asked for: checking that answers are in step.',
    ja: '対応するコマンドのない最終結果が続いたため、同期を確認します。',
  },
  'unasked-connect': {
    en: 'CONNECT without a dial command: the modem may have entered data mode by itself.',
    ja: 'ダイヤルしていないのに CONNECT を受信しました。データモードに入った可能性があります。',
  },
  restarted: {
    en: 'The modem restarted: open commands are closed, and echo and error settings are back to their defaults.',
    ja: 'モデムが再起動しました。未完了のコマンドは終了し、エコーやエラー設定は初期値に戻っています。',
  },
  'no-prompt': {
    en: 'The prompt for the payload did not come; sent ESC to leave it.',
    ja: 'ペイロード入力のプロンプトが来ないため、ESC を送って中断しました。',
  },
  'short-payload': {
    en: 'Fewer octets came than announced; they are read as text.',
    ja: '通知された長さより少ないデータしか届かなかったため、テキストとして読みます。',
  },
  'echo-only': {
    en: 'Only our own text comes back: a looped cable, or a modem that is not running.',
    ja: '送信した文字だけが返っています。ループバック接続か、モデムが動作していない可能性があります。',
  },
} as const satisfies Record<string, Words>

export type NoteKind = keyof typeof noteWords
