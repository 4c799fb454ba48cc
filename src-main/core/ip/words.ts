import type { Words } from '../words'

export const nameIsEmpty: Words = {
  en: '“” is empty: expected a name or an address',
  ja: '「」：値が空です。ホスト名またはアドレスを指定してください。',
}

export const notIpv4 = (host: string): Words => ({
  en: `“${host}” is not an IPv4 address: four numbers from 0 to 255`,
  ja: `「${host}」は IPv4 アドレスではありません（0～255 の数値 4 つで指定）。`,
})

export const notAName = (host: string): Words => ({
  en: `“${host}”: expected a name, an IPv4 address or an IPv6 address such as 2001:db8::1, without blanks, http:// or a port`,
  ja: `「${host}」：ホスト名、IPv4 アドレス、または 2001:db8::1 のような IPv6 アドレスを指定してください（空白、http://、ポート番号は不可）。`,
})

export const otherCoapScheme = (typed: string): Words => ({
  en: `“${typed}”: expected coap://…; DTLS (coaps) and CoAP over TCP are not spoken here.`,
  ja: `「${typed}」：coap://… を指定してください。DTLS（coaps）と CoAP over TCP には対応していません。`,
})

export const notCoapUrl = (typed: string): Words => ({
  en: `“${typed}”: expected coap://host, coap://host:port or coap://host/path, such as coap://[2001:db8::1]/sensors.`,
  ja: `「${typed}」：coap://ホスト、coap://ホスト:ポート、coap://ホスト/パス の形で指定してください（例：coap://[2001:db8::1]/sensors）。`,
})

export const noAddressOf = (label: string): Words => ({
  en: `The link has no ${label} address.`,
  ja: `この接続には ${label} アドレスがありません。`,
})

export const addressOfOther = (host: string, family: string, asked: string): Words => ({
  en: `${host} is an ${family} address, and ${asked} was asked for.`,
  ja: `${host} は ${family} アドレスですが、${asked} が指定されています。`,
})

export const ipv4Only = (host: string, address: string): Words => ({
  en: `${host} has only an IPv4 address (${address}), and this link carries IPv6 alone, without NAT64.`,
  ja: `${host} のアドレスは IPv4（${address}）のみですが、この接続は IPv6 のみで NAT64 もありません。`,
})

export const lacksAddress = (host: string, family: string, record: string): Words => ({
  en: `${host} has no ${family} address`,
  ja: `${host} に ${family} アドレス（${record} レコード）がありません。`,
})

export const notNameServer = (text: string): Words => ({
  en: `“${text}” is not a name server: expected an address such as 8.8.8.8 or 2001:4860:4860::8888, with a port as 8.8.8.8:53 or [2001:4860:4860::8888]:53`,
  ja: `「${text}」は DNS サーバーとして使えません。8.8.8.8 や 2001:4860:4860::8888 のようなアドレス、ポート番号を付ける場合は 8.8.8.8:53 や [2001:4860:4860::8888]:53 の形式で指定してください。`,
})

export const notHostName = (name: string): Words => ({
  en: `“${name}” is not a host name`,
  ja: `「${name}」はホスト名として正しくありません。`,
})

export const portRange = (port: number): Words => ({
  en: `port ${port}: 1 to 65535`,
  ja: `ポート番号 ${port}：1～65535 で指定してください。`,
})

export const packetTooLong = (octets: number, longestPacket: number): Words => ({
  en: `${octets} octets; an IP packet has at most ${longestPacket}.`,
  ja: `${octets} オクテット（IP パケットの上限は ${longestPacket} オクテット）。`,
})

export const lineTooLong: Words = { en: 'a line is too long', ja: '行が長すぎます。' }

export const endedInLine: Words = {
  en: 'the stream ended inside a line',
  ja: '行の途中でデータが終わりました。',
}

export const headersCut: Words = {
  en: 'the headers are cut short',
  ja: 'ヘッダーが途中で切れています。',
}

