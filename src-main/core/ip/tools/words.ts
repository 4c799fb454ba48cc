import type { Words } from '../../words'

export const hasNoRecord = (name: string, type: string, server: string, time: string): Words => ({
  en: `${name} has no ${type} record, says ${server} (${time}).`,
  ja: `${server} によると ${name} に ${type} レコードはありません（${time}）。`,
})

export const pageFacts = (
  status: number,
  reason: string,
  bodyBytes: number,
  time: string,
): Words => ({
  en: `${status} ${reason}, ${bodyBytes} octets, ${time}`,
  ja: `${status} ${reason}、${bodyBytes} オクテット、${time}`,
})

/** A page that came: `over` the address it was reached by over IPv6, empty otherwise; `doubt` about its TLS. */
export const pageAnswered = (page: {
  readonly url: string
  readonly over: string
  readonly answer: string
  readonly octets: number
  readonly time: string
  readonly first: string
  readonly doubt: Words
}): Words => ({
  en: `${page.url}${page.over && ` over IPv6 (${page.over})`}: ${page.answer}, ${page.octets} octets in ${page.time}, first octet after ${page.first}.${page.doubt.en && ` ${page.doubt.en}`}`,
  ja: `${page.url}${page.over && `（IPv6、${page.over}）`}：${page.answer}、${page.octets} オクテット、${page.time}（最初の応答まで ${page.first}）。${page.doubt.ja}`,
})

export const pageRefused = ({ en, ja }: Words, byServer: boolean): Words => ({
  en: `${en} ${byServer ? 'The server has a problem of its own.' : 'The server refuses the request; the link itself works.'}`,
  ja: `${ja}${byServer ? 'サーバー側の障害です。' : 'サーバーが要求を拒否しました。回線自体は通じています。'}`,
})

export const clockOffset = (signed: string, trip: string): Words => ({
  en: `offset ${signed}, round trip ${trip}`,
  ja: `時刻差 ${signed}、往復 ${trip}`,
})

export const clockAgrees = (server: string, trip: string): Words => ({
  en: `This computer’s clock agrees with ${server} (round trip ${trip}).`,
  ja: `この PC の時計は ${server} と一致しています（往復 ${trip}）。`,
})

export const clockDiffers = (
  seconds: string,
  behind: boolean,
  server: string,
  trip: string,
): Words => ({
  en: `This computer’s clock is ${seconds} ${behind ? 'behind' : 'ahead of'} ${server} (round trip ${trip}).`,
  ja: `この PC の時計は ${server} より ${seconds} ${behind ? '遅れて' : '進んで'}います（往復 ${trip}）。`,
})

export const echoUnanswered = (host: string, seq: number): Words => ({
  en: `${host}: seq=${seq} no answer`,
  ja: `${host}：seq=${seq} 応答なし`,
})

export const echoTimes = (least: string, average: string, most: string, jitter: string): Words => ({
  en: `min ${least}, avg ${average}, max ${most}, jitter ${jitter}`,
  ja: `最小 ${least}、平均 ${average}、最大 ${most}、ジッター ${jitter}`,
})

export const stoppedEarly: Words = {
  en: 'Stopped before the first answer.',
  ja: '応答の前に中止しました。',
}

export const echoTally = (
  head: string,
  sent: number,
  received: number,
  lossPct: string,
): Words => ({
  en: `${head}: ${sent} sent, ${received} received, ${lossPct} % lost`,
  ja: `${head}：送信 ${sent}、受信 ${received}、損失 ${lossPct} %`,
})

export const hostUnreachable = (
  host: string,
  from: string | null,
  error: string | null,
  says: Words,
): Words => ({
  en: `${host} cannot be reached: ${from ?? 'a router'} says “${error ?? ''}”.`,
  ja: `${host} に到達できません。${from ?? 'ルーター'} の通知：${says.ja}。`,
})

export const answersNoPing = (host: string, sent: number): Words => ({
  en: `${host} answers no ping: ${sent} sent. It may be off, unreachable, or set not to answer.`,
  ja: `${host} は ping に応答しません（${sent} 回送信）。停止中、到達不能、または応答しない設定です。`,
})

export const answersPing = (
  host: string,
  overIpv6: boolean,
  received: number,
  sent: number,
  avg: string,
  someLost: boolean,
): Words => ({
  en: `${host} answers${overIpv6 ? ' over IPv6' : ''}: ${received} of ${sent}, ${avg} on average.${someLost ? ' Some echoes got lost.' : ''}`,
  ja: `${host} から${overIpv6 ? ' IPv6 で' : ''}応答：${sent} 回中 ${received} 回、平均 ${avg}。${someLost ? '一部の応答が失われました。' : ''}`,
})

export const serverTrusted = (
  where: string,
  protocol: string,
  time: string,
  until: string,
): Words => ({
  en: `${where} is trusted: ${protocol}, handshake ${time}, certificate valid until ${until}.`,
  ja: `${where} は信頼できます：${protocol}、ハンドシェイク ${time}、証明書の有効期限 ${until}。`,
})

export const tlsFacts = (
  protocol: string,
  cipher: string,
  time: string,
  serverName: string,
  alpn: string | null,
): Words => ({
  en: `${protocol}, ${cipher}, handshake ${time}, asked for ${serverName}${alpn === null ? '' : `, ${alpn}`}`,
  ja: `${protocol}、${cipher}、ハンドシェイク ${time}、要求した名前 ${serverName}${alpn === null ? '' : `、${alpn}`}`,
})

export const certificateRow = (
  depth: number,
  subject: string,
  more: string,
  issuer: string,
  from: undefined | string,
  to: undefined | string,
  fingerprint: string,
): Words => ({
  en: `${depth}: ${subject}${more}, issued by ${issuer}, ${from} to ${to}, SHA-256 ${fingerprint}`,
  ja: `${depth}：${subject}${more}、発行者 ${issuer}、${from} ～ ${to}、SHA-256 ${fingerprint}`,
})
