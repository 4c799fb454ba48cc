import type { FaultRow } from './row'

/** The receiver for satellites in a modem. */
export const gnssFaults = {
  'gnss-unknown': {
    meaning: {
      en: 'How this modem’s receiver for satellites is used is not known here.',
      ja: 'このモデムの GNSS の操作方法は登録されていません。',
    },
    causes: [
      {
        en: 'Its answers to ATI and AT+CGMM belong to no family that has a table, or it did not answer them.',
        ja: 'ATI と AT+CGMM の応答がどの系列にも当てはまらないか、応答がありませんでした。',
      },
    ],
    tries: [
      {
        en: 'Turn GNSS on in the terminal as its manual says, and read its NMEA port: on the page Position, or with --nmea PORT.',
        ja: 'マニュアルを確認してターミナルから GNSS をオンにし、「位置」の画面か --nmea PORT で NMEA ポートを読み取ってください。',
      },
    ],
  },
  'gnss-none': {
    meaning: {
      en: 'The modem knows none of its family’s commands for GNSS: this variant most likely has no receiver.',
      ja: 'GNSS のコマンドが認識されません。この型番には GNSS が搭載されていない可能性が高いです。',
    },
    causes: [
      {
        en: 'Many modules are sold with and without GNSS under nearly the same name; a few firmwares leave it out.',
        ja: 'GNSS の有無だけが異なる、似た型番の製品が多くあります。ファームウェアが対応していない場合もあります。',
      },
    ],
    tries: [
      {
        en: 'Compare the whole model name (AT+CGMM) with the maker’s table; ask AT+CLAC which commands there are.',
        ja: 'AT+CGMM の型番をメーカーの一覧と照合し、AT+CLAC で使えるコマンドを確認してください。',
      },
    ],
  },
  'gnss-refused': {
    meaning: {
      en: 'The modem refused a command for its receiver.',
      ja: 'モデムが GNSS のコマンドを拒否しました。',
    },
    causes: [
      {
        en: 'What it said stands beside. Some receivers need up to 30 s between off and on; some share their radio with LTE data.',
        ja: '応答は横に示すとおりです。オフの後、次にオンにできるまで最大 30 秒かかる型番や、LTE のデータ通信と同時に使えない型番があります。',
      },
    ],
    tries: [
      {
        en: 'Wait half a minute and try again; end the data connection first on SIM70x0, BG9x and nRF91.',
        ja: '30 秒ほど待って再試行してください。SIM70x0、BG9x、nRF91 では先にデータ通信を切断してください。',
      },
    ],
  },
  'gnss-no-start': {
    meaning: {
      en: 'This family has no command for this kind of start.',
      ja: 'この系列には、この起動方法のコマンドがありません。',
    },
    causes: [
      {
        en: 'The receiver chooses by what it has kept.',
        ja: '受信機が保持している情報に応じて自動で選択します。',
      },
    ],
    tries: [
      {
        en: 'Take one of those there are, or turn GNSS on without a kind.',
        ja: '使用可能な起動方法を選ぶか、起動方法を指定せずにオンにしてください。',
      },
    ],
  },
  'gnss-no-fix': {
    meaning: {
      en: 'The receiver is on and has found no position in this time.',
      ja: 'GNSS はオンですが、制限時間内に測位できませんでした。',
    },
    causes: [
      {
        en: 'Too little of the sky is seen: indoors, or with the antenna face down. A fix needs four satellites above about 30 dB-Hz.',
        ja: '屋内やアンテナの向きのため、空が十分に見えていません。測位には 30 dB-Hz 程度以上の衛星が 4 機必要です。',
      },
      {
        en: 'No satellite at all: the antenna is on the wrong connector, is broken, or is an active one without its supply (bias).',
        ja: '衛星が 1 機も見えない場合は、アンテナの接続先の誤り、断線、アクティブアンテナへの給電（バイアス）漏れが考えられます。',
      },
      {
        en: 'A cold start takes half a minute under a free sky and many minutes at a window.',
        ja: 'コールドスタートは、開けた場所で約 30 秒、窓際では数分以上かかります。',
      },
    ],
    tries: [
      {
        en: 'Put the antenna under the free sky, on the connector marked GNSS; turn its supply on where it is an active one.',
        ja: 'アンテナを GNSS のコネクタに接続して空の見える場所に置き、アクティブアンテナでは給電をオンにしてください。',
      },
      {
        en: 'Give it longer: --for 10m.',
        ja: '時間を延ばしてください（例：--for 10m）。',
      },
    ],
  },
  'gnss-no-stream': {
    meaning: {
      en: 'No command is known here that makes this modem send NMEA by itself.',
      ja: 'このモデムに NMEA を自動送信させるコマンドは登録されていません。',
    },
    causes: [
      {
        en: 'Its sentences are asked for, or come on its NMEA port as soon as GNSS is on.',
        ja: 'センテンスはコマンドで取得するか、GNSS をオンにすると NMEA ポートに出力されます。',
      },
    ],
    tries: [
      {
        en: 'Choose its NMEA port.',
        ja: 'NMEA ポートを選択してください。',
      },
    ],
  },
  'gnss-no-track': {
    meaning: {
      en: 'There is no position to write into a file yet.',
      ja: 'ファイルに書き出す位置がまだありません。',
    },
    causes: [
      {
        en: 'A track begins with the first position that is read.',
        ja: '軌跡は、最初に測位できた位置から記録されます。',
      },
    ],
    tries: [
      {
        en: 'Turn GNSS on, wait for the first position, and let it be followed for a while.',
        ja: 'GNSS をオンにして測位を待ち、しばらく追跡してから書き出してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
