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
  'macro-value': {
    meaning: {
      en: 'A value that the macro needs is not known.',
      ja: 'マクロに必要な値がわかりません。',
    },
    causes: [
      {
        en: 'The modem has not told it since it started, or does not tell it at all.',
        ja: 'モデムの起動後にまだ読み取られていないか、このモデムでは得られない値です。',
      },
    ],
    tries: [
      {
        en: 'Send the command that reads it before the comparison, or test it with "if known …".',
        ja: '比較の前に値を読み取るコマンドを送るか、if known … で確認してください。',
      },
    ],
  },
  'macro-limit': {
    meaning: {
      en: 'A loop of the macro came to its limit, and what it waits for did not come about.',
      ja: 'マクロの繰り返しが上限に達しましたが、条件が成り立ちませんでした。',
    },
    causes: [
      {
        en: 'The modem needs longer, or does not come to the state that is wanted.',
        ja: 'より長い時間が必要か、モデムが目的の状態になりません。',
      },
    ],
    tries: [
      {
        en: 'Read in the log what it was answered, then give it more rounds or a wait inside.',
        ja: 'ログで応答を確認し、回数を増やすか、繰り返しの中に wait を入れてください。',
      },
    ],
  },
  'macro-answered-no': {
    meaning: {
      en: 'A question of the macro was answered with no.',
      ja: 'マクロの質問に「いいえ」と回答されました。',
    },
    causes: [],
    tries: [
      {
        en: 'To go on after a no, write "ask into name …" and decide with "if {name} = no".',
        ja: '「いいえ」でも続けるには、ask into 名前 … と書き、if {名前} = no で分岐してください。',
      },
    ],
  },
  'macro-nobody': {
    meaning: {
      en: 'The macro asks a person, and nobody is there to answer.',
      ja: 'マクロの質問に答える人がいません。',
    },
    causes: [
      {
        en: 'An alert started it, or the command has no terminal.',
        ja: 'アラートから開始されたか、ターミナルのない環境で実行されています。',
      },
    ],
    tries: [
      {
        en: 'Run it in the window or in a terminal, or take the line "ask" out.',
        ja: 'ウィンドウかターミナルで実行するか、ask の行を外してください。',
      },
    ],
  },
  'macro-no-question': {
    meaning: {
      en: 'The macro on this slot asks nothing at present.',
      ja: 'このスロットのマクロは質問していません。',
    },
    causes: [],
    tries: [],
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
