import type { Words } from '../../words'

export const groups: readonly (readonly [kind: string, words: Words, on: boolean])[] = [
  ['command', { en: 'commands', ja: 'コマンド' }, true],
  ['answer', { en: 'answers', ja: '応答' }, true],
  ['echo', { en: 'echoes', ja: 'エコー' }, false],
  ['unsolicited', { en: 'unsolicited', ja: '非要求通知（URC）' }, true],
  ['ppp', { en: 'PPP', ja: 'PPP' }, true],
  ['cmux', { en: 'CMUX', ja: 'CMUX' }, false],
  ['unknown', { en: 'unknown', ja: '不明' }, true],
  ['text', { en: 'other text', ja: 'その他' }, true],
]

/** For who does not see what a part of the page is. */
export const labels = {
  severity: { en: 'Severity', ja: '重要度' },
  timeline: { en: 'Timeline', ja: 'タイムライン' },
  find: { en: 'Search', ja: '検索' },
  row: { en: 'row', ja: '行' },
} as const

export const severities: readonly (readonly [value: string, words: Words])[] = [
  ['fine', { en: 'all lines', ja: 'すべての行' }],
  ['warning', { en: 'warnings and failures', ja: '警告と失敗' }],
  ['failure', { en: 'failures', ja: '失敗のみ' }],
]

export const slotGroups: typeof groups = [
  ['a', { en: 'slot A', ja: 'スロット A' }, true],
  ['b', { en: 'slot B', ja: 'スロット B' }, true],
]

export const columns = {
  en: ['Time', '', 'Line', 'Meaning'],
  ja: ['時刻', '', '行', '意味'],
} as const

export const echoAgain: Words = { en: 'Echo.', ja: 'エコーです。' }

export const prompt: Words = {
  en: 'The modem waits for the text or data.',
  ja: 'モデムが入力データを待っています。',
}

export const payload: Words = { en: 'Content, not a line.', ja: '行ではなくデータ本体です。' }

export const messageBody: Words = {
  en: 'The content of the line above.',
  ja: '直前の行の本文です。',
}

export const unknown: Words = {
  en: 'No decoder knows this line.',
  ja: 'この行に対応するデコーダーはありません。',
}

export const undescribed: Words = {
  en: 'A command that is not described here: the maker’s manual tells what it does.',
  ja: 'このコマンドの説明はありません。メーカーのマニュアルを参照してください。',
}

export const noise: Words = {
  en: 'Octets that are no text and no frame: noise, a wrong speed, or the rest of a frame.',
  ja: 'テキストでもフレームでもないデータです（ノイズ、通信速度の不一致、フレームの断片など）。',
}

export const unfinished: Words = { en: 'No line end came.', ja: '行末がないまま途切れました。' }

export const lateFor = (shownOctets: string): Words => ({
  en: `Late: it belongs to ${shownOctets}.`,
  ja: `遅れて届いた応答です（${shownOctets} に対するもの）。`,
})

export const headings = {
  summary: { en: 'Summary', ja: '概要' },
  modem: { en: 'Modem', ja: 'モデム' },
  sim: { en: 'SIM', ja: 'SIM' },
  operator: { en: 'Operator', ja: '事業者' },
  apn: { en: 'APN', ja: 'APN' },
  attempted: { en: 'Attempted', ja: '試みた段階' },
  stopped: { en: 'Stopped at', ja: '止まった段階' },
  why: { en: 'Why', ja: '理由' },
  lines: { en: 'Lines', ja: '行数' },
  time: { en: 'Time', ja: '期間' },
  unserved: {
    en: 'nowhere: the connection came up; a server answered the last request with an error',
    ja: 'なし（接続は成功。最後の要求に対してサーバーがエラーを返しました）',
  },
  nowhere: { en: 'nowhere: all that was tried came up', ja: 'なし（試みた段階はすべて成功）' },
  untried: {
    en: 'not shown: no step that was tried failed, and no connection came up in this log',
    ja: '不明（失敗した段階はありませんが、接続の成功も記録されていません）',
  },
  asleep: {
    en: 'nowhere: no step failed, and the modem said at the end that it goes to sleep (PSM)',
    ja: 'なし（失敗した段階はなく、最後にモデムがスリープ（PSM）に入ったと通知しています）',
  },
  failed: { en: 'First command that failed', ja: '最初に失敗したコマンド' },
  stayed: {
    en: 'First command that failed and was not carried out later',
    ja: '最初に失敗し、その後も成功しなかったコマンド',
  },
  unasked: {
    en: 'Failure whose command is not in this log',
    ja: 'コマンドがこのログにない失敗',
  },
  unknown: { en: 'not asked in this log', ja: 'このログでは確認されていません' },
  unnumbered: {
    en: 'its number was not asked in this log',
    ja: '番号はこのログでは確認されていません',
  },
} satisfies { readonly [key: string]: Words }

export const stateWords = {
  idle: { en: 'not tried', ja: '未実施' },
  busy: { en: 'not finished', ja: '未完了' },
  fine: { en: 'came up', ja: '成功' },
  failure: { en: 'failed', ja: '失敗' },
} satisfies { readonly [key: string]: Words }

export const countsOf = (counts: {
  readonly rows: number
  readonly warnings: number
  readonly failures: number
}): Words => ({
  en: `${counts.rows}, ${plural(counts.warnings, 'warning')}, ${plural(counts.failures, 'failure')}`,
  ja: `${counts.rows}（警告 ${counts.warnings}、失敗 ${counts.failures}）`,
})

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`
