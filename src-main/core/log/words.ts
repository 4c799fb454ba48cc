import type { Words } from '../words'

export const gaveUp = (src: string, why: Words): Words => ({
  en: `${src} gave a packet up: ${why.en}.`,
  ja: `${src} からの通知：${why.ja}。`,
})

export const isThereRouter: Words = {
  en: 'Is there a router?',
  ja: 'ルーターへの問い合わせ（RS）です。',
}

export const whoHas = (target: string): Words => ({
  en: `Who has ${target}?`,
  ja: `${target} の問い合わせ（NS）です。`,
})

export const isHere = (target: string): Words => ({
  en: `${target} is here.`,
  ja: `${target} からの応答（NA）です。`,
})

export const ownFrameBack: Words = {
  en: 'Our own frame comes back: the modem is in command mode and echoes it; the multiplexer does not run.',
  ja: '送信したフレームがそのまま返っています。モデムはコマンドモードのままエコーしており、CMUX は動作していません。',
}

export const channelCarries = (dlci: number, octets: number): Words => ({
  en: `Channel ${dlci} carries ${octets} octets.`,
  ja: `チャネル ${dlci} のデータ、${octets} オクテット。`,
})

export const unreachable: { readonly [code: number]: Words } = {
  0: { en: 'the network', ja: 'ネットワーク' },
  1: { en: 'the host', ja: 'ホスト' },
  2: { en: 'the protocol', ja: 'プロトコル' },
  3: { en: 'the port', ja: 'ポート' },
}

export const pingRequest = (seq: number, to: string): Words => ({
  en: `Ping request ${seq} to ${to}.`,
  ja: `${to} への ping 要求 ${seq} です。`,
})

export const pingReply = (seq: number, from: string, took: Words): Words => ({
  en: `Ping reply ${seq} from ${from}${took.en}.`,
  ja: `${from} からの ping 応答 ${seq} です${took.ja}。`,
})

export const icmpCode = (code: number): Words => ({ en: `code ${code}`, ja: `コード ${code}` })

export const cannotBeReached = (src: string, what: Words): Words => ({
  en: `${src} says that ${what.en} cannot be reached.`,
  ja: `${src} からの通知：${what.ja}に到達できません。`,
})

export const ttlPassed = (src: string): Words => ({
  en: `${src} gave the packet up: it had passed too many routers (TTL).`,
  ja: `${src} からの通知：TTL 切れでパケットが破棄されました。`,
})

export const udpFromTo = (
  near: string,
  fromPort: number,
  far: string,
  toPort: number,
  time: string,
  counted: string,
  octets: number,
): Words => ({
  en: `UDP from ${near}:${fromPort} to ${far}:${toPort}${time}, ${counted} of data.`,
  ja: `UDP${time}：${near}:${fromPort} から ${far}:${toPort} へ、データ ${octets} オクテット。`,
})

export const dnsAsks = (type: string, name: string): Words => ({
  en: `DNS asks ${type} ${name}.`,
  ja: `DNS の問い合わせ：${type} ${name}`,
})

export const dnsRefuses = (type: string, name: string, why: Words, took: Words): Words => ({
  en: `DNS answers ${type} ${name}: ${why.en}${took.en}.`,
  ja: `DNS の応答：${type} ${name}、${why.ja}${took.ja}。`,
})

export const dnsAnswers = (
  type: string,
  name: string,
  addresses: readonly string[],
  took: Words,
): Words => ({
  en: `DNS answers ${type} ${name}: ${addresses.join(', ')}${took.en}.`,
  ja: `DNS の応答：${type} ${name} は ${addresses.join('、')}${took.ja}。`,
})

export const tcpReset = (near: string): Words => ({
  en: `TCP RST from ${near}: the connection is refused or broken off.`,
  ja: `TCP RST（${near}）：接続が拒否または中断されました。`,
})

export const tcpSyn = (far: string): Words => ({
  en: `TCP SYN to ${far}: asks for a connection.`,
  ja: `TCP SYN（${far}）：接続を要求しています。`,
})

