import type { FaultCode } from '../../../fault'
import type { RungId } from '../../../modem/rungs'
import type { Words } from '../../../words'
import { type Says, says } from './says'

/** rasdial, the Windows dialler; its other outcomes are numbers. */
const rasdial: readonly Says[] = [
  says(
    /^(?:Successfully connected to .+|\S+ に正常に接続しました。?)$/,
    'ip',
    'fine',
    'The data session is up.',
    'データ接続が確立しました。',
  ),
  says(
    /^(?:Verifying username and password|ユーザー名とパスワードを検証中)/i,
    'ppp',
    'busy',
    'The call was answered; user and password are checked.',
    '回線が接続され、認証を行っています。',
  ),
  says(
    /^Connecting to .+\.\.\.\s*$|\bhas started dialing a .*connection\b/i,
    'ppp',
    'busy',
    'Windows dials.',
    'Windows が発信しています。',
  ),
]

/** In the languages of Windows: rasdial, the dialog, and RasClient's event 20227. */
const numbered =
  /(?:Remote Access error|RAS[- ]?(?:Fehler|error)|リモート ?アクセス ?エラー|Error de acceso remoto|Erreur d.accès distant|error code returned on failure is|(?:^|[([ ])(?:Error|Fehler|Erreur|エラー)) *[-:]? *(6[0-5]\d|67[689]|680|69[12]|71[68]|72[01]|73[3-6]|777|797)\b(?!\.\d)/i
/** A number alone is Windows' where the line speaks of it. */
const ofWindows =
  /Remote Access|RAS|リモート|acceso remoto|accès distant|returned on failure|rasdial|connection|modem|port|verbind|connexion|conexión|接続/i

interface Meaning {
  readonly rung: RungId
  readonly cause?: FaultCode
  readonly words: Words
}
const meaning = (rung: RungId, cause: FaultCode | undefined, en: string, ja: string): Meaning => ({
  rung,
  words: { en, ja },
  ...(cause ? { cause } : {}),
})

const dropped = meaning(
  'ppp',
  'link-modem-hung-up',
  'The port was closed before the connection was up: the modem hung up, or the network refused the data connection. Compare APN, user and password.',
  '接続が確立する前に切断されました。モデムが回線を切ったか、ネットワークがデータ接続を拒否しました。APN、ユーザー名、パスワードを確認してください。',
)
const remote = meaning(
  'ppp',
  'link-terminated-by-peer',
  'The other side ended the connection while it was being made.',
  '接続の途中で相手側が切断しました。',
)
const silent = meaning(
  'ppp',
  'link-no-lcp',
  'The other side did not answer PPP in time.',
  '相手が時間内に PPP に応答しませんでした。',
)
const noIp = meaning(
  'ip',
  'link-no-ipcp',
  'The link came up, but the other side speaks no IP on it: look at the APN and its type.',
  'リンクは確立しましたが、IP の設定に相手が応じませんでした。APN とその種別を確認してください。',
)
const noCarrier = meaning(
  'ppp',
  'dial-no-carrier',
  'No carrier came on the dial: the network did not give a data connection.',
  'ダイヤルに対して回線が接続されませんでした。ネットワークがデータ接続を許可していません。',
)
const noModem = meaning(
  'port',
  undefined,
  'Windows could not use the modem: it is in use by another program, gone, or does not answer.',
  'Windows がモデムを使用できません。他のプログラムが使用中か、取り外されているか、応答していません。',
)
const refusedDial = meaning(
  'ppp',
  'dial-refused',
  'The modem answered the dial or a command before it with an error. Look at the commands in the modem log (ModemLog_….txt).',
  'ダイヤルまたはその前のコマンドにモデムがエラーを返しました。モデムのログ（ModemLog_….txt）でコマンドを確認してください。',
)
const refusedLogin = meaning(
  'ppp',
  'link-auth-refused',
  'User or password was refused.',
  'ユーザー名またはパスワードが拒否されました。',
)

/** Numbers of raserror.h that a mobile connection ends with. */
const meanings: { readonly [code: number]: Meaning } = {
  602: noModem,
  615: noModem,
  617: noModem,
  619: dropped,
  628: remote,
  629: remote,
  630: noModem,
  633: noModem,
  638: silent,
  650: silent,
  651: refusedDial,
  652: refusedDial,
  676: noCarrier,
  678: noCarrier,
  679: noCarrier,
  680: noCarrier,
  691: refusedLogin,
  692: noModem,
  718: silent,
  720: noIp,
  721: silent,
  733: noIp,
  734: remote,
  735: meaning(
    'ip',
    'link-no-address',
    'The other side gave no address, or refused the one that was asked for.',
    '相手がアドレスを割り当てなかったか、要求したアドレスを拒否しました。',
  ),
  736: remote,
  777: refusedDial,
  797: noModem,
}

/** What a line of Windows says of a dial-up connection; undefined for other lines. */
export function windowsSays(text: string): Says | undefined {
  const told = rasdial.find(({ form }) => form.test(text))
  if (told) return told
  const code = numbered.exec(text)?.[1]
  const found = code === undefined || !ofWindows.test(text) ? undefined : meanings[Number(code)]
  return found && { form: numbered, state: 'failure', ...found }
}
