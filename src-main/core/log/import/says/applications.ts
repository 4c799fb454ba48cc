import { inAnyLog, type Says, says } from './says'

/** What programs say of the modem under them: ESP-IDF, TinyGSM, the nRF Connect SDK, Zephyr, Android, Asterisk, gammu. */
export const applications: readonly Says[] = [
  inAnyLog(
    says(
      /^Brownout detector was triggered/,
      'port',
      'failure',
      'The board restarted because its supply broke down (brown-out): a modem that sends takes up to 2 A for moments. Give it a stronger supply, short thick wires and a large capacitor.',
      '電源電圧の低下（ブラウンアウト）により基板が再起動しました。送信時のモデムは瞬間的に最大 2 A を消費します。電源の容量、配線の太さと長さ、コンデンサーを見直してください。',
    ),
  ),
  inAnyLog(
    says(
      /timedout while waiting '\w*' in response to 'AT|\bQmiWwanInit message timeout\b|\bImpossible to sync with modem\b|\bFail to AT SYNC\b|^ ?response timeout$|generic_command\(\d+\): Command:AT response timeout/i,
      'port',
      'failure',
      'The modem did not answer in time.',
      'モデムが時間内に応答しませんでした。',
      'at-unresponsive',
    ),
  ),
  inAnyLog(
    says(
      // Loboris' MicroPython.
      /\]: AT: TIMEOUT$/,
      'port',
      'failure',
      'The modem did not answer in time.',
      'モデムが時間内に応答しませんでした。',
      'at-unresponsive',
    ),
  ),
  inAnyLog(
    says(
      // Open Vehicle Monitoring System.
      /\bgsm-ppp: status_cb: Connected/,
      'ip',
      'fine',
      'PPP runs: an address was agreed.',
      'PPP が動作中です。アドレスが決まりました。',
    ),
  ),
  inAnyLog(
    says(
      /\bcellular: PPP Connection disconnected/,
      'ppp',
      'failure',
      'The PPP connection was lost.',
      'PPP 接続が切断されました。',
      'link-modem-hung-up',
    ),
  ),
  inAnyLog(
    says(
      // The library pdn of the nRF Connect SDK.
      /\bpdn: Failed to (?:configure|activate|connect)\b/,
      'context',
      'failure',
      'The modem did not take the settings of the context, or did not activate it; the number is an error of Zephyr (errno) or of the modem.',
      'モデムがコンテキストの設定を受け付けなかったか、有効化できませんでした。番号は Zephyr の errno またはモデムのエラーです。',
      'context-refused',
    ),
  ),
  inAnyLog(
    says(
      // The states of Zephyr's modem_cellular.
      /\bmodem_cellular: .*switch from run init script to connect cmux/,
      'port',
      'fine',
      'The modem carried out the first commands; the multiplexer is started next.',
      '最初のコマンドが実行されました。次に CMUX を開始します。',
    ),
  ),
  inAnyLog(
    says(
      /\bmodem_cellular: .*switch from connect cmux to open dlci/,
      'port',
      'fine',
      'The multiplexer runs.',
      'CMUX が動作しています。',
    ),
  ),
  inAnyLog(
    says(
      /\bmodem_cellular: .*switch from (?:run init script|set baudrate) to (?:power on|idle|power pulse|await power on)/,
      'port',
      'failure',
      'The modem did not answer the first commands in time. Check power, port and baud rate.',
      '最初のコマンドに時間内の応答がありませんでした。電源、ポート、通信速度を確認してください。',
      'at-unresponsive',
    ),
  ),
  inAnyLog(
    says(
      /\bmodem_cellular: .*switch from (?:connect cmux|open dlci\d) to (?:idle|run init script|power)/,
      'port',
      'failure',
      'The multiplexer (CMUX) did not start: its first frames were not answered.',
      'マルチプレクサー（CMUX）を開始できませんでした。最初のフレームに応答がありません。',
      'cmux-no-answer',
    ),
  ),
  inAnyLog(
    says(
      /\bmodem_cellular: .*switch from \S.* to await registered/,
      'network',
      'busy',
      'It waits for the registration.',
      'ネットワークへの登録を待っています。',
      'registration-searching',
    ),
  ),
  inAnyLog(
    says(
      /\bmodem_cellular: .*switch from await registered to carrier on/,
      'network',
      'fine',
      'Registered with a network.',
      'ネットワークに登録されました。',
    ),
  ),
  inAnyLog(
    says(
      // LuatOS on modules of EC618 and EC718.
      /\bNAS Event \d+ Reject \d+/,
      'network',
      'failure',
      'The network refused the registration; the number behind Reject is its cause (3GPP TS 24.301, 9.9.3.9).',
      'ネットワークが登録を拒否しました。Reject の後の番号が理由です（3GPP TS 24.301、9.9.3.9）。',
      'registration-denied',
    ),
  ),
  says(
    /\bmobile\.status\s+\S+\s+网络注册被拒绝/,
    'network',
    'failure',
    'The network refused the registration.',
    'ネットワークが登録を拒否しました。',
    'registration-denied',
  ),
  inAnyLog(
    says(
      /\bmobile\.status\s+\S+\s+(?:网络未注册|网络搜索中)/,
      'network',
      'busy',
      'Not registered with a network yet.',
      'まだネットワークに登録されていません。',
      'registration-searching',
    ),
  ),
  says(
    /\bmobile\.status\s+\S+\s+网络已注册/,
    'network',
    'fine',
    'Registered with a network.',
    'ネットワークに登録されました。',
  ),
  inAnyLog(
    says(
      // RouterOS of an LTE modem in MBIM mode.
      // The states of MBIM 1.0, 9.4.5: all but 0 are a failure.
      /\bmbim: (?:initialization failed|modem's control interface have reset|open done, status: [1-9])/,
      'port',
      'failure',
      'The modem did not open its MBIM port, or reset it: it may be in another USB mode, or have started again.',
      'モデムの MBIM ポートが開かないか、リセットされました。USB モードが異なるか、モデムが再起動した可能性があります。',
    ),
  ),
  inAnyLog(
    says(
      /\bNetwork: UICC fail\b/,
      'sim',
      'failure',
      'The modem cannot use the SIM.',
      'モデムが SIM を使用できません。',
      'sim-failure',
    ),
  ),
  says(
    // A program's line that says nothing else.
    /^.{0,40}(?:^|[:\]>-] ?)(?:network )?registration (?:was )?(?:denied|rejected)[.!]?$/i,
    'network',
    'failure',
    'The network refused the registration.',
    'ネットワークが登録を拒否しました。',
    'registration-denied',
  ),
  inAnyLog(
    says(
      // comgt of OpenWrt, when its time is over.
      /^(?:.{0,80}: )?Failed to register$/,
      'network',
      'failure',
      'The modem did not register within the time it had.',
      '時間内にネットワークに登録されませんでした。',
      'registration-searching',
    ),
  ),
  inAnyLog(
    says(
      /\bat_response_cpin: .*\bneeds PIN code\b/,
      'sim',
      'failure',
      'The SIM wants its PIN.',
      'SIM の PIN が必要です。',
      'sim-pin-needed',
    ),
  ),
  says(
    /\bat_response_cpin: .*\bneeds PUK code\b/,
    'sim',
    'failure',
    'The SIM is locked and wants its PUK.',
    'SIM がロックされており、PUK が必要です。',
    'sim-puk',
  ),
  inAnyLog(
    says(
      /\bERR_NOSIM\b|\bNo SIM card in phone\b/,
      'sim',
      'failure',
      'The modem sees no SIM it can use.',
      '使用できる SIM がありません。',
      'sim-missing',
    ),
    /\bERR_NOSIM\b/,
  ),
  says(
    /\bERR_SECURITYERROR\b|\bSecurity error\. Maybe no PIN/,
    'sim',
    'failure',
    'The SIM wants its PIN.',
    'SIM の PIN が必要です。',
    'sim-pin-needed',
  ),
  inAnyLog(
    says(
      /^(?:OSError: )?FCC unlock failed/,
      'network',
      'failure',
      'The modem did not switch its radio on: it is locked to the computer it was made for (FCC lock).',
      'モデムが無線をオンにしません。搭載を想定したコンピューター以外での使用が制限されています（FCC ロック）。',
      'radio-refused',
    ),
  ),
  inAnyLog(
    says(
      /\bAttach failed again, giving up/,
      'network',
      'failure',
      'The modem could not attach to the packet network.',
      'モデムがパケットネットワークにアタッチできませんでした。',
    ),
  ),
  // Android's names for the causes of 24.008, 10.5.6.6 (DataFailCause).
  says(
    /\bSETUP_DATA_CALL\b.*\bcause=USER_AUTHENTICATION/,
    'ip',
    'failure',
    'The network refused user and password (cause 29); the data session did not start.',
    'ユーザー名・パスワードが拒否され（原因 29）、データ接続が開始されませんでした。',
    'link-auth-refused',
  ),
  says(
    /\bSETUP_DATA_CALL\b.*\bcause=(?:MISSING_UNKNOWN_APN|UNKNOWN_PDP|SERVICE_OPTION|OPERATOR_BARRED|ACTIVATION_REJECT|ONLY_IPV[46]|APN_)/,
    'ip',
    'failure',
    'The network refused the data session; the cause in this line is the network’s own (3GPP TS 24.008, 10.5.6.6).',
    'ネットワークがデータ接続を拒否しました。この行の cause はネットワークが示したものです（3GPP TS 24.008 の 10.5.6.6）。',
    'context-denied',
  ),
  says(
    /\bSETUP_DATA_CALL\b.*\bstatus=29\b/,
    'ip',
    'failure',
    'The network refused user and password (cause 29); the data session did not start.',
    'ユーザー名・パスワードが拒否され（原因 29）、データ接続が開始されませんでした。',
    'link-auth-refused',
  ),
  says(
    /\bSETUP_DATA_CALL\b.*\bstatus=27\b/,
    'ip',
    'failure',
    'The network does not know this APN, or the SIM may not use it (cause 27).',
    'APN がネットワークに存在しないか、この SIM では使用できません（原因 27）。',
    'context-denied',
  ),
  says(
    /\bSETUP_DATA_CALL\b.*\bstatus=3[23]\b/,
    'ip',
    'failure',
    'The SIM’s contract has no such data service (cause 33: not subscribed; 32: not supported).',
    'SIM の契約にこのデータサービスが含まれていません（原因 33：未契約、32：非対応）。',
    'context-denied',
  ),
  says(
    /\bSETUP_DATA_CALL\b.*\bstatus=(?:8|2[5-8]|3[0-9]|5[0-5])\b/,
    'ip',
    'failure',
    'The network refused the data session; the status in this line is the network’s own cause (3GPP TS 24.008, 10.5.6.6).',
    'ネットワークがデータ接続を拒否しました。この行の status はネットワークが示した原因番号です（3GPP TS 24.008 の 10.5.6.6）。',
    'context-denied',
  ),
  says(
    /\bSETUP_DATA_CALL\b.*\bstatus=(?!0\b)-?\d/,
    'ip',
    'failure',
    'The data session did not start.',
    'データ接続が開始されませんでした。',
  ),
  says(
    /\bSETUP_DATA_CALL\b.*\b(?:cause=NONE\b|status=0\b.*\bactive=[12]\b)/,
    'ip',
    'fine',
    'The data session is up.',
    'データ接続が確立しました。',
  ),
  inAnyLog(
    says(
      /\[LCP\/\w+\] Configure-Req retransmit limit \d+ reached/,
      'ppp',
      'failure',
      'The other side did not answer PPP (LCP): the modem may not be in data mode, or is silent at this speed.',
      '相手が PPP（LCP）に応答しません。モデムがデータモードでないか、通信速度が合っていない可能性があります。',
      'link-no-lcp',
    ),
  ),
  inAnyLog(
    says(
      /\bpppd?\b.*\bConnect script failed\b/,
      'ppp',
      'failure',
      'The dialling script failed; its lines above say at which command, where they are in the log.',
      'ダイヤル用スクリプトが失敗しました。どのコマンドかは、記録されていれば上の行にあります。',
    ),
    /\bpppd?: /,
  ),
  says(
    /\bModem Connect to PPP Server\b/,
    'ip',
    'fine',
    'The data session is up.',
    'データ接続が確立しました。',
  ),
  inAnyLog(
    says(
      /\bcouldn't get hostname for ?:|\bgetaddrinfo\(\) returns [1-9]|\b(?:DNS|hostname) (?:lookup|resolution) failed\b/,
      'internet',
      'failure',
      'A name could not be looked up.',
      '名前解決に失敗しました。',
      'inside-not-resolved',
    ),
    /couldn't get hostname for|getaddrinfo\(\) returns/,
  ),
  says(
    /\besp-tls: .*(?:select\(\) timeout|connect\(\) error|Failed to open new connection)|\bmqtt_connect(?:ion)?\b.{0,24}-1(?:0[1-9]|1[0136])\b/,
    'internet',
    'failure',
    'No connection to the server came up.',
    'サーバーへ接続できませんでした。',
    'inside-no-connection',
  ),
  inAnyLog(
    says(
      /\bUnexpected HTTP response: [45]\d\d\b/,
      'internet',
      'failure',
      'The server was reached, and answered the request with an error.',
      'サーバーには到達しましたが、要求にエラーが返されました。',
      'http-status',
    ),
  ),
]
