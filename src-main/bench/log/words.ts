import { Fault } from '@core/fault'
import type { Words } from '@core/words'

export const isEmpty = (name: string): Words => ({
  en: `${name} is empty.`,
  ja: `${name} は空です。`,
})

export const captureOff = (packets: number, path: string): Words => ({
  en: `Capture off: ${packets} packets to ${path}`,
  ja: `キャプチャー終了：${packets} パケット、${path}`,
})

export const captureOn = (path: string): Words => ({
  en: `Capture on: ${path}`,
  ja: `キャプチャー開始：${path}`,
})

export const captureOnReadable = (path: string): Words => ({
  en: `Capture on, with readable passwords: ${path}`,
  ja: `キャプチャー開始（パスワードを伏せない）：${path}`,
})

export const gone = () =>
  new Fault('bad-input', {
    en: 'This file is no longer kept: it was fetched to its end, or made room for newer ones. Export it again.',
    ja: 'このファイルはすでに破棄されています（最後まで取得済みか、新しいファイルを優先したためです）。もう一度エクスポートしてください。',
  })

export const otherLength = (name: string, received: number, bytes: number): Words => ({
  en: `${name}: ${received} octets came where ${bytes} were announced.`,
  ja: `${name}：予定の ${bytes} オクテットに対し ${received} オクテットを受信しました。`,
})

export const noLongerOpen = () =>
  new Fault('bad-input', {
    en: 'This log is no longer open; open the file again.',
    ja: 'このログはすでに閉じられています。ファイルを開き直してください。',
  })

export const textName: Words = { en: 'text', ja: 'テキスト' }

export const journalName: Words = { en: 'Journal of Modem Bench', ja: 'Modem Bench のジャーナル' }

/** Shown all the same, line by line: somebody may read in it what no reader of ours did. */
export const noExchange: Words = {
  en: 'No AT command and no answer was found in it, so the lines are shown as they are. Mark a line that was sent and one that was received in the menu of a row (right click, Shift+F10): the rest is learned from them. On the command line: modem-bench explain FILE --sent "out>" --received "in>".',
  ja: 'AT コマンドも応答も見つからないため、各行をそのまま表示しています。行のメニュー（右クリック、Shift+F10）で送信行と受信行を 1 行ずつ指定すると、残りの行も読み取ります。コマンドラインでは modem-bench explain FILE --sent "out>" --received "in>" を使います。',
}

export const logTooLarge = (name: string, mebi: number, most: number): Words => ({
  en: `${name} has ${mebi} MiB; the window opens up to ${most} MiB. "modem-bench explain" reads files of any size.`,
  ja: `${name} は ${mebi} MiB です。ウィンドウで開けるのは ${most} MiB までです。「modem-bench explain」には上限がありません。`,
})

export const noSuchFile = (id: string): Words => ({
  en: `No file is being opened as "${id}".`,
  ja: `「${id}」として開いているファイルはありません。`,
})

export const nothingLearned = () =>
  new Fault('bad-input', {
    en: 'Nothing can be learned from these two lines: nothing that is the same stands before others. Mark two lines that begin as most of their direction do, and that were not read yet.',
    ja: 'この 2 行からは読み取り方が分かりません。行頭に共通の印がありません。同じ方向のほかの行と行頭が共通で、まだ読み取られていない行を指定してください。',
  })

export const titles = {
  title: { en: 'Connection report', ja: '接続レポート' },
  none: { en: 'No connection was attempted.', ja: '接続は実行されていません。' },
  when: { en: 'Started', ja: '開始' },
  modem: { en: 'Modem', ja: 'モデム' },
  port: { en: 'Port', ja: 'ポート' },
  target: { en: 'Target', ja: '接続先' },
  verdict: { en: 'Verdict', ja: '結果' },
  seen: { en: 'What was seen', ja: '確認された内容' },
  tries: { en: 'What to try', ja: '次に試すこと' },
  steps: { en: 'Steps', ja: '手順' },
  log: { en: 'Log', ja: 'ログ' },
  running: { en: 'The connection is still going on.', ja: '接続処理の実行中です。' },
} as const satisfies Record<string, Words>

export const results = {
  connected: { en: 'connected', ja: '接続成功' },
  failed: { en: 'failed', ja: '接続失敗' },
  cancelled: { en: 'cancelled', ja: '中止' },
} satisfies { readonly [key: string]: Words }

export const notAnExpression = (text: string, problem: Words): Words => ({
  en: `${text} cannot be used as a regular expression: ${problem.en}`,
  ja: `${text} は正規表現として使えません：${problem.ja}`,
})

export const clockWentAhead = (by: Words): Words => ({
  en: `The clock of this computer went ahead by ${by.en}: it was set, or the computer slept.`,
  ja: `このコンピューターの時計が ${by.ja} 進みました（時刻の変更、またはスリープ）。`,
})

export const clockSetBack = (by: Words): Words => ({
  en: `The clock of this computer was set back by ${by.en}; the order of the log is still right.`,
  ja: `このコンピューターの時計が ${by.ja} 戻されました。ログの順序は正しいままです。`,
})

/** Of the columns of the steps in a report. */
export const stepHeadings: Words = {
  en: '| | Step | Time | What happened | Facts |',
  ja: '| | 手順 | 時間 | 内容 | 値 |',
}
