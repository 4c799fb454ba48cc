import { type Says, says } from './says'

/** Where no AT is shown: gammu and its daemon, whose errors have the same name and number in every language; ST's X-CUBE-CELLULAR. */
export const smsDaemons: readonly Says[] = [
  says(
    /\bTIMEOUT\[14\]|\bERR_TIMEOUT\b/,
    'port',
    'failure',
    'gammu got no answer from the modem in time.',
    'gammu が時間内にモデムの応答を得られませんでした。',
    'at-unresponsive',
  ),
  says(
    /\bDEVICENOTEXIST\[4\]|\bERR_DEVICENOTEXIST\b/,
    'port',
    'failure',
    'gammu found no such port: the modem is not there, or has another name now.',
    'gammu の設定にあるポートがありません。モデムが接続されていないか、ポート名が変わっています。',
    'port-not-found',
  ),
  says(
    /\b(?:DEVICELOCKED\[3\]|DEVICEBUSY\[5\])|\bERR_DEVICE(?:LOCKED|BUSY)\b/,
    'port',
    'failure',
    'Another program has the port open.',
    '他のプログラムがポートを開いています。',
    'port-busy',
  ),
  says(
    /\b(?:DEVICEOPENERROR\[2\]|DEVICENOPERMISSION\[6\])|\bERR_DEVICE(?:OPENERROR|NOPERMISSION)\b/,
    'port',
    'failure',
    'gammu could not open the port.',
    'gammu がポートを開けませんでした。',
  ),
  // `gammu networkinfo`, and gammu-smsd with the same words.
  says(
    /^Network state +: (?:home|roaming) network/,
    'network',
    'fine',
    'Registered with a network.',
    'ネットワークに登録されました。',
  ),
  says(
    /^Network state +: (?:requesting|no) network/,
    'network',
    'busy',
    'It waits for the registration.',
    'ネットワークへの登録を待っています。',
    'registration-searching',
  ),
  says(
    /^Network state +: registration to network denied/,
    'network',
    'failure',
    'The network refused the registration, or none was found.',
    '登録が拒否されたか、ネットワークが見つかりませんでした。',
    'registration-denied',
  ),
  says(
    /^ATCore ERROR:AT_sendcmd error/,
    'port',
    'failure',
    'A command was refused or not answered; this program does not say which.',
    'コマンドが拒否されたか、応答がありませんでした。このプログラムはどのコマンドかを出力していません。',
  ),
]
