import type { TroubleCause } from '../modem/family-command'
import type { Words } from '../words'
import type { SocketOutcome, SocketStack, SocketStepId, TlsFinding } from './outcome'

export const expectedHost = (target: string): Words => ({
  en: `“${target}”: expected a host name or an IPv4 address, such as example.com.`,
  ja: `「${target}」：example.com のようなホスト名か IPv4 アドレスを指定してください。`,
})
export const expectedPlace = (target: string): Words => ({
  en: `“${target}”: expected host:port, such as echo.example:7.`,
  ja: `「${target}」：echo.example:7 のように「ホスト:ポート」の形式で指定してください。`,
})

export const stepWords: { readonly [id in SocketStepId]: Words } = {
  registration: { en: 'registration', ja: 'ネットワーク登録' },
  context: { en: 'context', ja: 'コンテキスト' },
  dns: { en: 'name', ja: '名前解決' },
  ping: { en: 'ping', ja: 'ping' },
  open: { en: 'open', ja: '接続' },
  send: { en: 'send', ja: '送信' },
  receive: { en: 'receive', ja: '受信' },
  close: { en: 'close', ja: '切断' },
  tls: { en: 'TLS settings', ja: 'TLS 設定' },
  begin: { en: 'prepare', ja: '準備' },
  get: { en: 'request', ja: '要求' },
  read: { en: 'read', ja: '読み出し' },
  start: { en: 'start', ja: '開始' },
  connect: { en: 'log in', ja: 'ログイン' },
  subscribe: { en: 'subscribe', ja: '購読' },
  publish: { en: 'publish', ja: 'パブリッシュ' },
}

export const stackWords: { readonly [over in SocketStack]: Words } = {
  modem: { en: 'the modem’s stack', ja: 'モデム内蔵スタック' },
  console: { en: 'the console’s own IP', ja: '本プログラムの IP' },
}

const causes: { readonly [cause in TroubleCause]: Words } = {
  dns: {
    en: 'The name could not be resolved.',
    ja: '名前を解決できませんでした。',
  },
  refused: { en: 'The connection was refused.', ja: '接続が拒否されました。' },
  timeout: { en: 'Nothing came in time.', ja: '制限時間内に応答がありませんでした。' },
  context: {
    en: 'The context of the modem’s stack is not open.',
    ja: 'モデム内蔵スタックのコンテキストが開いていません。',
  },
  tls: { en: 'TLS could not be agreed on.', ja: 'TLS のハンドシェイクに失敗しました。' },
  certificate: {
    en: 'The certificate was not accepted.',
    ja: '証明書を検証できませんでした。',
  },
  closed: { en: 'The other side closed the connection.', ja: '相手側が接続を切断しました。' },
  login: {
    en: 'The broker refused the log-in: check user, password and client ID.',
    ja: 'ブローカーがログインを拒否しました。ユーザー名、パスワード、クライアント ID を確認してください。',
  },
  full: { en: 'There is no room in the modem.', ja: 'モデムに空き容量がありません。' },
  missing: { en: 'The modem has no such file.', ja: 'モデムにそのファイルがありません。' },
  exists: { en: 'The modem has it already.', ja: 'モデムにすでに存在します。' },
  other: { en: 'The modem refused it.', ja: 'モデムが拒否しました。' },
}

/** A command that was refused, without its parameters: a password may be among them; and what was said. */
export interface Refused {
  readonly command: string
  readonly seen: string
}

const refusedCommand = ({ command, seen }: Refused): Words => ({
  en: `The modem refused ${command}: ${seen}.`,
  ja: `モデムが ${command} を拒否しました（応答：${seen}）。`,
})

/** What a modem’s refusal means; the words of its manual stand behind ours. */
export function troubleWords(
  cause: TroubleCause,
  manual: Words | null,
  refused: Refused | null,
): Words {
  const said = refused && cause === 'other' ? refusedCommand(refused) : causes[cause]
  if (!manual) return said
  return {
    en: `${said.en} Its manual: ${manual.en}.`,
    ja: `${said.ja}（マニュアルの記載：${manual.ja}）`,
  }
}

