import type { FaultCode } from '../../fault'
import type { RungId } from '../../modem/rungs'
import type { Severity, Words } from '../../words'
import type { RowDraft } from '../draft'

/** What a line of pppd (or of lwIP, which was made from it) says of the connection as a whole. */
export interface PppdSays {
  readonly rung: RungId
  readonly state: 'fine' | 'busy' | 'failure'
  readonly cause?: FaultCode
  readonly words: Words
}

type Row = PppdSays & { readonly form: RegExp }

/** By pppd's own texts: pppd(8), and main.c, auth.c, lcp.c, ipcp.c and fsm.c of ppp 2.4 and 2.5. */
const rows: readonly Row[] = [
  failed(/^LCP: timeout sending Config-Requests/, 'ppp', 'link-no-lcp', {
    en: 'pppd asked for the link ten times without an answer: nothing on this port speaks PPP.',
    ja: 'pppd が LCP を 10 回要求しましたが応答がなく、このポートで PPP が動いていません。',
  }),
  failed(/^IPCP: timeout sending Config-Requests/, 'ip', 'link-no-ipcp', {
    en: 'The link is up, but pppd asked for an address ten times without an answer.',
    ja: 'リンクは確立しましたが、アドレスの要求（IPCP）に 10 回とも応答がありません。',
  }),
  failed(/^Serial line is looped back/, 'ppp', 'link-looped', {
    en: 'pppd’s own frames come back: the modem is in command mode and echoes them.',
    ja: 'pppd 自身のフレームが戻ってきます。モデムがコマンドモードのままエコーしています。',
  }),
  failed(
    /^No response to \d+ echo-requests|^Serial link appears to be disc/,
    'ppp',
    'link-echo-timeout',
    {
      en: 'The other side answered no more echo requests, so pppd took the link for dead.',
      ja: 'エコー要求に応答がなくなり、pppd がリンク断と判断しました。',
    },
  ),
  failed(
    /^(?:PAP|CHAP) authentication failed|^(?:MS-)?CHAP.* failed|^Failed to authenticate ourselves/,
    'ppp',
    'link-auth-refused',
    { en: 'User or password was refused.', ja: 'ユーザー名またはパスワードが拒否されました。' },
  ),
  failed(
    /^(?:peer refused to authenticate|No auth is possible|.*peer refused .*auth)/i,
    'ppp',
    'link-auth-unsupported',
    {
      en: 'The two sides found no way to authenticate that both accept.',
      ja: '双方が受け入れる認証方式がありませんでした。',
    },
  ),
  failed(/^Peer is not authorized to use remote address/, 'ip', undefined, {
    en: 'pppd does not let the other side have its address: with the option noauth, or with the address in the file of secrets, it does.',
    ja: 'pppd が相手側のアドレスを許可していません。noauth オプションを指定するか、シークレットファイルでアドレスを許可してください。',
  }),
  failed(/^LCP terminated by peer/, 'ppp', 'link-terminated-by-peer', {
    en: 'The other side ended the link.',
    ja: '相手側がリンクを終了しました。',
  }),
  failed(/^Connection terminated/, 'ppp', undefined, {
    en: 'pppd ended the connection; the lines above say why.',
    ja: 'pppd が接続を終了しました。理由は上の行にあります。',
  }),
  failed(/^Could not determine (?:local|remote) IP address/, 'ip', 'link-no-address', {
    en: 'No IP address was agreed.',
    ja: 'IP アドレスが決まりませんでした。',
  }),
  failed(/^Modem hangup|^Hangup \(SIGHUP\)/, 'ppp', 'link-modem-hung-up', {
    en: 'The modem hung up: DCD fell or the port was closed.',
    ja: 'モデムが回線を切断しました（DCD がオフ、またはポートが閉じた）。',
  }),
  failed(/^Connect script failed/, 'ppp', undefined, {
    en: 'The dialling script (chat) failed; its lines above say at which command.',
    ja: 'ダイヤル用スクリプト（chat）が失敗しました。どのコマンドかは上の行にあります。',
  }),
  told(/^Serial connection established/, 'ppp', 'busy', {
    en: 'The dialling script is through; PPP begins.',
    ja: 'ダイヤル用スクリプトが完了し、PPP を開始します。',
  }),
  told(/^Connect: \S+ <-->/, 'ppp', 'busy', {
    en: 'PPP runs over this port from here on.',
    ja: 'このポートで PPP を開始しました。',
  }),
  // lwIP counts its phases (ppp.h): 10 runs. 9 is also passed on the way down.
  told(/^ppp phase changed\[\d+\]: phase=10\b/, 'ip', 'fine', {
    en: 'PPP runs: an address was agreed.',
    ja: 'PPP が動作中です。アドレスが決まりました。',
  }),
  told(/^Terminating on signal \d/, 'ppp', 'busy', {
    en: 'pppd was told to end: somebody, or a program, ended the connection on this side.',
    ja: 'pppd が終了の指示を受けました。接続はこちら側の操作またはプログラムによって終了しています。',
  }),
  told(/^(?:PAP|CHAP) authentication succeeded/, 'ppp', 'fine', {
    en: 'User and password were accepted.',
    ja: '認証に成功しました。',
  }),
  told(/^local {1,2}IP address \d/, 'ip', 'fine', {
    en: 'The network gave this computer an address.',
    ja: 'ネットワークから IP アドレスが割り当てられました。',
  }),
]

function failed(form: RegExp, rung: RungId, cause: FaultCode | undefined, words: Words): Row {
  return { form, rung, state: 'failure', words, ...(cause ? { cause } : {}) }
}

function told(form: RegExp, rung: RungId, state: 'fine' | 'busy', words: Words): Row {
  return { form, rung, state, words }
}

/** What a line without the program's name before it says of the connection; undefined where it says nothing of it. */
export function pppdSays(content: string): PppdSays | undefined {
  return rows.find(({ form }) => form.test(content))
}

const severities: { readonly [state in PppdSays['state']]: Severity } = {
  fine: 'fine',
  busy: 'fine',
  failure: 'failure',
}

export function pppdRow(text: string, { rung, state, cause, words }: PppdSays): RowDraft {
  return {
    dir: 'note',
    kind: 'ppp',
    text,
    explanation: {
      name: 'pppd',
      facts: { rung, state, ...(cause ? { cause } : {}) },
      words,
      severity: severities[state],
      secrets: [],
    },
  }
}

/** chat waited its whole time, and nothing has come from the modem since its log begins. */
export function inVain(text: string): RowDraft {
  return {
    dir: 'note',
    kind: 'note',
    text,
    explanation: {
      name: 'silence',
      facts: {},
      words: {
        en: 'chat waited in vain: nothing has come from the modem. Check power, port and baud rate, or whether it is in data mode.',
        ja: 'chat が待ちましたが、モデムから何も届いていません。電源、ポート、通信速度と、データモードのままでないかを確認してください。',
      },
      severity: 'failure',
      secrets: [],
    },
  }
}