export const notAHeader = (line: string): Words => ({
  en: `“${line}” is no header`,
  ja: `「${line}」はヘッダーの形式ではありません。`,
})

export const tooManyHeaders: Words = { en: 'too many headers', ja: 'ヘッダーが多すぎます。' }

export const octetsMissing = (missing: number, count: number): Words => ({
  en: `${missing} of ${count} octets are missing`,
  ja: `${count} オクテット中 ${missing} オクテットが届いていません。`,
})

export const chunkWithoutLength: Words = {
  en: 'a chunk has no length',
  ja: 'チャンクの長さがありません。',
}

export const chunkWithoutEnd: Words = {
  en: 'a chunk has no end',
  ja: 'チャンクの終端がありません。',
}

export const moreOctetsThan = (limit: number): Words => ({
  en: `more than ${limit} octets`,
  ja: `${limit} オクテットを超えました。`,
})

export const emptyUrl: Words = { en: '“” is empty', ja: '「」：値が空です。' }

export const tookLongerThan = (url: string, timeoutMs: number): Words => ({
  en: `${url} took longer than ${timeoutMs} ms`,
  ja: `${url}：${timeoutMs} ms 以内に完了しませんでした。`,
})

export const silentAfter = (seconds: number, octets: string): Words => ({
  en: `Nothing for ${seconds} s, after ${octets} of the answer.`,
  ja: `応答の ${octets} を受信後、${seconds} 秒間データなし。`,
})

export const lineBreakInHeader: Words = {
  en: 'a header or the method holds a line break',
  ja: 'ヘッダーまたはメソッドに改行が含まれています。',
}

export const closedWithoutWord: Words = {
  en: 'the server closed without a word',
  ja: 'サーバーが何も返さずに切断しました。',
}

export const otherBeginning = (text: string): Words => ({
  en: `it began with “${text}”`,
  ja: `応答の先頭：「${text}」`,
})

export const timeExceededWords: Words = { en: 'time to live exceeded', ja: 'TTL 超過' }

export const tooBigWords: Words = {
  en: 'packet too long for a link on the way',
  ja: '経路上の MTU を超えるパケット長',
}

export const filterWords: Words = { en: 'prohibited by a filter', ja: 'フィルターにより禁止' }

export const unreachableWords: readonly Words[] = [
  { en: 'network unreachable', ja: 'ネットワーク到達不能' },
  { en: 'host unreachable', ja: 'ホスト到達不能' },
  { en: 'protocol unreachable', ja: 'プロトコル到達不能' },
  { en: 'port unreachable', ja: 'ポート到達不能' },
  tooBigWords,
]

export const parameterWords: Words = {
  en: 'a field of the packet was not understood',
  ja: 'パケットのフィールドが解釈できない',
}

export const unreachablev6Words: readonly Words[] = [
  { en: 'no route to the host', ja: '宛先への経路なし' },
  filterWords,
  { en: 'beyond the scope of the source address', ja: '送信元アドレスのスコープ外' },
  { en: 'address unreachable', ja: 'アドレス到達不能' },
  { en: 'port unreachable', ja: 'ポート到達不能' },
  {
    en: 'source address refused by a policy',
    ja: '送信元アドレスがポリシーにより拒否',
  },
  { en: 'route to the host rejected', ja: '宛先への経路が拒否' },
]

export const keepAliveCosts = (
  kind: Words,
  every: Words,
  rounds: number,
  day: string,
  month: string,
): Words => ({
  en: `${kind.en} every ${every.en}: ${rounds} a day, about ${day} a day, ${month} a month.`,
  ja: `${kind.ja} ${every.ja}ごとに送信：1 日 ${rounds} 回、約 ${day}/日、${month}/月。`,
})

export const secondsText = (number: string): Words => ({ en: `${number} s`, ja: `${number} 秒` })

