import type { FaultCode } from '../../fault'
import type { RungId } from '../../modem/slot-state'
import type { Words } from '../../words'
import type { RowDraft } from '../draft'
import { type ImportEvent, type LogFormat, type LogParser, matching, type Stamp } from './format'
import { prefixStamp } from './prefix-stamp'

/** A line of a program that speaks QMI or MBIM with the modem, where no AT is to be seen. */
interface Says {
  readonly form: RegExp
  readonly rung: RungId
  readonly state: 'fine' | 'busy' | 'failure'
  readonly cause?: FaultCode
  readonly words: Words
}

const says = (
  form: RegExp,
  rung: RungId,
  state: Says['state'],
  en: string,
  ja: string,
  cause?: FaultCode,
): Says => ({
  form,
  rung,
  state,
  words: { en, ja },
  ...(cause ? { cause } : {}),
})

/** quectel-CM (QConnectManager), ModemManager and NetworkManager without debug, and OpenWrt's qmi.sh, mbim.sh and ncm.sh. */
const rows: readonly Says[] = [
  says(
    /ERROR: No response from NCP/,
    'port',
    'failure',
    'The modem did not answer.',
    'モデムが応答しませんでした。',
    'at-unresponsive',
  ),
  says(
    /init_chat_script: timed out/,
    'port',
    'failure',
    'The modem did not answer the first commands in time. Check power, port and baud rate.',
    '最初のコマンドに時間内の応答がありませんでした。電源、ポート、通信速度を確認してください。',
    'at-unresponsive',
  ),
  says(
    /CMUX setup time|Failed to (?:enter|configure|set|start) .{0,20}(?:CMUX|multiplexe)/i,
    'port',
    'failure',
    'The multiplexer (CMUX) did not start: its first frames were not answered.',
    'マルチプレクサー（CMUX）を開始できませんでした。最初のフレームに応答がありません。',
    'cmux-no-answer',
  ),
  says(
    /CHAT: CME Error/,
    'port',
    'fine',
    'The modem answered the dial with +CME ERROR; mpd does not show the number.',
    'ダイヤルに対して +CME ERROR が返りました。mpd は番号を表示しません。',
  ),
  says(
    /MODEM: chat script failed/,
    'ppp',
    'failure',
    'The dialling script failed; its lines above say at which command.',
    'ダイヤル用スクリプトが失敗しました。どのコマンドかは上の行にあります。',
  ),
  says(/SIMStatus: SIM_READY\b/, 'sim', 'fine', 'The SIM is ready.', 'SIM を使用できます。'),
  says(
    /SIMStatus: SIM_ABSENT\b|sim-missing|sim-?not-?inserted|SIM not inserted|SIM in illegal state/i,
    'sim',
    'failure',
    'The modem sees no SIM it can use.',
    '使用できる SIM がありません。',
    'sim-missing',
  ),
  says(
    /SIMStatus: SIM_PIN\b|SimPin\b|PIN (?:is )?required|Unable to verify PIN|PIN verification failed/i,
    'sim',
    'failure',
    'The SIM wants its PIN.',
    'SIM の PIN が必要です。',
    'sim-pin-needed',
  ),
  says(
    /requestRegistrationState\d? .*PS: Attached/,
    'network',
    'fine',
    'Registered, and attached to the packet network.',
    '登録済みで、パケットネットワークにアタッチしています。',
  ),
  says(
    /requestRegistrationState\d? .*PS: Detached/,
    'network',
    'busy',
    'Not attached to the packet network.',
    'パケットネットワークにアタッチしていません。',
    'registration-searching',
  ),
  says(
    /registration (?:failed )?\(?(?:registration )?time-?d? ?out/i,
    'network',
    'failure',
    'No network took the modem within the time it had.',
    '時間内にネットワークに登録できませんでした。',
    'registration-searching',
  ),
  says(
    /registration (?:failed|denied)|reason: '(?:denied|registration-denied)'|registration state changed.*denied/i,
    'network',
    'failure',
    'The network refused the registration, or none was found.',
    '登録が拒否されたか、ネットワークが見つかりませんでした。',
    'registration-denied',
  ),
  says(
    /^\s*(?:Registration state|Register state|"?registration"?): ['"]?(?:not-registered-searching|searching|deregistered|not_registered)|^\s*Status = (?:searching|unregistered)/i,
    'network',
    'busy',
    'It waits for the registration.',
    'ネットワークへの登録を待っています。',
    'registration-searching',
  ),
  says(
    /^\s*(?:Registration state|Register state): '(?:registered|home|roaming|partner)'|^\s*\{?"registration": ?"registered"|^\s*Status = (?:registered|roaming)/i,
    'network',
    'fine',
    'Registered with a network.',
    'ネットワークに登録されました。',
  ),
  says(
    /^\s*Status = denied/,
    'network',
    'failure',
    'The network refused the registration, or none was found.',
    '登録が拒否されたか、ネットワークが見つかりませんでした。',
    'registration-denied',
  ),
  says(
    /org\.ofono\.Error\.NotAttached|PacketServiceDetached/,
    'network',
    'busy',
    'Not attached to the packet network.',
    'パケットネットワークにアタッチしていません。',
    'registration-searching',
  ),
  says(
    /^(?:\s*3GPP)?\s*\|\s*registration: '?denied/,
    'network',
    'failure',
    'The network refused the registration, or none was found.',
    '登録が拒否されたか、ネットワークが見つかりませんでした。',
    'registration-denied',
  ),
  says(
    /^(?:\s*3GPP)?\s*\|\s*registration: '?(?:searching|idle)/,
    'network',
    'busy',
    'It waits for the registration.',
    'ネットワークへの登録を待っています。',
    'registration-searching',
  ),
  says(
    /^(?:\s*3GPP)?\s*\|\s*registration: '?(?:home|roaming)/,
    'network',
    'fine',
    'Registered with a network.',
    'ネットワークに登録されました。',
  ),
  says(
    /simple connect state \(\d+\/\d+\): register|Waiting for network registration|3GPP registration state changed \(.* -> (?:searching|idle)\)/i,
    'network',
    'busy',
    'It waits for the registration.',
    'ネットワークへの登録を待っています。',
    'registration-searching',
  ),
  says(
    /3GPP registration state changed \(.* -> (?:home|roaming)\)|state changed \(.* -> registered\)|Registered on network/i,
    'network',
    'fine',
    'Registered with a network.',
    'ネットワークに登録されました。',
  ),
  says(
    /(?:couldn't connect (?:bearer|the modem)|connection attempt #\d+ failed|couldn't connect\b.{0,40}):.*authentication fail/i,
    'ip',
    'failure',
    'The network refused user and password; the data session did not start.',
    'ユーザー名・パスワードが拒否され、データ接続が開始されませんでした。',
    'link-auth-refused',
  ),
  says(
    /\(6,29\)|user-auth(?:entication)?-failed/,
    'ip',
    'failure',
    'The network refused user and password (cause 29); the data session did not start.',
    'ユーザー名・パスワードが拒否され（原因 29）、データ接続が開始されませんでした。',
    'link-auth-refused',
  ),
  says(
    /\(6,(?:8|27|32|33)\)|operator-determined-barring|unknown-apn|option-(?:unsubscribed|not-supported)/,
    'ip',
    'failure',
    'The network refused the data session: the APN is unknown, or not in the subscription (causes 8, 27, 32 and 33).',
    'ネットワークがデータ接続を拒否しました。APN が存在しないか、契約に含まれていません（原因 8、27、32、33）。',
    'context-denied',
  ),
  says(
    /\(6,5[01]\)|ipv[46]-only-allowed|pdn-ipv[46]-call-disallowed/,
    'ip',
    'failure',
    'The network gives no address of this kind for the APN: try IPv4 alone, IPv6 alone, or both.',
    'この APN では要求した種類の IP アドレスが割り当てられません。IPv4 のみ、IPv6 のみ、または両方を試してください。',
    'context-denied',
  ),
  says(
    /\(3,2504\)|invalid-sim-state/,
    'ip',
    'failure',
    'The modem does not take the SIM as ready; the data session did not start. Switch the modem off and on.',
    'モデムが SIM を使用可能と認識しておらず、データ接続が開始されませんでした。モデムの電源を入れ直してください。',
    'sim-failure',
  ),
  says(
    /couldn't connect (?:bearer|the modem)\b|connection attempt #\d+ failed|requestSetupDataCall QMUXResult = 0x[1-9a-f]/i,
    'ip',
    'failure',
    'The data session did not start; the rest of the line says why, as far as the program knows.',
    'データ接続が開始されませんでした。理由は、判明している範囲でこの行の残りに示されています。',
    'context-not-activated',
  ),
  says(
    /couldn't start network|verbose call end reason|call_end_reason_verbose is|Unable to connect IPv|Failed to connect(?:$| modem)|modem-no-carrier|Connection activation failed/i,
    'ip',
    'failure',
    'The network did not start the data session; the call end reason says why (QMI WDS, verbose call end reason: type and number).',
    'データ接続が開始されませんでした。理由は call end reason（QMI WDS の種別と番号）にあります。',
    'context-not-activated',
  ),
  says(
    /requestSetupDataCall\b.*\bfailed/i,
    'ip',
    'failure',
    'The data session did not start; call_end_reason_verbose says why, where the program shows it. Look at the registration and the APN.',
    'データ接続が開始されませんでした。理由は、表示されていれば call_end_reason_verbose にあります。登録状態と APN を確認してください。',
    'context-not-activated',
  ),
  says(
    /PPP negotiation timed out/i,
    'ppp',
    'failure',
    'PPP did not come up within the time it had.',
    '時間内に PPP が確立しませんでした。',
  ),
  says(
    /ppp\S*: User interrupt/i,
    'ppp',
    'busy',
    'The program on this side ended PPP (lwIP: PPPERR_USER).',
    'こちら側のプログラムが PPP を終了しました（lwIP の PPPERR_USER）。',
  ),
  says(
    /requestSetupDataCall WdsConnectionIPv\dHandle: 0x(?!0+\b)|simple connect started|Starting network\b/i,
    'ip',
    'busy',
    'A data session is being started.',
    'データ接続を開始しています。',
  ),
  says(
    /IPv[46]ConnectionStatus: CONNECTED|state changed \(connecting -> connected\)|(?:lease|Lease) of [\d.]+ obtained|Interface '\S+' is now up/,
    'ip',
    'fine',
    'The data session is up.',
    'データ接続が確立しました。',
  ),
]

/** Programs that say beside the exchange what became of it: OpenWrt's netifd, mpd of FreeBSD, esp_modem, Particle's Device OS. */
const beside =
  /\bnetifd: |PPP negotiation timed out|ppp\S*: User interrupt|couldn't connect the modem|MODEM: chat script failed|CHAT: CME Error|CMUX setup time|Failed to (?:enter|configure|set|start) .{0,20}(?:CMUX|multiplexe)|ERROR: No response from NCP|init_chat_script: timed out/i

/** The line as a row, when it is such a program's own word within an exchange. */
export function besideRow(text: string): RowDraft | undefined {
  return beside.test(text) ? managerRow(text) : undefined
}

/** The line as a row, when such a program says in it how far it came. */
export function managerRow(text: string): RowDraft | undefined {
  const found = saysOf(text)
  return found && rowOf(text, found)
}

function saysOf(text: string): Says | undefined {
  return rows.find(({ form }) => form.test(text))
}

function rowOf(text: string, { rung, state, cause, words }: Says): RowDraft {
  const facts = { rung, state, ...(cause ? { cause } : {}) }
  const severity = state === 'failure' ? 'failure' : state === 'busy' ? 'notice' : 'fine'
  return {
    dir: 'note',
    kind: 'note',
    text,
    explanation: { name: 'manager', facts, words, severity, secrets: [] },
  }
}

class ManagerParser implements LogParser {
  #stamp: Stamp | undefined

  line(text: string): ImportEvent[] {
    this.#stamp = prefixStamp(text) ?? this.#stamp
    const when = this.#stamp ? { stamp: this.#stamp } : {}
    const found = saysOf(text)
    return [
      found ? { kind: 'row', row: rowOf(text, found), ...when } : { kind: 'text', text, ...when },
    ]
  }
  finish(): ImportEvent[] {
    return []
  }
}

const programs =
  /\[\d+\]: <(?:msg|dbg|inf|wrn|err)> |^\s*(?:Hardware|Status|3GPP)\s*\|\s|ModemManager\[\d+\]: |NetworkManager\[\d+\]: |\bnetifd: \S+ \(\d+\): |^\[\d\d-\d\d_\d\d:\d\d:\d\d:\d{3}\] |QConnectManager|\b(?:qmicli|mbimcli|uqmi) -|^\[\/dev\/cdc-wdm\d+\]|\borg\.ofono\.|\bmodem_cellular: |<(?:info|warn|error)>\s+\[modem\d/

/** A program that manages the modem by QMI or MBIM; only where the log holds no AT. */
export const manager: LogFormat = {
  id: 'manager',
  name: {
    en: 'log of a connection manager (QMI, MBIM)',
    ja: '接続マネージャー（QMI、MBIM）のログ',
  },
  detect: (lines) =>
    matching(lines, programs) > 0 ? 0.4 * lines.filter((line) => saysOf(line)).length : 0,
  parser: () => new ManagerParser(),
}
