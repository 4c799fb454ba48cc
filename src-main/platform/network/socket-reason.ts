import { labelled, type Words } from '@core/words'

const words = (en: string, ja: string): Words => ({ en, ja })

const unknownName = words('the host name is not known', 'ホスト名が見つかりません')
const noRoute = words('there is no route to the host', 'ホストへの経路がありません')
const hungUp = words(
  'the other side closed the connection without an answer',
  '相手側が応答せずに接続を閉じました',
)
const noTls = words(
  'what answers there speaks no TLS; it may be the port for plain connections',
  '接続先は TLS に対応していません。暗号化なしのポートの可能性があります',
)
const unvouched = words(
  'nobody who is trusted here vouches for its certificate',
  'サーバー証明書が信頼されていません',
)

/** By the codes of the system, of Node and of OpenSSL. */
const reasons: ReadonlyMap<string, Words> = new Map([
  ['ECONNREFUSED', words('nothing listens there', '接続を待ち受けているプログラムがありません')],
  ['ENOTFOUND', unknownName],
  ['EAI_AGAIN', unknownName],
  ['EHOSTUNREACH', noRoute],
  ['ENETUNREACH', noRoute],
  ['ETIMEDOUT', words('no answer', '応答がありません')],
  ['ECONNRESET', hungUp],
  ['EPIPE', hungUp],
  ['ERR_SSL_WRONG_VERSION_NUMBER', noTls],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', noTls],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', unvouched],
  ['SELF_SIGNED_CERT_IN_CHAIN', unvouched],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', unvouched],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', unvouched],
  ['CERT_HAS_EXPIRED', words('its certificate has expired', 'サーバー証明書の期限が切れています')],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    words('its certificate is for another name', 'サーバー証明書の名前が接続先と一致しません'),
  ],
])

const inUse = (option: Words) =>
  words(
    `another program listens there already; end it, or choose another ${option.en} (0 takes a free one)`,
    `別のプログラムが使用中です。終了するか、別の${option.ja}を指定してください（0 で空きポートを使用）`,
  )
const anyPort = words('port', 'ポート')
const notHere = words(
  'that is neither an address nor a name that is known here',
  'アドレスでも、ここで解決できるホスト名でもありません',
)
const listenReasons: ReadonlyMap<string, Words> = new Map([
  [
    'EACCES',
    words(
      'ports below 1024 are for root; choose a higher one',
      '1024 未満のポートは root 専用です。より大きい番号を指定してください',
    ),
  ],
  [
    'EADDRNOTAVAIL',
    words(
      'this computer has no such address; 127.0.0.1 is itself alone, 0.0.0.0 all of its addresses',
      'このコンピューターにはこのアドレスがありません。127.0.0.1 は自分自身のみ、0.0.0.0 はすべてのアドレスです',
    ),
  ],
  ['ENOTFOUND', notHere],
  ['EAI_AGAIN', notHere],
])

/** Why a connection could not be made or ended, without a full stop; in words where the system has only a code. */
export const socketReason = (error: unknown): Words => reasonIn(reasons, error)

/** Why nobody can be heard at an address, without a full stop. `option`: what the person gives another port by, such as `--port`. */
export function listenReason(error: unknown, option?: string): Words {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (!isTaken) return reasonIn(listenReasons, error)
  return inUse(option === undefined ? anyPort : words(option, ` ${option} `))
}

/** `label: why.`, as the detail of a Fault. */
export function sentence(label: string, why: Words): Words {
  const { en, ja } = labelled(label, why)
  return { en: `${en}.`, ja: `${ja}。` }
}

function reasonIn(known: ReadonlyMap<string, Words>, error: unknown): Words {
  // Where several addresses of a name were tried, the first one's reason stands for all.
  const one: unknown = error instanceof AggregateError ? (error.errors[0] ?? error) : error
  const said = one instanceof Error ? one.message : String(one)
  const code = one instanceof Error && 'code' in one ? String(one.code) : ''
  const text = (said || code).trim().replace(/\.$/, '')
  return known.get(code) ?? (isNoTls(said) ? noTls : { en: text, ja: text })
}

/** OpenSSL's words come under the code of the system call that met them. */
const isNoTls = (said: string) => /wrong version number|packet length too long/i.test(said)
