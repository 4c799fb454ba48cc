import type { FaultRow } from './row'

export const logFaults = {
  'log-binary': {
    meaning: {
      en: 'The file holds binary data, not a log of a modem.',
      ja: 'バイナリーデータのファイルであり、モデムのログではありません。',
    },
    causes: [
      {
        en: 'It is packed, a picture, a program or a capture of packets.',
        ja: '圧縮ファイル、画像、プログラム、パケットキャプチャーなどです。',
      },
      {
        en: 'It was recorded at the wrong speed, so that no line of it is text.',
        ja: '通信速度が合わない状態で記録され、テキストになっていません。',
      },
    ],
    tries: [
      {
        en: 'Unpack a packed file first; of a picture or a PDF, give the text.',
        ja: '圧縮ファイルは展開し、画像や PDF からはテキストを取り出してから指定してください。',
      },
      {
        en: 'Give the log as text (UTF-8, UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP, GB 18030, Big5, EUC-KR, Windows-1251, KOI8-R or Latin-1), or a journal of this program.',
        ja: 'テキストのログ（UTF-8、UTF-16、Shift_JIS、EUC-JP、ISO-2022-JP、GB 18030、Big5、EUC-KR、Windows-1251、KOI8-R、Latin-1）か、本プログラムのジャーナルを指定してください。',
      },
    ],
  },
  'log-empty': {
    meaning: { en: 'There is nothing to read.', ja: '読み取る内容がありません。' },
    causes: [
      {
        en: 'The program that should record it has written nothing yet, or still holds it in its buffer.',
        ja: '記録するプログラムがまだ何も書き込んでいないか、バッファーに保持したままです。',
      },
      {
        en: 'The name is that of another file, or the disk was full.',
        ja: '別のファイルを指定しているか、ディスクの空き容量がありませんでした。',
      },
    ],
    tries: [
      {
        en: 'End the recording (or close the port), look at the size of the file, then give it again.',
        ja: '記録を終了（またはポートを閉じる）し、ファイルのサイズを確認してから指定し直してください。',
      },
    ],
  },
  'log-unknown': {
    meaning: {
      en: 'No AT command and no answer of a modem was found in the log.',
      ja: 'ログから AT コマンドもモデムの応答も見つかりませんでした。',
    },
    causes: [
      {
        en: 'It is the log of something else, or the debug output was off.',
        ja: '別のソフトウェアのログか、デバッグ出力が無効の状態で記録されたログです。',
      },
      {
        en: 'A program wrote it in a form that is not known here.',
        ja: '対応していない形式で記録されています。',
      },
    ],
    tries: [
      {
        en: 'Looked for were lines that begin with AT, results (OK, ERROR, +CME ERROR …) and answers (+CSQ: …), with or without a prefix, in every known form of capture.',
        ja: '行頭の形式にかかわらず、AT で始まる行、リザルト（OK、ERROR、+CME ERROR など）、応答（+CSQ: など）を探しました。',
      },
      {
        en: 'Tell what stands before the lines: modem-bench explain FILE --sent "out>" --received "in>" (* is anything).',
        ja: '行頭の印を指定してください：modem-bench explain FILE --sent "out>" --received "in>"（* は任意の文字列）。',
      },
      {
        en: 'Record it again with debug output on: each command and answer on a line of its own is enough.',
        ja: 'デバッグ出力を有効にして記録し直してください。コマンドと応答が 1 行ずつあれば読み取れます。',
      },
    ],
  },
  'log-thread': {
    meaning: {
      en: 'What reads logs ended, and with it what was asked for; opened logs are closed. Ports, the live log and its journal go on.',
      ja: 'ログの読み取り処理が終了し、実行中の検索や書き出しは中断されました。開いていたログは閉じられました。ポート、ライブログ、ジャーナルは継続しています。',
    },
    causes: [
      {
        en: 'The logs that were open together need more memory than they may have.',
        ja: '開いているログの合計が、使用できるメモリーの上限を超えました。',
      },
      {
        en: 'A defect of this program.',
        ja: '本プログラムの不具合です。',
      },
    ],
    tries: [
      {
        en: 'Ask once more; open the log again, and the others one by one.',
        ja: 'もう一度実行してください。ログは開き直し、ほかのログは 1 つずつ開いてください。',
      },
      {
        en: 'Read a very long one on the command line: modem-bench explain FILE has no limit.',
        ja: '非常に長いログはコマンドラインで読み取ってください（modem-bench explain FILE に上限はありません）。',
      },
    ],
  },
  'replay-empty': {
    meaning: {
      en: 'There is no AT command in the log that could be replayed.',
      ja: 'ログに再生できる AT コマンドがありません。',
    },
    causes: [
      {
        en: 'Only answers were recorded, or the log begins behind CONNECT.',
        ja: '応答だけが記録されているか、CONNECT 以降だけのログです。',
      },
      {
        en: 'The exchange is of the other slot.',
        ja: 'やりとりはもう一方のスロットのものです。',
      },
    ],
    tries: [
      {
        en: 'Record both directions, or with the echo of the commands on (ATE1).',
        ja: '送受信の両方を記録するか、コマンドのエコーを有効（ATE1）にして記録してください。',
      },
      {
        en: 'Choose the slot of the log: sim:replay?file=PATH&slot=b.',
        ja: 'ログのスロットを指定してください（例：sim:replay?file=PATH&slot=b）。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
