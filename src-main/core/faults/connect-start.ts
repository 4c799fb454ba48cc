import type { FaultRow } from './row'

export const connectStartFaults = {
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
  'connect-running': {
    meaning: {
      en: 'A connection is already being made on this slot.',
      ja: 'このスロットではすでに接続処理中です。',
    },
    causes: [{ en: 'It was started before.', ja: '先に開始されています。' }],
    tries: [{ en: 'Wait for its verdict, or cancel it.', ja: '結果を待つか、中止してください。' }],
  },
  'port-no-lines': {
    meaning: {
      en: 'DTR, RTS or a break cannot be set on this port.',
      ja: 'このポートでは DTR / RTS やブレーク信号を設定できません。',
    },
    causes: [
      {
        en: 'Pseudo terminals and TCP connections have none.',
        ja: '擬似端末や TCP 接続には信号線がありません。',
      },
      {
        en: 'The driver takes no orders for them, as option of some Linux kernels (SIM7600 and other USB modems).',
        ja: 'ドライバーが設定を受け付けません（SIM7600 などの USB モデムで使われる、一部の Linux カーネルの option ドライバーなど）。',
      },
    ],
    tries: [{ en: 'Use the serial port itself.', ja: '実際のシリアルポートを使用してください。' }],
  },
  'step-too-long': {
    meaning: { en: 'A step took longer than it may.', ja: '手順が制限時間を超えました。' },
    causes: [
      {
        en: 'The modem or the network hangs.',
        ja: 'モデムまたはネットワークが応答しなくなっています。',
      },
    ],
    tries: [
      {
        en: 'Start again; when it stops here once more, power the modem off and on.',
        ja: '再試行し、同じ箇所で止まる場合はモデムの電源を入れ直してください。',
      },
    ],
  },
  'connect-silent': {
    meaning: {
      en: 'Nothing answers on this port.',
      ja: 'このポートからは何も応答がありません。',
    },
    causes: [
      {
        en: 'The modem is off or still booting (allow 15 s).',
        ja: 'モデムの電源が入っていないか、起動中です（15 秒程度かかります）。',
      },
      {
        en: 'The modem sleeps (PSM): until its timer or the power key wakes it, it answers nothing.',
        ja: 'モデムがスリープ（PSM）中です。タイマーまたは PWRKEY で復帰するまで応答しません。',
      },
      {
        en: 'It is another port of the same modem (DIAG, NMEA).',
        ja: '同じモデムの別ポート（DIAG、NMEA）を開いています。',
      },
      {
        en: 'TX and RX are swapped, or RTS/CTS is on with only three wires.',
        ja: 'TX と RX が逆、または 3 線接続で RTS/CTS が有効になっています。',
      },
    ],
    tries: [
      {
        en: 'Look at STATUS or the LED, and press the power key if the modem is off or sleeps.',
        ja: 'STATUS ピンまたは LED を確認し、電源オフまたはスリープ中なら PWRKEY を操作してください。',
      },
      {
        en: 'Try the other ports of the modem, those marked AT first.',
        ja: 'モデムの他のポート（AT と表示されたもの）を試してください。',
      },
      {
        en: 'Try another speed: 9600, 57600, 460800, 921600.',
        ja: '通信速度を変えてみてください（9600、57600、460800、921600）。',
      },
    ],
  },
  'connect-echo-only': {
    meaning: {
      en: 'The port sends back what we send, and nothing else.',
      ja: '送信した内容がそのまま返るだけで、応答がありません。',
    },
    causes: [
      {
        en: 'RX and TX are bridged, or the far end is a loopback plug.',
        ja: 'RX と TX が短絡しているか、ループバックになっています。',
      },
      {
        en: 'The modem echoes but hangs: its firmware is stuck.',
        ja: 'エコーは返すものの、ファームウェアが停止しています。',
      },
      {
        en: 'The command line never ended: the modem waits for another line end.',
        ja: '改行コードが合わず、コマンドの終端待ちになっています。',
      },
    ],
    tries: [
      {
        en: 'Unplug the modem: when the echo stays, it is the wiring.',
        ja: 'モデムを外してもエコーが返るなら、配線の問題です。',
      },
      { en: 'Power the modem off and on.', ja: 'モデムの電源を入れ直してください。' },
    ],
  },
  'connect-no-modem': {
    meaning: {
      en: 'Something talks on this port, but it does not answer AT.',
      ja: 'このポートから文字は届きますが、AT に応答しません。',
    },
    causes: [
      {
        en: 'It is another port of the modem: NMEA positions, a log, an audio channel.',
        ja: 'モデムの別ポート（NMEA、ログ、音声など）です。',
      },
      {
        en: 'A computer is at the other end: a console or a login prompt.',
        ja: '相手がコンピューターのコンソールやログインプロンプトです。',
      },
      {
        en: 'The modem is busy with its firmware update or refuses every command.',
        ja: 'モデムがファームウェア更新中か、すべてのコマンドを拒否しています。',
      },
    ],
    tries: [
      {
        en: 'Read the lines that came: they tell what is on the port.',
        ja: '受信した行を確認してください。何が接続されているか分かります。',
      },
      {
        en: 'Choose the port marked AT, or try the other ports of the modem.',
        ja: 'AT と表示されたポート、またはモデムの他のポートを試してください。',
      },
      {
        en: 'If it is a modem that says ERROR to everything, power it off and on.',
        ja: 'すべてに ERROR を返すモデムなら、電源を入れ直してください。',
      },
    ],
  },
  'connect-noise': {
    meaning: {
      en: 'Octets arrive, but they are not text a modem would send.',
      ja: '何か受信していますが、モデムの応答として読めません。',
    },
    causes: [
      { en: 'The speed is wrong.', ja: '通信速度が合っていません。' },
      { en: 'It is a DIAG or log port.', ja: 'DIAG またはログ用のポートです。' },
      {
        en: 'Levels do not fit (1.8 V against 3.3 V), or ground is missing.',
        ja: '信号レベルの不一致（1.8 V と 3.3 V）、または GND 未接続です。',
      },
    ],
    tries: [
      {
        en: 'Open the port at 115200, then 9600, 57600, 460800 and 921600.',
        ja: '115200、9600、57600、460800、921600 の順に試してください。',
      },
      { en: 'Choose the port marked AT.', ja: 'AT と表示されたポートを選んでください。' },
    ],
  },
  'connect-stuck': {
    meaning: {
      en: 'The modem does not come back to command mode.',
      ja: 'モデムがコマンドモードに戻りません。',
    },
    causes: [
      {
        en: 'A call of another program still owns the port, and the modem ignores +++ and DTR.',
        ja: '別のプログラムの呼が残っており、+++ や DTR を受け付けません。',
      },
      {
        en: 'It was left in the multiplexer at another speed.',
        ja: 'マルチプレクサーのまま、別の速度で放置されています。',
      },
    ],
    tries: [
      {
        en: 'Close the other program (pppd, ModemManager), wait a minute, try again.',
        ja: '他のプログラム（pppd、ModemManager）を終了し、1 分ほど待って再試行してください。',
      },
      { en: 'Power the modem off and on.', ja: 'モデムの電源を入れ直してください。' },
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
  'command-cancelled': {
    meaning: {
      en: 'The command was stopped before its end.',
      ja: 'コマンドは途中で中止されました。',
    },
    causes: [
      {
        en: 'Ctrl-C, a closed terminal, or the system ended it.',
        ja: 'Ctrl-C、ターミナルの終了、またはシステムによる終了です。',
      },
    ],
    tries: [{ en: 'Start it again when you want it.', ja: '必要なときに再実行してください。' }],
  },
  'not-confirmed': {
    meaning: {
      en: 'This is done only when it is confirmed; nothing was done.',
      ja: '確認が必要な操作です。何も実行していません。',
    },
    causes: [{ en: 'It cannot be taken back.', ja: '実行すると元に戻せません。' }],
    tries: [
      {
        en: 'Look at what is named here, then give the command again with --yes.',
        ja: '対象を確認し、--yes を付けて再実行してください。',
      },
    ],
  },
  'listen-refused': {
    meaning: {
      en: 'The address and port to serve on cannot be had.',
      ja: '指定したアドレスとポートで待ち受けできません。',
    },
    causes: [
      {
        en: 'Another program has the port, the address is not one of this computer, or the port needs other rights.',
        ja: '別のプログラムがポートを使用中、このコンピューターのアドレスではない、または権限が必要なポートです。',
      },
    ],
    tries: [
      {
        en: 'Where the port is taken: give another (0 takes a free one), or end the program that has it.',
        ja: 'ポートが使用中の場合：別のポート（0 で空きポート）を指定するか、使用中のプログラムを終了してください。',
      },
      {
        en: 'Where the address or name is not known: give one of this computer, 127.0.0.1 for itself alone, 0.0.0.0 for all of its addresses.',
        ja: 'アドレスまたは名前が見つからない場合：このコンピューターのアドレスを指定してください（自分のみは 127.0.0.1、すべては 0.0.0.0）。',
      },
    ],
  },
  'bad-input': {
    meaning: { en: 'That input cannot be used.', ja: '入力内容を使用できません。' },
    causes: [{ en: 'A value has another form than expected.', ja: '値の形式が想定と異なります。' }],
    tries: [{ en: 'Correct what is named here.', ja: '示された箇所を修正してください。' }],
  },
} as const satisfies Record<string, FaultRow>
