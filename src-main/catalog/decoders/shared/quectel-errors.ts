import { table } from './family'

/** Quectel EC25&EC21 AT Commands Manual V1.3, "Summary of CME ERROR Codes"; from 302 on, M66/M95 AT Commands Manual. */
export const quectelCme = table(
  '151 link NS SP PIN required|NS・SP 連動の PIN が必要',
  '152 link NS SP PUK required|NS・SP 連動の PUK が必要',
  '153 link SIM C PIN required|SIM・C 連動の PIN が必要',
  '154 link SIM C PUK required|SIM・C 連動の PUK が必要',
  '302 commands in conflict|コマンドの競合',
  '601 unknown command|不明なコマンド',
  '602 error returned|エラー応答',
  '603 wrong syntax|書式誤り',
  '604 not specified|理由の指定なし',
  '605 data are being transferred already|データ転送中',
  '606 already being done|実行中',
  '607 no AT command|AT コマンドではない',
  '608 too many commands in a line|1 行のコマンドが長すぎる',
  '609 +COPS aborted|+COPS の中止',
  '610 no call to end|切断する通話がない',
  '901 unknown audio error|不明なオーディオエラー',
  '902 wrong audio parameters|オーディオのパラメーター誤り',
  '903 audio operation not supported|オーディオ動作に非対応',
  '904 audio device busy|オーディオ機器は使用中',
  '3513 unread records on the SIM|SIM に未読の記録がある',
  '3515 packet service busy|パケットサービスが使用中',
  '3516 SMS parameters could not be read from the SIM|SIM の SMS 設定を読めない',
  '3517 message service not ready|SMS の準備ができていない',
  '3518 wrong parameter|パラメーター誤り',
  '3738 +CSCS mode not found|+CSCS のモードがない',
  '3742 wrong format of <oper>|<oper> の書式誤り',
  '3765 wrong input value|入力値の誤り',
  '3769 no control of the part that is needed|必要な機能を制御できない',
  '3771 a call is being set up|発信処理中',
  '3772 SIM powered down|SIM の電源が切れている',
  '3773 not possible at this +CFUN|この +CFUN では不可',
  '3774 wrong ARFCN for the band|バンドに合わない ARFCN',
  '3775 the pin is no GPIO|端子は GPIO ではない',
)

/** Quectel EC25&EC21 AT Commands Manual V1.3, "Summary of CMS ERROR Codes". */
export const quectelCms = table(
  '512 SIM not ready|SIM の準備ができていない',
  '513 message too long|メッセージが長すぎる',
  '514 wrong parameters of the request|要求のパラメーター誤り',
  '515 memory of the modem failed|モデムのメモリのエラー',
  '517 wrong service mode|サービスモードの誤り',
  '528 not in the state for more messages|続けて送れる状態ではない',
  '529 sending SMS is not allowed|SMS の送信が許可されていない',
  '530 GPRS is suspended|GPRS が中断中',
  '531 memory of the modem is full|モデムのメモリに空きがない',
)

/** Quectel BG95/EC2x File Application Note, "Summary of Error Codes": what AT+QF… says with +CME ERROR. */
export const quectelFile = table(
  '400 wrong input value|入力値の誤り',
  '401 beyond the size of the file|ファイルの大きさを超えている',
  '402 nothing read|読み出し 0 オクテット',
  '403 no room left|空き容量なし',
  '405 file not found|ファイルがない',
  '406 wrong file name|ファイル名の誤り',
  '407 file exists already|ファイルはすでにある',
  '409 writing failed|書き込み失敗',
  '410 opening failed|開けない',
  '411 reading failed|読み出し失敗',
  '413 too many files open|開いているファイルが多すぎる',
)

/** Quectel EC2x/EG9x/BG9x GNSS Application Note, "Summary of Error Codes": what AT+QGPS… says with +CME ERROR. */
export const quectelGnss = table(
  '501 wrong parameter|パラメーター誤り',
  '502 not supported|非対応',
  '503 GNSS busy|GNSS 処理中',
  '504 GNSS is on already|GNSS はオン',
  '505 GNSS is off|GNSS はオフ',
  '506 timeout|タイムアウト',
  '507 not enabled|機能が無効',
  '508 error of the time|時刻情報のエラー',
  '512 out of the time of validity|有効期間外',
  '513 internal resources|内部リソースのエラー',
  '514 GNSS locked|GNSS はロック中',
  '515 ended by an emergency call|緊急通報により終了',
  '516 no position yet|まだ測位していない',
  '517 multiplexer port not open|マルチプレクサーのポートが未接続',
  '549 unknown error|不明なエラー',
)
