import { inAnyLog, type Says, says } from './says'

/** What libraries for modems and the sketches that come with them print beside the exchange, or instead of it. */
export const libraries: readonly Says[] = [
  inAnyLog(
    says(
      // Hologram's library, and the test of Arduino's MKRGSM and MKRNB.
      /^ERROR: Timeout when calling AT|ERROR, no modem answer/,
      'port',
      'failure',
      'The modem did not answer in time.',
      'モデムが時間内に応答しませんでした。',
      'at-unresponsive',
    ),
  ),
  inAnyLog(
    says(
      // SimcomGsmLib.
      /Socket \[\d+\] event: ConnectFailed/,
      'internet',
      'failure',
      'The modem got no connection to the server within the time that it had.',
      '時間内にサーバーへ接続できませんでした。',
      'inside-no-connection',
    ),
  ),
  says(
    // Hologram's library tells pppd's end so.
    /Modem hangup - possibly due to an unregistered SIM/,
    'ppp',
    'failure',
    'The modem hung up while PPP was being dialled: look at its registration and at the SIM’s state first.',
    'PPP のダイヤル中にモデムが切断しました。まず登録状態と SIM の状態を確認してください。',
    'link-modem-hung-up',
  ),
  says(
    // LilyGO's examples, as they are and as people change them.
    /\b(?:Network|Online) registration (?:was )?successful\b/i,
    'network',
    'fine',
    'Registered with a network.',
    'ネットワークに登録されました。',
  ),
  says(
    /\b(?:Failed to activate network|Enable network failed)\b/i,
    'ip',
    'failure',
    'The modem’s own data connection did not come up; this program does not show why.',
    'モデム内蔵のデータ接続を確立できませんでした。このプログラムは理由を出力していません。',
    'context-not-activated',
  ),
  inAnyLog(
    says(
      // TinyGSM's examples.
      /^\[\d+\] (?:GPRS status: connected|Local IP: [1-9])/,
      'ip',
      'fine',
      'The data session is up.',
      'データ接続が確立しました。',
    ),
  ),
  inAnyLog(
    says(
      // Adafruit's FONA and Botletics' library, whose examples try again.
      /(?:^|-> ?)Failed to enable GPRS\b/,
      'context',
      'failure',
      'The program did not bring up the data connection: the command before was refused, or not answered in time.',
      'プログラムがデータ接続を確立できませんでした。直前のコマンドが拒否されたか、時間内に応答がありません。',
      'context-not-activated',
    ),
  ),
  inAnyLog(
    says(
      // Libraries for SIMCom print what +HTTPACTION said: 6xx and 7xx are the modem's own.
      /^HTTP status: [67]\d\d$/,
      'internet',
      'failure',
      'The modem reached no server: a status of 6xx or 7xx is its own, 601 a network error, 603 a name that was not found.',
      'サーバーに到達できませんでした。6xx、7xx はモデム自身のステータスです（601 はネットワークエラー、603 は名前解決の失敗）。',
      'inside-no-connection',
    ),
  ),
]
