import type { Words } from '../words'
import type { GapCause } from './rows'

const words = (en: string, ja: string): Words => ({ en, ja })

/** The words of a report. */
export const reportWords = {
  title: words('Soak report', '連続試験レポート'),
  goalMet: words('Goal met', '目標達成'),
  goalMissed: words('Goal missed', '目標未達'),
  summary: words('Summary', '概要'),
  from: words('From', '開始'),
  to: words('To', '終了'),
  elapsed: words('Elapsed', '経過時間'),
  withService: words('With service', '通信できた時間'),
  without: words('Without service', '通信できなかった時間'),
  availability: words('Availability', '稼働率'),
  goal: words('Goal', '目標'),
  longestGap: words('Longest gap', '最長の中断'),
  switches: words('Switches', '切り替え回数'),
  restarts: words('Restarts of the console', 'コンソールの再起動'),
  uploads: words('Uploads', 'アップロード'),
  measured: words('Measured', '測定'),
  sent: words('Arrived', '到着'),
  left: words('Not sent', '未送信'),
  late: words('Arrived late', '遅れて到着'),
  failedTries: words('Failed attempts', '失敗した試行'),
  longestDelay: words('Longest delay', '最大の遅れ'),
  gaps: words('Gaps', '中断'),
  none: words('None.', 'ありません。'),
  cause: words('Cause', '原因'),
  duration: words('Duration', '長さ'),
  decisions: words('Decisions', '判断の記録'),
  decision: words('Decision', '判断'),
  phases: words('Phases', '所要時間の内訳'),
  evidence: words('Evidence', '根拠'),
  slots: words('Slots', 'スロット'),
  slot: words('Slot', 'スロット'),
  sum: words('Sum', '合計'),
  received: words('Received', '受信'),
  transmitted: words('Transmitted', '送信'),
  attaches: words('Links made', '接続回数'),
  probes: words('Checks', '疎通確認'),
  lost: words('Lost', '応答なし'),
  latency: words('Latency', '応答時間'),
  signal: words('Signal', '電波強度'),
  cells: words('Cells', 'セル'),
  clients: words('Client addresses', 'クライアントアドレス'),
  injected: words('Injected faults', '注入した障害'),
  anomalies: words('Anomalies', '異常の記録'),
  time: words('Time', '時刻'),
  seen: words('Seen', '内容'),
  result: words('Result', '結果'),
  inLog: words('In the log', 'ログ内の位置'),
  journal: words('Journal', 'ジャーナル'),
  ended: words('Ended', '終了理由'),
} as const

export const causeWords: { readonly [cause in GapCause]: Words } = {
  link: words('no link', 'リンクなし'),
  upload: words('uploads failed', 'アップロード失敗'),
  'not-running': words('the console was not running', 'コンソールが動作していない'),
  start: words('start', '開始時'),
}

export const endWords: { readonly [why: string]: Words } = {
  done: words('the time was up', '予定時間の満了'),
  gap: words('stop rule: a gap was too long', '停止条件：長すぎる中断'),
  switches: words('stop rule: too many switches', '停止条件：切り替え回数'),
  'by-hand': words('by hand', '手動'),
  'gave-up': words('no slot could be connected', 'どのスロットも接続できない'),
  running: words('not ended', '未終了'),
}
