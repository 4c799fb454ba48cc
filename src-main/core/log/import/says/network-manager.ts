import { type Says, says } from './says'

/** `(reason 'gsm-registration-denied')`, `reason: 'gsm-registration-denied'`, and nmcli's sentence for the same. */
const reason = (names: string, sentence: string) =>
  new RegExp(
    `reason:? '(?:${names})'|^Error: Connection activation failed: (?:\\(\\d+\\) )?(?:${sentence})`,
    'i',
  )

/** NetworkManager's reasons for a modem (NMDeviceStateReason), and the errors of nmcli. */
export const networkManager: readonly Says[] = [
  says(
    reason('gsm-sim-pin-required', "(?:GSM Modem's )?SIM PIN required"),
    'sim',
    'failure',
    'The SIM wants its PIN.',
    'SIM の PIN が必要です。',
    'sim-pin-needed',
  ),
  says(
    reason('gsm-sim-puk-required', "(?:GSM Modem's )?SIM PUK required"),
    'sim',
    'failure',
    'The SIM is locked and wants its PUK.',
    'SIM がロックされており、PUK が必要です。',
    'sim-puk',
  ),
  says(
    reason('gsm-pin-check-failed|sim-pin-incorrect', 'PIN check failed|The SIM PIN was incorrect'),
    'sim',
    'failure',
    'The PIN is wrong; each wrong one takes a try away.',
    'PIN が誤っています。誤るたびに残り回数が減ります。',
    'sim-pin-wrong',
  ),
  says(
    reason('gsm-sim-not-inserted', "(?:GSM Modem's )?SIM card not inserted"),
    'sim',
    'failure',
    'The modem sees no SIM it can use.',
    '使用できる SIM がありません。',
    'sim-missing',
  ),
  says(
    reason('gsm-registration-denied', 'Network registration denied'),
    'network',
    'failure',
    'The network refused the registration.',
    'ネットワークが登録を拒否しました。',
    'registration-denied',
  ),
  says(
    reason(
      'gsm-registration-(?:timeout|failed|not-searching)',
      'Network registration timed out|Failed to register with the requested network|Not searching for networks',
    ),
    'network',
    'failure',
    'No network took the modem within the time it had.',
    '時間内にネットワークに登録できませんでした。',
    'registration-searching',
  ),
  says(
    /modem state changed, 'enabling' --> 'disabled' \(reason: (?!user)/,
    'network',
    'failure',
    'The modem could not be enabled: ModemManager gave up while it switched the radio on. Its own log says why (mmcli -G DEBUG).',
    'モデムを有効化できませんでした。ModemManager が無線をオンにする途中で中断しています。理由は ModemManager のログ（mmcli -G DEBUG）で確認できます。',
    'radio-refused',
  ),
  says(
    reason('gsm-apn-failed', 'Failed to select the specified APN'),
    'ip',
    'failure',
    'The modem did not take the APN.',
    'モデムが APN を受け付けませんでした。',
    'context-refused',
  ),
  says(
    /error starting PPP: .*Could not find "pppd" binary/,
    'ppp',
    'failure',
    'pppd is not installed where NetworkManager looks for it: install the package ppp.',
    'NetworkManager が pppd を見つけられません。ppp パッケージをインストールしてください。',
  ),
  says(
    reason(
      'ppp-(?:start-failed|disconnect|failed)',
      'PPP (?:service failed to start|service disconnected|failed)',
    ),
    'ppp',
    'failure',
    'PPP did not come up, or ended; pppd’s own lines say why.',
    'PPP が確立しなかったか、終了しました。理由は pppd の行にあります。',
  ),
  says(
    reason('modem-dial-(?:timeout|failed)', 'The dialing (?:request timed out|attempt failed)'),
    'ppp',
    'failure',
    'The dial failed.',
    'ダイヤルに失敗しました。',
    'dial-refused',
  ),
  says(
    reason(
      'ip-config-(?:unavailable|expired)',
      'IP configuration could not be reserved|The IP configuration is no longer valid',
    ),
    'ip',
    'failure',
    'The connection got no address: the network gave none, or the modem’s network card did not answer DHCP.',
    'アドレスを取得できませんでした。ネットワークが割り当てなかったか、モデムのネットワークインターフェースが DHCP に応答していません。',
    'link-no-address',
  ),
  says(
    reason('no-secrets', 'Secrets were required, but not provided|(?:No valid|Invalid) secrets'),
    'ip',
    'failure',
    'NetworkManager lacks the password or PIN of this connection: nobody gave it, or it is wrong.',
    'この接続のパスワードまたは PIN がないか、誤っています。',
  ),
  says(
    reason(
      'modem-(?:init-failed|not-found|failed|busy)',
      'Modem (?:initialization failed|failed or no longer available)|The modem could not be found|The device disappeared',
    ),
    'port',
    'failure',
    'NetworkManager lost the modem, or it did not start up: ModemManager’s log says why.',
    'NetworkManager からモデムが見えなくなったか、初期化に失敗しました。理由は ModemManager のログにあります。',
  ),
  says(
    /^Error: Connection activation failed: .*The base network connection was interrupted/,
    'ip',
    'failure',
    'The connection ended while it was being made: the modem’s lines around, or ModemManager’s log, say why.',
    '接続の確立中に切断されました。理由は前後のモデムの行か、ModemManager のログにあります。',
  ),
]
