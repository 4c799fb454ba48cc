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
  'connect-running': {
    meaning: {
      en: 'A connection is already being made on this slot.',
      ja: 'このスロットでは既に接続処理中です。',
    },
    causes: [{ en: 'It was started before.', ja: '先に開始されています。' }],
    tries: [{ en: 'Wait for its verdict, or cancel it.', ja: '結果を待つか、中止してください。' }],
  },
  'port-no-lines': {
    meaning: {
      en: 'This port has no DTR and RTS lines to set.',
      ja: 'このポートには DTR / RTS がありません。',
    },
    causes: [
      {
        en: 'Pseudo terminals and TCP connections have none.',
        ja: '擬似端末や TCP 接続には信号線がありません。',
      },
    ],
    tries: [{ en: 'Use the serial port itself.', ja: '実際のシリアルポートを使用してください。' }],
  },
  'step-too-long': {
    meaning: { en: 'A step took longer than it may.', ja: '手順が制限時間を超えました。' },
    causes: [
      { en: 'The modem or the network hangs.', ja: 'モデムまたは網が応答しなくなっています。' },
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
        en: 'Look at STATUS or the LED, and press the power key if the modem is off.',
        ja: 'STATUS ピンまたは LED を確認し、電源オフなら PWRKEY を操作してください。',
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
  'sim-missing': {
    meaning: { en: 'The modem sees no SIM.', ja: 'SIM が検出されません。' },
    causes: [
      {
        en: 'No SIM, wrong way round, or a dirty contact.',
        ja: 'SIM が未挿入、向きの間違い、または接触不良です。',
      },
      {
        en: 'The slot’s card switch or the SIM lines of the board do not reach the modem.',
        ja: 'カード検出スイッチや SIM 配線がモデムに届いていません。',
      },
    ],
    tries: [
      {
        en: 'Power off, take the SIM out, put it in again the right way, power on.',
        ja: '電源を切り、SIM を正しい向きで挿し直してから電源を入れてください。',
      },
      {
        en: 'Try the SIM in another device, and another SIM here.',
        ja: '別の機器でその SIM を、またこの機器で別の SIM を試してください。',
      },
    ],
  },
  'sim-pin-needed': {
    meaning: { en: 'The SIM asks for its PIN.', ja: 'SIM の PIN 入力が必要です。' },
    causes: [
      {
        en: 'PIN lock is on, and no PIN was given.',
        ja: 'PIN ロックが有効で、PIN が指定されていません。',
      },
    ],
    tries: [
      {
        en: 'Give the PIN and start again; it is tried once. SIMs lock after three wrong ones.',
        ja: 'PIN を指定して再開してください（試行は 1 回のみ）。3 回間違えるとロックされます。',
      },
    ],
  },
  'sim-pin-wrong': {
    meaning: { en: 'The SIM refused the PIN.', ja: 'SIM が PIN を拒否しました。' },
    causes: [
      {
        en: 'The PIN is wrong. It was sent once and is not tried again.',
        ja: 'PIN が間違っています。再送は行いません。',
      },
    ],
    tries: [
      {
        en: 'Ask AT+CPINR how many tries are left before you try another.',
        ja: '次を試す前に AT+CPINR で残り回数を確認してください。',
      },
    ],
  },
  'sim-puk': {
    meaning: {
      en: 'The SIM is locked and asks for its PUK.',
      ja: 'SIM がロックされ、PUK を要求しています。',
    },
    causes: [{ en: 'A wrong PIN was entered three times.', ja: 'PIN を 3 回間違えました。' }],
    tries: [
      {
        en: 'Get the PUK from the operator; ten wrong PUKs destroy the SIM.',
        ja: '事業者から PUK を入手してください。10 回間違えると SIM は使用不能になります。',
      },
    ],
  },
  'sim-failure': {
    meaning: { en: 'The SIM does not work.', ja: 'SIM が正常に動作していません。' },
    causes: [
      {
        en: 'Damaged or badly contacting SIM, or a lock to another device or network.',
        ja: 'SIM の破損、接触不良、または端末・事業者ロックです。',
      },
      {
        en: 'The modem has been reading it for 30 s: it may be an eSIM without a profile.',
        ja: '30 秒待っても読み出せません。プロファイルのない eSIM の可能性もあります。',
      },
    ],
    tries: [
      {
        en: 'Clean and reseat the SIM, then power the modem off and on.',
        ja: 'SIM の接点を清掃して挿し直し、モデムの電源を入れ直してください。',
      },
    ],
  },
  'context-refused': {
    meaning: { en: 'The modem refused the APN settings.', ja: 'モデムが APN 設定を拒否しました。' },
    causes: [
      {
        en: 'A character, the length or the PDP type is not allowed, or the context is in use.',
        ja: '文字種、長さ、PDP タイプが許可されていないか、コンテキストが使用中です。',
      },
    ],
    tries: [
      {
        en: 'Check the APN for typing errors; use IP as the type; hang up first.',
        ja: 'APN の綴りを確認し、タイプは IP にして、回線を切断してから試してください。',
      },
    ],
  },
  'context-not-kept': {
    meaning: {
      en: 'The modem said OK, but reads back other settings.',
      ja: 'OK が返りましたが、読み戻した設定が異なります。',
    },
    causes: [
      {
        en: 'AT+CGAUTH takes password and user in another order on this firmware.',
        ja: 'このファームウェアでは AT+CGAUTH のパスワードとユーザー名の順序が異なります。',
      },
      {
        en: 'The network’s own APN replaced the one written.',
        ja: '網側の APN に置き換えられました。',
      },
    ],
    tries: [
      {
        en: 'Compare AT+CGDCONT? and AT+CGAUTH? with what you want, and write the difference by hand.',
        ja: 'AT+CGDCONT? と AT+CGAUTH? を目的の値と比較し、手動で設定してください。',
      },
    ],
  },
  'radio-refused': {
    meaning: { en: 'The radio could not be turned on.', ja: '無線部をオンにできません。' },
    causes: [
      {
        en: 'AT+CFUN=1 was refused: no SIM, a hardware switch (W_DISABLE#), or a modem that still boots.',
        ja: 'AT+CFUN=1 が拒否されました。SIM なし、W_DISABLE#、または起動中の可能性があります。',
      },
    ],
    tries: [
      {
        en: 'Wait 15 s and try again; look at the flight-mode line of the board.',
        ja: '15 秒待って再試行し、基板のフライトモード端子を確認してください。',
      },
    ],
  },
  'registration-denied': {
    meaning: {
      en: 'The network refused the SIM.',
      ja: 'ネットワークが SIM の登録を拒否しました（登録拒否）。',
    },
    causes: [
      {
        en: 'The SIM is not activated, suspended, or not allowed on this network or in this country.',
        ja: 'SIM が未開通・休止中、またはこの網・国では利用できません。',
      },
      {
        en: 'The APN of the attach is not subscribed, or its user and password are wrong.',
        ja: 'アタッチに使う APN が未契約、またはユーザー名・パスワードが誤っています。',
      },
    ],
    tries: [
      {
        en: 'Look at the SIM’s state in the operator’s console: it must be active.',
        ja: '事業者のコンソールで SIM の状態（使用中）を確認してください。',
      },
      {
        en: 'Compare the stored APN with the SIM’s, then connect again.',
        ja: '保存されている APN と SIM の APN を比較し、再接続してください。',
      },
      {
        en: 'Do not repeat quickly: networks slow down devices that hammer.',
        ja: '短い間隔で繰り返さないでください。網側で制限されることがあります。',
      },
    ],
  },
  'registration-searching': {
    meaning: {
      en: 'The modem searches, but finds no network it may use.',
      ja: 'ネットワークを検索中のまま、登録できません。',
    },
    causes: [
      {
        en: 'No antenna, a bad one, or no coverage here.',
        ja: 'アンテナ未接続・不良、または圏外です。',
      },
      {
        en: 'The first registration of a roaming SIM takes minutes.',
        ja: 'ローミング SIM の初回登録には数分かかることがあります。',
      },
      {
        en: 'Bands or network mode are limited by a setting.',
        ja: 'バンドまたはネットワークモードが設定で制限されています。',
      },
    ],
    tries: [
      {
        en: 'Connect the antenna to the main socket and move to a window.',
        ja: 'メインのアンテナ端子に接続し、窓際で試してください。',
      },
      {
        en: 'Ask AT+COPS=? (up to 3 minutes): which networks are heard?',
        ja: 'AT+COPS=?（最大 3 分）で受信できる網を確認してください。',
      },
      { en: 'Give it another three minutes.', ja: 'さらに 3 分ほど待ってください。' },
    ],
  },
  'registration-idle': {
    meaning: {
      en: 'The modem is not registered and does not search.',
      ja: '未登録で、ネットワーク検索もしていません。',
    },
    causes: [
      {
        en: 'Automatic selection is off (AT+COPS=2), or the radio is off.',
        ja: '自動選択が無効（AT+COPS=2）、または無線部がオフです。',
      },
      {
        en: 'The network rejected it for good until the next power-on.',
        ja: '網から恒久的に拒否され、再起動まで検索しない状態です。',
      },
    ],
    tries: [
      {
        en: 'Send AT+COPS=0, or power the modem off and on.',
        ja: 'AT+COPS=0 を送るか、モデムの電源を入れ直してください。',
      },
    ],
  },
  'registration-no-coverage': {
    meaning: { en: 'Out of coverage.', ja: '圏外です。' },
    causes: [
      {
        en: 'No signal of a supported band reaches the antenna.',
        ja: '対応バンドの電波が届いていません。',
      },
      {
        en: 'The modem’s radio generation is no longer on air here (3G).',
        ja: 'モデムが対応する方式（3G など）の停波です。',
      },
    ],
    tries: [
      {
        en: 'Check the antenna, move, and look at AT+CPSI? or AT+CESQ again.',
        ja: 'アンテナを確認して場所を変え、AT+CPSI? や AT+CESQ を再確認してください。',
      },
    ],
  },
  'dial-refused': {
    meaning: { en: 'The modem refused to dial.', ja: 'モデムがダイヤルを拒否しました。' },
    causes: [
      {
        en: 'The context is not defined, is already up, or the modem is not attached.',
        ja: 'コンテキストが未定義、既に使用中、または未アタッチです。',
      },
    ],
    tries: [
      {
        en: 'Look at AT+CGDCONT?, AT+CGATT? and AT+CGACT?.',
        ja: 'AT+CGDCONT?、AT+CGATT?、AT+CGACT? を確認してください。',
      },
      { en: 'Hang up (ATH) and dial again.', ja: 'ATH で切断してから、再度ダイヤルしてください。' },
    ],
  },
  'dial-no-carrier': {
    meaning: {
      en: 'The network did not give a data connection.',
      ja: 'データ接続を確立できませんでした（NO CARRIER）。',
    },
    causes: [
      { en: 'The APN is wrong or not subscribed.', ja: 'APN の誤り、または未契約です。' },
      {
        en: 'User, password or their type (PAP, CHAP) do not fit.',
        ja: 'ユーザー名、パスワード、または認証方式（PAP / CHAP）が合っていません。',
      },
      {
        en: 'The SIM’s data is suspended or its limit reached.',
        ja: 'SIM のデータ通信が休止中、または上限に達しています。',
      },
    ],
    tries: [
      {
        en: 'Compare APN, user and password letter by letter with the operator’s.',
        ja: 'APN、ユーザー名、パスワードを事業者の情報と照合してください。',
      },
      { en: 'Try the other authentication type.', ja: '認証方式を切り替えて試してください。' },
      {
        en: 'Look at the SIM in the operator’s console.',
        ja: '事業者のコンソールで SIM の状態を確認してください。',
      },
    ],
  },
  'connect-no-dns': {
    meaning: {
      en: 'The link is up, but names cannot be looked up.',
      ja: 'リンクは確立しましたが、名前解決ができません。',
    },
    causes: [
      {
        en: 'The name servers given do not answer, or the name is not known there.',
        ja: '割り当てられた DNS サーバーが応答しないか、その名前を知りません。',
      },
    ],
    tries: [
      {
        en: 'Ping an address (8.8.8.8; SORACOM: 100.127.100.127) to tell DNS from the path.',
        ja: 'アドレス指定の ping（8.8.8.8、SORACOM は 100.127.100.127）で経路と DNS を切り分けてください。',
      },
    ],
  },
  'connect-no-ping': {
    meaning: {
      en: 'The link is up, but the host does not answer pings.',
      ja: 'リンクは確立しましたが、ping に応答がありません。',
    },
    causes: [
      {
        en: 'The operator or the host drops ICMP.',
        ja: '事業者またはホストが ICMP を遮断しています。',
      },
      {
        en: 'The SIM may not reach the internet, only a private network.',
        ja: 'SIM がインターネットではなく閉域網のみに接続されています。',
      },
    ],
    tries: [
      {
        en: 'Ping pong.soracom.io on a SORACOM SIM; elsewhere try HTTP.',
        ja: 'SORACOM SIM なら pong.soracom.io へ ping を、それ以外は HTTP を試してください。',
      },
    ],
  },
  'connect-no-http': {
    meaning: {
      en: 'The link is up, but the web request failed.',
      ja: 'リンクは確立しましたが、HTTP リクエストに失敗しました。',
    },
    causes: [
      {
        en: 'The server refuses or does not answer, or a filter sits between.',
        ja: 'サーバーの拒否・無応答、または途中のフィルターです。',
      },
    ],
    tries: [
      { en: 'Try another URL, plain http first.', ja: '別の URL（まずは http）を試してください。' },
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