export const minutesText = (number: string): Words => ({
  en: `${number} minutes`,
  ja: `${number} 分`,
})

export const sentTo = (place: string): Words => ({ en: `sent to ${place}`, ja: `${place} に送信` })

export function answers(who: string): Words {
  return { en: `${who} answers`, ja: `${who} が応答` }
}

export const noNameServer: Words = {
  en: 'The link has no name server: say which host to keep alive with.',
  ja: 'この接続には DNS サーバーがありません。キープアライブの宛先ホストを指定してください。',
}

export const notSynchronised = (server: string): Words => ({
  en: `not synchronised (${server})`,
  ja: `サーバーが時刻同期していません（${server}）。`,
})

export const clocksDiffer = (here: string, server: string, there: string): Words => ({
  en: `This computer says ${here} UTC; ${server} says ${there} UTC.`,
  ja: `この PC：${here} UTC、${server}：${there} UTC。`,
})

export const noAnswerToSyn: Words = { en: 'no answer to SYN', ja: 'SYN への応答がありません。' }

export const acknowledgesNoMore = (name: string): Words => ({
  en: `${name} acknowledges no more`,
  ja: `${name} からの ACK が途絶えました。`,
})

export const neverEndedItsSide = (name: string): Words => ({
  en: `${name} never ended its side`,
  ja: `${name} が FIN を送らず、切断が完了しません。`,
})

export const nothingToMeasure = (url: string): Words => ({
  en: `${url} is empty: there is nothing to measure.`,
  ja: `${url} は空のため、測定できません。`,
})

export function answered(
  url: string,
  status: number,
  reason: string,
  headers: { readonly [name: string]: string },
): Words {
  const to = headers['location']
  const seen = `${url}: ${status} ${reason}`
  if (to === undefined) return { en: seen, ja: seen }
  return { en: `${seen}, it is at ${to}`, ja: `${seen}、転送先：${to}` }
}

export const uploadEnded = (url: string): Words => ({
  en: `${url} ended the upload at once; it may not take POST.`,
  ja: `${url} がアップロードを直ちに打ち切りました。POST を受け付けない可能性があります。`,
})

export const noContentFrom = (url: string): Words => ({
  en: `no content from ${url} within 30 s`,
  ja: `${url} から 30 秒以内にデータが届きません。`,
})

export const transferSilent = (
  silent: undefined | string,
  bytes: string,
  before: undefined | string,
  rate: string,
): Words => ({
  en: `Nothing for ${silent} s; ${bytes} in the ${before} s before, ${rate} on average.`,
  ja: `${silent} 秒間データなし。それまでの ${before} 秒間は ${bytes}、平均 ${rate}。`,
})

export const dayCounted = (bytes: string, up: string, unit: string): Words => ({
  en: `About ${bytes} a day${up && `, counted as ${up} in steps of ${unit}`}`,
  ja: `1 日あたり約 ${bytes}${up && `（${unit} 単位で ${up} と計算）`}`,
})

export const untilPriced = (counted: Words): Words => ({
  en: `${counted.en}. Type the price in to see what it costs.`,
  ja: `${counted.ja}。料金を入力すると金額を計算します。`,
})

export const dayPriced = (
  counted: Words,
  day: undefined | string,
  month: undefined | string,
): Words => ({
  en: `${counted.en}: ${day} a day, ${month} in 30 days.`,
  ja: `${counted.ja}、${day}/日、30 日で ${month}。`,
})

export const otherCode = 'unreachable, code '

export const otherCodeWords = (code: number): Words => ({
  en: `${otherCode}${code}`,
  ja: `到達不能（コード ${code}）`,
})

export const pingKeeper: Words = { en: 'A ping', ja: 'ping を' }

export const dnsKeeper: Words = { en: 'A name lookup', ja: '名前解決を' }

export const udpKeeper: Words = { en: 'A UDP datagram', ja: 'UDP データグラムを' }
