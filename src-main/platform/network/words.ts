import type { Words } from '@core/words'

export const notConnected = (device: string): Words => ({
  en: `${device} is not connected.`,
  ja: `${device} は接続されていません。`,
})

export const noHostAnswer = (answerMs: number): Words => ({
  en: `no answer within ${answerMs / 1000} s`,
  ja: `${answerMs / 1000} 秒以内に応答がありません`,
})

export const noCertificate: Words = {
  en: 'TLS without a certificate',
  ja: 'TLS の証明書がありません',
}

export const otherServerListens = (status: number): Words => ({
  en: `HTTP ${status}; what listens there is not modem-bench serve`,
  ja: `HTTP ${status} が返りました。接続先は modem-bench serve ではありません`,
})

export const notHttp: Words = {
  en: 'what answers there does not speak HTTP',
  ja: '応答が HTTP ではありません',
}

export const tokenNotKnown = (status: number): Words => ({
  en: `HTTP ${status}; the token is not one of its own any more. Give the one that serve has now`,
  ja: `HTTP ${status} が返りました。トークンが無効です。serve の現在のトークンを指定してください`,
})

export const noProgramAnswer = (call: string, timeoutMs: number): Words => ({
  en: `${call}: no answer within ${timeoutMs / 1000} s.`,
  ja: `${call}：${timeoutMs / 1000} 秒以内に応答がありません。`,
})

/** The reasons of sockets have no full stop: they stand behind what was wanted. */
const words = (en: string, ja: string): Words => ({ en, ja })

export const unknownName = words('the host name is not known', 'ホスト名が見つかりません')
export const noRoute = words('there is no route to the host', 'ホストへの経路がありません')
export const hungUp = words(
  'the other side closed the connection without an answer',
  '相手側が応答せずに接続を閉じました',
)
export const noTls = words(
  'what answers there speaks no TLS; it may be the port for plain connections',
  '接続先は TLS に対応していません。暗号化なしのポートの可能性があります',
)
export const unvouched = words(
  'nobody who is trusted here vouches for its certificate',
  'サーバー証明書が信頼されていません',
)

export const nobodyListens = words(
  'nothing listens there',
  '接続を待ち受けているプログラムがありません',
)

export const silent = words('no answer', '応答がありません')

export const certificateExpired = words(
  'its certificate has expired',
  'サーバー証明書の期限が切れています',
)

export const certificateOfOther = words(
  'its certificate is for another name',
  'サーバー証明書の名前が接続先と一致しません',
)

export const portsOfRoot = words(
  'ports below 1024 are for root; choose a higher one',
  '1024 未満のポートは root 専用です。より大きい番号を指定してください',
)

export const noSuchAddress = words(
  'this computer has no such address; 127.0.0.1 is itself alone, 0.0.0.0 all of its addresses',
  'このコンピューターにはこのアドレスがありません。127.0.0.1 は自分自身のみ、0.0.0.0 はすべてのアドレスです',
)

export const notHere = words(
  'that is neither an address nor a name that is known here',
  'アドレスでも、ここで解決できるホスト名でもありません',
)

/** `option`: what the person gives another port by, such as `--port`. */
export function portInUse(option: string | undefined): Words {
  const other = option === undefined ? words('port', 'ポート') : words(option, ` ${option} `)
  return words(
    `another program listens there already; end it, or choose another ${other.en} (0 takes a free one)`,
    `別のプログラムが使用中です。終了するか、別の${other.ja}を指定してください（0 で空きポートを使用）`,
  )
}