export const nothingCameBack = (seconds: number): Words => ({
  en: `Nothing came back within ${seconds} s. A server that does not answer says nothing of the way there.`,
  ja: `${seconds} 秒以内に何も返りませんでした。応答を返さないサーバーの場合、経路の良否は判断できません。`,
})
export const messageNotBack = (seconds: number): Words => ({
  en: `The broker took the message, and it did not come back within ${seconds} s. The user may not be allowed to read this topic: try another with --topic, or in the dialog.`,
  ja: `ブローカーはメッセージを受け付けましたが、${seconds} 秒以内に折り返しがありません。このトピックの購読権限がない可能性があります。別のトピックで試してください。`,
})
export const notRegistered = (seconds: number): Words => ({
  en: `The modem did not register within ${seconds} s, so its stack has no network. modem-bench connect PORT says at which step it stops.`,
  ja: `${seconds} 秒以内にネットワークに登録されなかったため、内蔵スタックは通信できません。modem-bench connect ポート で、どのステップで止まるかを確認できます。`,
})
/** Behind the meaning of a context that did not open. */
export const lookAtApn: Words = {
  en: 'The stack takes its APN from the modem’s own context: modem-bench contexts PORT shows it, contexts set PORT 1 --apn NAME sets it.',
  ja: '内蔵スタックはモデムのコンテキストの APN を使います。modem-bench contexts ポート で確認し、contexts set ポート 1 --apn 名前 で設定してください。',
}
export const noAnswerInTime: Words = {
  en: 'The modem did not say how it went.',
  ja: 'モデムから結果が通知されませんでした。',
}
export const httpStatusSaid = (status: number): Words => ({
  en: `The server answered ${status}: the way there works, the request was not taken.`,
  ja: `サーバーの応答：${status}。経路は正常ですが、要求は受け付けられませんでした。`,
})

const findings: { readonly [finding in TlsFinding]: Words } = {
  'sni-off': {
    en: 'SNI is off: with the name sent it works. Turn it on in the modem’s TLS settings.',
    ja: 'SNI がオフです。名前を送信すると成功しました。モデムの TLS 設定で SNI をオンにしてください。',
  },
  'ca-missing': {
    en: 'The certificate is checked and no CA is set: without the check it works. Load the CA under Files, and name it in the TLS settings.',
    ja: '証明書を検証する設定ですが、CA が未設定です。検証なしでは成功しました。「ファイル」で CA を書き込み、TLS 設定で指定してください。',
  },
  'ca-wrong': {
    en: 'The CA that is set does not vouch for this server: without the check it works. Load the CA of this server.',
    ja: '設定済みの CA ではこのサーバーを検証できません。検証なしでは成功しました。サーバーに合った CA を書き込んでください。',
  },
}
export const findingWords = (finding: TlsFinding): Words => findings[finding]

export const workedWords = (
  { what, target }: Pick<SocketOutcome, 'what' | 'target'>,
  over: SocketStack,
  detail: Words,
): Words => ({
  en: `${what} ${target} works over ${stackWords[over].en}: ${detail.en}.`,
  ja: `${what} ${target}：${over === 'console' ? `${stackWords[over].ja} ` : stackWords[over].ja}で成功しました（${detail.ja}）。`,
})
export const failedWords = (
  { what, target }: Pick<SocketOutcome, 'what' | 'target'>,
  over: SocketStack,
  why: Words,
): Words => ({
  en: `${what} ${target} does not work over ${stackWords[over].en}. ${why.en}`,
  ja: `${what} ${target}：${over === 'console' ? `${stackWords[over].ja} ` : stackWords[over].ja}では失敗しました。${why.ja}`,
})

export const bothWork = (modemMs: string, consoleMs: string): Words => ({
  en: `It works over both: ${modemMs} over the modem’s stack, ${consoleMs} over the console’s own IP.`,
  ja: `どちらでも成功しました（モデム内蔵スタック：${modemMs}、本プログラムの IP：${consoleMs}）。`,
})
export const onlyConsole = (why: Words): Words => ({
  en: `It works over the console’s own IP, not over the modem’s stack. ${why.en}`,
  ja: `本プログラムの IP では成功し、モデム内蔵スタックでは失敗しました。${why.ja}`,
})
export const onlyModem = (why: Words): Words => ({
  en: `It works over the modem’s stack, not over the console’s own IP. ${why.en}`,
  ja: `モデム内蔵スタックでは成功し、本プログラムの IP では失敗しました。${why.ja}`,
})
export const neitherWorks: Words = {
  en: 'It works over neither: what they share is the SIM, the network and the server.',
  ja: 'どちらでも失敗しました。両者に共通するのは SIM、ネットワーク、サーバーです。',
}
export const causeUnknown: Words = {
  en: 'Why is not known from here: look at the result above, and try DNS and ping over both.',
  ja: '原因は特定できません。上の結果を確認し、DNS と ping を両方で試してください。',
}
export const sameName: Words = {
  en: 'The modem’s name servers do not know the name, those of the PPP link do.',
  ja: 'モデムの DNS サーバーではこの名前を解決できず、PPP リンクの DNS サーバーでは解決できます。',
}
export const contextNotOpen: Words = {
  en: 'The context of its stack does not open: its APN may differ from the one that was dialled.',
  ja: '内蔵スタックのコンテキストが開きません。ダイヤル時とは異なる APN が設定されている可能性があります。',
}
