import { inAnyLog, type Says, says } from './says'

/** What wvdial concludes beside the exchange that it shows; a mail puts its marks before it. */
export const wvdial: readonly Says[] = [
  inAnyLog(
    says(
      /^(?:> ?)*--> Timed out while dialing/i,
      'ppp',
      'failure',
      'wvdial waited a minute for CONNECT, and gave this dial up.',
      'wvdial は CONNECT を 1 分待ち、このダイヤルを打ち切りました。',
      'dial-no-answer',
    ),
  ),
  inAnyLog(
    says(
      /^(?:> ?)*--> Modem not responding/i,
      'port',
      'failure',
      'The modem does not answer wvdial’s commands: wrong port or speed, or it is in data mode already, as behind a dial among the Init lines.',
      'モデムが wvdial のコマンドに応答しません。ポートや通信速度の誤り、または（Init 行でダイヤルした場合など）すでにデータモードであることが考えられます。',
      'at-unresponsive',
    ),
  ),
  says(
    /^(?:> ?)*--> (?:Carrier detected|Starting pppd)/,
    'ppp',
    'busy',
    'The dial came through; wvdial starts pppd.',
    'ダイヤルが接続され、wvdial が pppd を起動します。',
  ),
  says(
    /^(?:> ?)*--> local +IP address \d/,
    'ip',
    'fine',
    'The network gave this computer an address.',
    'ネットワークから IP アドレスが割り当てられました。',
  ),
  says(
    /^(?:> ?)*--> The PPP daemon has died: .*hung up/,
    'ppp',
    'failure',
    'The modem hung up: the network ended the call, or the modem restarted.',
    'モデムが回線を切断しました。ネットワーク側からの切断、またはモデムの再起動が考えられます。',
    'link-modem-hung-up',
  ),
  says(
    /^(?:> ?)*--> The PPP daemon has died: Authentication/,
    'ppp',
    'failure',
    'User or password was refused.',
    'ユーザー名またはパスワードが拒否されました。',
    'link-auth-refused',
  ),
  says(
    /^(?:> ?)*--> The PPP daemon has died/,
    'ppp',
    'failure',
    'pppd ended; the exit code in this line says why (pppd(8), EXIT STATUS).',
    'pppd が終了しました。理由はこの行の終了コードで分かります（pppd(8) の EXIT STATUS）。',
  ),
]