export const tcpSynAck = (near: string, took: Words): Words => ({
  en: `TCP SYN ACK from ${near}: takes the connection${took.en}.`,
  ja: `TCP SYN ACK（${near}）：接続を受け入れました${took.ja}。`,
})

export const tcpFin = (near: string): Words => ({
  en: `TCP FIN from ${near}: has no more to send.`,
  ja: `TCP FIN（${near}）：送信を終了します。`,
})

export const acknowledgedOnly: Words = { en: 'acknowledged', ja: '確認応答' }

export const tcpFromTo = (near: string, far: string, what: Words): Words => ({
  en: `TCP from ${near} to ${far}: ${what.en}.`,
  ja: `TCP：${near} から ${far} へ、${what.ja}。`,
})

export const noSuchDnsName: Words = { en: 'there is no such name', ja: '名前が存在しません' }

export const dnsServerFails = (rcode: number): Words => ({
  en: `the server refuses or fails (RCODE ${rcode})`,
  ja: `サーバーのエラーです（RCODE ${rcode}）`,
})

export const noIpv6Address: Words = { en: 'no IPv6 address', ja: 'IPv6 アドレスがありません' }

export const noIpAddress: Words = { en: 'no address', ja: 'アドレスがありません' }

export const damaged: Words = {
  en: 'The capture is damaged here: what follows cannot be read.',
  ja: 'キャプチャーがここで壊れているため、以降は読み取れません。',
}

export const startedOver = (times: number): Words => ({
  en: `The modem started over ${times} times though no command asked for it.`,
  ja: `コマンドによらない再起動が ${times} 回起きています。`,
})

export const notRecorded: Words = {
  en: 'The modem went to data mode; no frame of PPP is in the log, so that what became of it is not known.',
  ja: 'データモードに入りましたが、ログに PPP フレームがないため、その後の経過は不明です。',
}

export const afterMs = (ms: number): Words => ({ en: `, after ${ms} ms`, ja: `（${ms} ms 後）` })

export const octetsOf = (octets: number): Words => ({
  en: octets === 1 ? '1 octet' : `${octets} octets`,
  ja: `${octets} オクテット`,
})

/** What an advertisement of a router tells of itself (RFC 4861, 4.2; RFC 8106; RFC 8781). */
export function advertised(ra: {
  readonly prefixes: readonly string[]
  readonly dns: readonly string[]
  readonly mtu: number | null
  readonly nat64: string | null
  readonly managed: boolean
  readonly other: boolean
  readonly isDefault: boolean
}): Words {
  const parts: readonly (readonly [has: boolean, words: Words])[] = [
    [
      ra.prefixes.length > 0,
      { en: `prefix ${ra.prefixes.join(', ')}`, ja: `プレフィックス ${ra.prefixes.join('、')}` },
    ],
    [ra.dns.length > 0, { en: `DNS ${ra.dns.join(', ')}`, ja: `DNS ${ra.dns.join('、')}` }],
    [ra.mtu !== null, { en: `MTU ${ra.mtu}`, ja: `MTU ${ra.mtu}` }],
    [ra.nat64 !== null, { en: `NAT64 ${ra.nat64}`, ja: `NAT64 ${ra.nat64}` }],
    [ra.managed, { en: 'addresses by DHCPv6 (M)', ja: 'アドレスは DHCPv6 で取得（M）' }],
    [ra.other, { en: 'more by DHCPv6 (O)', ja: 'その他の情報は DHCPv6 で取得（O）' }],
    [!ra.isDefault, { en: 'not to be sent to', ja: 'デフォルトルーターではない' }],
  ]
  const told = parts.flatMap(([has, words]) => (has ? [words] : []))
  return {
    en: told.map(({ en }) => en).join(', ') || 'nothing to tell',
    ja: told.map(({ ja }) => ja).join('、') || '情報なし',
  }
}

export const routerSays = (src: string, told: Words): Words => ({
  en: `Router ${src}: ${told.en}.`,
  ja: `ルーター広告（RA、${src}）：${told.ja}。`,
})

export const switchedItselfOff = (times: number): Words => ({
  en: `The modem switched itself off ${times} times, since its supply voltage was too low.`,
  ja: `電源電圧が低下し、モデムが ${times} 回、自ら電源を切りました。`,
})
