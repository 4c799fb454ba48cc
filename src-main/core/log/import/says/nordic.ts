import { inAnyLog, type Says, says } from './says'

/** Applications of the nRF Connect SDK: lte_lc, its samples and the connection manager of Zephyr; their log shows no AT. */
export const nordic: readonly Says[] = [
  says(
    /\blte_lc: Registration rejected/i,
    'network',
    'failure',
    'The network refused the registration; the EMM cause in this line says why (3GPP TS 24.301, 9.9.3.9).',
    'ネットワークが登録を拒否しました。理由はこの行の EMM cause にあります（3GPP TS 24.301 の 9.9.3.9）。',
    'registration-denied',
  ),
  inAnyLog(
    says(
      /Network registration status: (?:Connected\b|(?:registered|home|roaming)\b|[15]$)/i,
      'network',
      'fine',
      'Registered with a network.',
      'ネットワークに登録されました。',
    ),
  ),
  says(
    /Network registration status: (?:.*\bdenied\b|3$)/i,
    'network',
    'failure',
    'The network refused the registration.',
    'ネットワークが登録を拒否しました。',
    'registration-denied',
  ),
  inAnyLog(
    says(
      /Network registration status: |\bConnecting to (?:the )?LTE network\b|\bWaiting for network\b(?! answer)/i,
      'network',
      'busy',
      'It waits for the registration.',
      'ネットワークへの登録を待っています。',
      'registration-searching',
    ),
    /Network registration status: /i,
  ),
  inAnyLog(
    says(
      /(?:Failed to (?:connect to|establish) (?:the |an )?LTE\b|LTE (?:network|link|connection)\b.{0,30}\b(?:failed|could not be established|timed? ?out))/i,
      'network',
      'failure',
      'No network took the modem within the time it had.',
      '時間内にネットワークに登録できませんでした。',
      'registration-searching',
    ),
    /Failed to connect to (?:the )?LTE/,
  ),
  says(
    /\bConnected to (?:the )?LTE(?: network)?\b|\bLTE (?:link )?(?:is )?connected\b/i,
    'network',
    'fine',
    'Registered with a network.',
    'ネットワークに登録されました。',
  ),
  says(
    /\bPDN connection activated\b|\bNetwork connectivity (?:established|gained)\b|\bNetwork connected\b/i,
    'ip',
    'fine',
    'The data session is up.',
    'データ接続が確立しました。',
  ),
  says(
    /\bPDN connection (?:deactivated|network detach)|\bNetwork connectivity lost\b|\bNetwork disconnected\b/i,
    'ip',
    'failure',
    'The data session ended.',
    'データ接続が切断されました。',
    'context-not-activated',
  ),
  says(
    /\blte_lc: (?:Could not get registration status|nrf_modem_at_\w+ failed)/i,
    'port',
    'failure',
    'The program could not give a command to the modem: is the modem library started (nrf_modem_lib_init) before it?',
    'プログラムがモデムにコマンドを渡せませんでした。先に nrf_modem_lib_init でモデムライブラリーを開始しているか確認してください。',
  ),
]
