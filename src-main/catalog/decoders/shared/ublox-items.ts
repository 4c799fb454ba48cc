import { int } from '@core/at/parameter'
import { table } from './family'

// The numbers of what is set, as in the manuals of SARA-R4, SARA-R5 and LARA-R6.

export const httpOp = int(
  'op_code',
  'what',
  '項目',
  table(
    '0 server address|サーバーのアドレス',
    '1 server name|サーバー名',
    '2 user name|ユーザー名',
    '3 password|パスワード',
    '4 authentication|認証',
    '5 port|ポート',
    '6 TLS|TLS',
    '7 time limit|タイムアウト',
    '9 headers|ヘッダー',
  ),
)
export const mqttOp = int(
  'op_code',
  'what',
  '項目',
  table(
    '0 client id|クライアント ID',
    '2 server name|サーバー名',
    '3 server address|サーバーのアドレス',
    '4 user name and password|ユーザー名とパスワード',
    '6 QoS of the will|遺言の QoS',
    '7 retain of the will|遺言の保持',
    '8 topic of the will|遺言のトピック',
    '9 message of the will|遺言のメッセージ',
    '10 inactivity timeout|無通信時間',
    '11 TLS|TLS',
  ),
)
export const ftpOp = int(
  'op_code',
  'what',
  '項目',
  table(
    '0 server address|サーバーのアドレス',
    '1 server name|サーバー名',
    '2 user name|ユーザー名',
    '3 password|パスワード',
    '4 account|アカウント',
    '5 time limit|タイムアウト',
    '6 mode|モード',
  ),
)
export const tlsOp = int(
  'op_code',
  'what',
  '項目',
  table(
    '0 check of the certificate|証明書の検証',
    '1 TLS version|TLS バージョン',
    '2 cipher|暗号スイート',
    '3 CA certificate|CA 証明書',
    '4 expected host|想定ホスト名',
    '5 client certificate|クライアント証明書',
    '6 client key|クライアント鍵',
    '7 password of the key|鍵のパスワード',
    '8 pre-shared key|事前共有鍵',
    '9 identity of the pre-shared key|事前共有鍵の ID',
    '10 SNI|SNI',
  ),
)
