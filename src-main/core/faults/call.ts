import type { FaultRow } from './row'

export const callFaults = {
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
  'context-denied': {
    meaning: {
      en: 'The network refused the data connection (PDP context).',
      ja: 'ネットワークがデータ接続（PDP コンテキスト）を拒否しました。',
    },
    causes: [
      {
        en: 'The APN, the PDP type or the login is not the SIM’s, or its plan carries no data here.',
        ja: 'APN、PDP タイプ、認証情報が SIM のものと異なるか、契約上この場所でデータ通信ができません。',
      },
    ],
    tries: [
      {
        en: 'Read AT+CEER right after the refusal: it may give the network’s cause.',
        ja: '拒否の直後に AT+CEER を読み出してください。ネットワーク側の理由が得られる場合があります。',
      },
      {
        en: 'Compare the APN, its type (IP, IPV6, IPV4V6), user and password with the operator’s; try another type.',
        ja: 'APN、タイプ（IP、IPV6、IPV4V6）、ユーザー名、パスワードを事業者の情報と照合し、別のタイプも試してください。',
      },
      {
        en: 'Look at the SIM in the operator’s console: active, with data and roaming.',
        ja: '事業者のコンソールで、SIM が有効で、データ通信とローミングが許可されているか確認してください。',
      },
    ],
  },
  'context-auth-refused': {
    meaning: {
      en: 'The modem refused the settings of the login (user and password).',
      ja: 'モデムが認証設定（ユーザー名とパスワード）を拒否しました。',
    },
    causes: [
      {
        en: 'The type, the length or the order of the values is not what this modem takes.',
        ja: '認証方式、長さ、または値の順序がこのモデムの仕様と異なります。',
      },
    ],
    tries: [
      {
        en: 'Ask AT+CGAUTH=? and compare the order of user and password with the manual: makers differ.',
        ja: 'AT+CGAUTH=? を確認し、ユーザー名とパスワードの順序をマニュアルと照合してください（メーカーにより異なります）。',
      },
    ],
  },
  'context-lost': {
    meaning: {
      en: 'The data session was up, and then ended from the other side.',
      ja: 'データ接続は確立しましたが、その後に相手側から切断されました。',
    },
    causes: [
      {
        en: 'The network released the context, the signal was lost, or the modem took it down.',
        ja: 'ネットワークによるコンテキストの解放、圏外、またはモデム側の切断が考えられます。',
      },
    ],
    tries: [
      {
        en: 'Look at registration and signal at that moment; watch +CGEV, or the log of the program, for the reason.',
        ja: 'その時点の登録状態と電波を確認し、+CGEV またはプログラムのログで理由を調べてください。',
      },
      {
        en: 'When nothing was received over it: check APN, IP type and plan; some networks end a session that may not carry data.',
        ja: '何も受信していない場合は APN、IP 種別、契約を確認してください。通信できない接続を切断するネットワークもあります。',
      },
    ],
  },
  'context-not-activated': {
    meaning: {
      en: 'The modem could not bring up its own data connection (PDP context).',
      ja: 'モデム自身のデータ接続（PDP コンテキスト）を確立できませんでした。',
    },
    causes: [
      {
        en: 'The network refuses the APN or the plan, or the modem is not attached.',
        ja: 'ネットワーク側が APN または契約を拒否しているか、アタッチしていません。',
      },
      {
        en: 'It is up already: most modems refuse to open it a second time.',
        ja: 'すでに確立しています。多くのモデムは二重の接続を拒否します。',
      },
    ],
    tries: [
      {
        en: 'Ask AT+CGATT? (it must be 1) and AT+CGACT?; close what is open (AT+NETCLOSE, AT+CIPSHUT) and try again.',
        ja: 'AT+CGATT?（1 であること）と AT+CGACT? を確認し、開いている接続を閉じて（AT+NETCLOSE、AT+CIPSHUT）から再試行してください。',
      },
      {
        en: 'Send AT+CMEE=2 first, so that the modem says why; then read AT+CEER.',
        ja: '先に AT+CMEE=2 を送って理由が返るようにし、AT+CEER も確認してください。',
      },
      {
        en: 'Compare the APN of the context with the SIM’s.',
        ja: 'コンテキストの APN が SIM のものと一致するか確認してください。',
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
        ja: 'ネットワーク側の APN に置き換えられました。',
      },
    ],
    tries: [
      {
        en: 'Compare AT+CGDCONT? and AT+CGAUTH? with what you want, and write the difference by hand.',
        ja: 'AT+CGDCONT? と AT+CGAUTH? を目的の値と比較し、手動で設定してください。',
      },
    ],
  },
  'dial-refused': {
    meaning: { en: 'The modem refused to dial.', ja: 'モデムがダイヤルを拒否しました。' },
    causes: [
      {
        en: 'The context is not defined, is already up, or the modem is not attached.',
        ja: 'コンテキストが未定義、すでに使用中、または未アタッチです。',
      },
    ],
    tries: [
      {
        en: 'Look at AT+CGDCONT?, AT+CGATT? and AT+CGACT?.',
        ja: 'AT+CGDCONT?、AT+CGATT?、AT+CGACT? を確認してください。',
      },
      {
        en: 'End the call that is up (ATH; on nRF91, which has none, AT#XPPP=0) and dial again.',
        ja: '確立済みの接続を切断してから（ATH。ATH のない nRF91 では AT#XPPP=0）、再度ダイヤルしてください。',
      },
    ],
  },
  'dial-no-answer': {
    meaning: {
      en: 'The modem did not answer the dial with CONNECT in time.',
      ja: 'ダイヤルに対し、時間内に CONNECT が返りませんでした。',
    },
    causes: [
      {
        en: 'The modem still searches for a network, or the time-out is shorter than the dial takes.',
        ja: 'モデムがネットワークをサーチ中か、タイムアウトが接続に要する時間より短く設定されています。',
      },
      {
        en: 'The context has no APN, or another call is up on it.',
        ja: 'コンテキストに APN がないか、すでに通信中です。',
      },
    ],
    tries: [
      {
        en: 'Before the dial ask AT+CEREG? (wait for 1 or 5), AT+CGATT? and AT+CGDCONT?.',
        ja: 'ダイヤルの前に AT+CEREG?（1 または 5 になるまで待つ）、AT+CGATT?、AT+CGDCONT? を確認してください。',
      },
      {
        en: 'Give the dial more time (TIMEOUT 120 in the script of chat).',
        ja: 'ダイヤルの待ち時間を延ばしてください（chat スクリプトの TIMEOUT 120）。',
      },
      {
        en: 'Hang up (ATH) or restart the modem, and dial another port of it.',
        ja: 'ATH で切断するかモデムを再起動し、モデムの別のポートでもダイヤルしてみてください。',
      },
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
      {
        en: 'The modem is not attached, or a call is already up on this context.',
        ja: '未アタッチ、または同じコンテキストですでに通信中です。',
      },
    ],
    tries: [
      {
        en: 'Read AT+CEER for the cause, then AT+CGATT?, AT+CGDCONT? and AT+CGACT?.',
        ja: 'AT+CEER で切断理由を、続いて AT+CGATT?、AT+CGDCONT?、AT+CGACT? を確認してください。',
      },
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
        ja: 'SIM がインターネットではなく閉域ネットワークのみに接続されています。',
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
} as const satisfies Record<string, FaultRow>
