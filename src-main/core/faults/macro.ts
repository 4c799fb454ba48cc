import type { FaultRow } from './row'

export const macroFaults = {
  'macro-syntax': {
    meaning: { en: 'The macro cannot be read.', ja: 'マクロを読み取れません。' },
    causes: [
      {
        en: 'A line is neither a command nor one of the words a macro knows.',
        ja: 'コマンドでもマクロの構文でもない行があります。',
      },
    ],
    tries: [
      {
        en: 'Write one AT command a line; the other lines are wait 2s, expect TEXT within 60s every 2s, set name value, and # comments.',
        ja: '1 行に 1 つの AT コマンドを書きます。ほかに wait 2s、expect 文字列 within 60s every 2s、set 名前 値、# コメントが使えます。',
      },
    ],
  },
  'macro-expect': {
    meaning: {
      en: 'The answer that the macro waits for did not come.',
      ja: 'マクロが待っていた応答が来ませんでした。',
    },
    causes: [
      {
        en: 'The modem is in another state than the macro assumes, or needs longer.',
        ja: 'モデムの状態がマクロの前提と異なるか、より長い時間が必要です。',
      },
      {
        en: 'The pattern does not fit: it must match the whole line, * stands for anything.',
        ja: 'パターンが一致していません。行全体と一致する必要があり、* は任意の文字列を表します。',
      },
    ],
    tries: [
      {
        en: 'Read in the log what came instead, then correct the pattern or give it more time.',
        ja: '実際の応答をログで確認し、パターンか待ち時間を修正してください。',
      },
    ],
  },
  'macro-refused': {
    meaning: {
      en: 'The modem refused a command of the macro, which says to stop then.',
      ja: 'マクロ内のコマンドが拒否されたため、指定に従って停止しました。',
    },
    causes: [
      {
        en: 'This modem does not know the command, or not in its present state.',
        ja: 'このモデムが対応していないコマンドか、現在の状態では実行できないコマンドです。',
      },
    ],
    tries: [
      {
        en: 'See in the log why it was refused; "on error continue" goes on after a refusal.',
        ja: '拒否理由をログで確認してください。on error continue と書けば拒否されても続行します。',
      },
    ],
  },
  'macro-running': {
    meaning: {
      en: 'A macro is already running on this slot.',
      ja: 'このスロットではマクロを実行中です。',
    },
    causes: [{ en: 'It was started before.', ja: '先に開始されています。' }],
    tries: [{ en: 'Wait for its end, or stop it.', ja: '終了を待つか、停止してください。' }],
  },
} as const satisfies Record<string, FaultRow>
