import { int } from '@core/at/parameter'
import { table } from './family'

const success = '0 success|成功'

/** Quectel TCP/IP Application Note, "Summary of Result Codes". */
export const tcpResult = int(
  'err',
  'result',
  '結果',
  table(
    success,
    '550 unknown error|不明なエラー',
    '551 operation blocked|処理が禁止されている',
    '552 invalid parameters|パラメーター誤り',
    '553 not enough memory|メモリ不足',
    '554 socket could not be created|ソケット作成失敗',
    '555 not supported|非対応',
    '556 socket bind failed|bind 失敗',
    '557 socket listen failed|listen 失敗',
    '558 socket write failed|書き込み失敗',
    '559 socket read failed|読み出し失敗',
    '560 socket accept failed|accept 失敗',
    '561 PDP context could not be opened|PDP コンテキスト接続失敗',
    '562 PDP context could not be closed|PDP コンテキスト切断失敗',
    '563 socket number in use|ソケット番号は使用中',
    '564 DNS busy|DNS 処理中',
    '565 DNS failed|DNS 失敗',
    '566 connection failed|接続失敗',
    '567 socket closed|ソケットは切断済み',
    '568 busy|処理中',
    '569 timeout|タイムアウト',
    '570 PDP context broke down|PDP コンテキスト切断',
    '571 sending cancelled|送信中止',
    '572 not allowed|許可されていない',
    '573 no APN configured|APN 未設定',
    '574 port busy|ポート使用中',
  ),
)

/** Quectel HTTP(S) Application Note, "Summary of Error Codes". */
export const httpResult = int(
  'err',
  'result',
  '結果',
  table(
    success,
    '701 unknown error|不明なエラー',
    '702 timeout|タイムアウト',
    '703 busy|処理中',
    '704 UART busy|UART 使用中',
    '705 no request was sent|リクエスト未送信',
    '706 network busy|ネットワークが処理中',
    '707 network could not be opened|ネットワークの接続失敗',
    '708 network not configured|ネットワークが未設定',
    '709 network deactivated|ネットワークが切断済み',
    '710 network error|ネットワークのエラー',
    '711 wrong URL|URL 誤り',
    '712 empty URL|URL なし',
    '713 wrong IP address|IP アドレス誤り',
    '714 DNS failed|DNS 失敗',
    '715 socket could not be created|ソケット作成失敗',
    '716 connection failed|接続失敗',
    '717 socket read failed|読み出し失敗',
    '718 socket write failed|書き込み失敗',
    '719 socket closed|ソケット切断',
    '720 encoding failed|符号化失敗',
    '721 decoding failed|復号失敗',
    '722 reading timed out|読み出しタイムアウト',
    '723 response failed|応答失敗',
    '724 busy with an incoming call|着信中',
    '725 busy with a voice call|通話中',
    '726 input timed out|入力タイムアウト',
    '727 waiting for data timed out|データ待ちタイムアウト',
    '728 waiting for the response timed out|応答待ちタイムアウト',
    '729 not enough memory|メモリ不足',
    '730 invalid parameter|パラメーター誤り',
  ),
)

/** Quectel FTP(S) Application Note, "Summary of Error Codes". */
export const ftpResult = int(
  'err',
  'result',
  '結果',
  table(
    success,
    '601 unknown error|不明なエラー',
    '602 server blocked|サーバーに拒否された',
    '603 busy|処理中',
    '604 DNS failed|DNS 失敗',
    '605 network error|ネットワークのエラー',
    '606 control connection closed|制御接続が切断された',
    '607 data connection closed|データ接続が切断された',
    '608 socket closed by the other side|相手側から切断された',
    '609 timeout|タイムアウト',
    '610 invalid parameter|パラメーター誤り',
    '611 file could not be opened|ファイルを開けない',
    '612 wrong position in the file|ファイル位置が無効',
    '613 file error|ファイルのエラー',
    '614 service not available|サービス利用不可',
    '615 data connection could not be opened|データ接続を開けない',
    '616 connection closed, transfer ended|切断により転送中止',
    '625 not logged in|ログインしていない',
  ),
)

/** Quectel MQTT Application Note: <result> of what was sent, of opening, and the CONNACK. */
export const mqttSent = int(
  'result',
  'result',
  '結果',
  table(
    '0 sent and acknowledged|送信・確認済み',
    '1 sent again|再送中',
    '2 could not be sent|送信失敗',
  ),
)
export const mqttOpened = int(
  'result',
  'result',
  '結果',
  table(
    '-1 network could not be opened|接続失敗',
    '0 success|成功',
    '1 wrong parameter|パラメーター誤り',
    '2 client number in use|クライアント番号は使用中',
    '3 PDP context could not be activated|PDP コンテキスト接続失敗',
    '4 DNS failed|DNS 失敗',
    '5 network disconnected|ネットワークが切断',
  ),
)
export const mqttAnswer = int(
  'ret_code',
  'answer of the server',
  'サーバーの応答',
  table(
    '0 accepted|受け入れ',
    '1 protocol version refused|プロトコル版を拒否',
    '2 client id refused|クライアント ID を拒否',
    '3 server unavailable|サーバー利用不可',
    '4 bad user name or password|ユーザー名・パスワード誤り',
    '5 not authorized|認可なし',
  ),
)
