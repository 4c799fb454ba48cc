import { soracomSends } from '../net-state'
import type { Words } from '../../words'

export const coapPings = (
  head: string,
  sent: number,
  received: number,
  lossPct: string,
): Words => ({
  en: `${head}: ${sent} pings, ${received} answered, ${lossPct} % lost`,
  ja: `${head}：CoAP ping ${sent} 回、応答 ${received} 回、損失 ${lossPct} %`,
})

export const coapResponse = (
  path: string,
  code: string,
  name: string,
  type: string,
  bytes: number,
  time: string,
  blocks: number,
  again: number,
): Words => ({
  en: `GET ${path}: ${code}${name}${type}, ${bytes} octets, ${time}, blocks ${blocks}, sent again ${again}`,
  ja: `GET ${path}：${code}${name}${type}、${bytes} オクテット、${time}、ブロック数 ${blocks}、再送 ${again}`,
})

export const noCoapServer = (
  where: string,
  from: string | null,
  error: string | null,
  says: Words,
): Words => ({
  en: `No CoAP server at ${where}: ${from ?? 'a router'} says “${error ?? ''}”. UDP passes as far as there: check the port (5683 for coap).`,
  ja: `${where} で CoAP サーバーが動いていません。${from ?? 'ルーター'} の通知：${says.ja}。UDP はそこまで届いています。ポート番号（coap は 5683）を確認してください。`,
})

export const nothingByCoap = (where: string, sent: number): Words => ({
  en: `Nothing comes back from ${where} by CoAP: ${sent} pings. The server is off, speaks only DTLS (5684), or UDP is filtered on the way.`,
  ja: `${where} から CoAP の応答がありません（ping ${sent} 回）。サーバーの停止、DTLS（5684）のみの対応、または途中での UDP 遮断が考えられます。`,
})

export const answersCoapPings = (
  where: string,
  overIpv6: boolean,
  received: number,
  sent: number,
  average: string,
): Words => ({
  en: `${where} answers CoAP pings${overIpv6 ? ' over IPv6' : ''}: ${received} of ${sent}, ${average} on average.`,
  ja: `${where} から${overIpv6 ? ' IPv6 で' : ''} CoAP ping の応答：${sent} 回中 ${received} 回、平均 ${average}。`,
})

export const answersOnlyRequests = (where: string, overIpv6: boolean): Words => ({
  en: `${where} answers requests${overIpv6 ? ' over IPv6' : ''}, but no CoAP ping.`,
  ja: `${where} は${overIpv6 ? ' IPv6 で' : ''}要求に応答しますが、CoAP ping には応答しません。`,
})

export const resetsRequest: Words = {
  en: 'It resets the request for a resource: it serves none.',
  ja: 'リソースの要求はリセットされました。リソースを提供していません。',
}

export const requestUnanswered: Words = {
  en: 'The request for the resource was not answered; a longer datagram may have been lost on the way.',
  ja: 'リソースの要求には応答がありませんでした。長いデータグラムが途中で失われた可能性があります。',
}

export const resourceRefused = (path: string, code: string, name: string): Words => ({
  en: `${path} is refused: ${code}${name}.`,
  ja: `${path} は拒否されました：${code}${name}。`,
})

export const resourcesOffered = (count: number, path: string): Words => ({
  en: `It offers ${count} ${count === 1 ? 'resource' : 'resources'} (${path}).`,
  ja: `公開リソースは ${count} 件です（${path}）。`,
})

export const resourceRead = (path: string, code: string, name: string, bytes: number): Words => ({
  en: `${path}: ${code}${name}, ${bytes} octets.`,
  ja: `${path}：${code}${name}、${bytes} オクテット。`,
})

export const notABroker = (url: string): Words => ({
  en: `“${url}”: expected mqtt://host[:1883] or mqtts://host[:8883], user and password apart.`,
  ja: `「${url}」：mqtt://ホスト[:1883] または mqtts://ホスト[:8883] の形式で指定してください（ユーザー名とパスワードは別に指定）。`,
})

export const brokerConnected = (url: string, time: string): Words => ({
  en: `${url}: connected, ${time}`,
  ja: `${url}：接続しました、${time}`,
})

export const messageAcknowledged = (index: number, time: string): Words => ({
  en: `message ${index} acknowledged, ${time}`,
  ja: `メッセージ ${index}：受領確認、${time}`,
})

export const messageBack = (index: number, time: string): Words => ({
  en: `message ${index} back, ${time}`,
  ja: `メッセージ ${index}：折り返し受信、${time}`,
})

export const brokerLost = (reason: string): Words => ({
  en: `connection lost ${reason}`.trim(),
  ja: `接続が切れました ${reason}`.trim(),
})

export const mqttTally = (
  sent: number,
  acknowledged: number,
  returned: null | number,
  least: string,
  average: string,
  most: string,
): Words => ({
  en: `${sent} sent, ${acknowledged} acknowledged${returned === null ? '' : `, ${returned} back`}, min ${least}, avg ${average}, max ${most}`,
  ja: `送信 ${sent}、受領確認 ${acknowledged}${returned === null ? '' : `、折り返し ${returned}`}、最小 ${least}、平均 ${average}、最大 ${most}`,
})

export const reconnected = (none: boolean, times: number): Words => ({
  en: none ? '' : ` The connection was lost and made again ${times} times.`,
  ja: none ? '' : `途中で ${times} 回切断し、再接続しました。`,
})

export const messagesMissing = (
  url: string,
  sent: number,
  all: number,
  returned: null | number,
  again: Words,
  qos: number,
): Words => ({
  en: `${url}: ${sent} of ${all} messages ${returned === null ? 'were not acknowledged' : 'did not come back'}.${again.en}${qos === 0 ? ' With QoS 0 nobody sends them again.' : ''}`,
  ja: `${url}：${all} 件中 ${sent} 件${returned === null ? 'の受領確認がありません' : 'が戻りません'}。${again.ja}${qos === 0 ? 'QoS 0 では再送されません。' : ''}`,
})

export const messagesPassed = (
  url: string,
  sent: number,
  topic: string,
  returned: null | number,
  average: string,
  again: Words,
): Words => ({
  en: `${url}: ${sent} ${sent === 1 ? 'message' : 'messages'} to ${topic} ${returned === null ? 'acknowledged' : 'and back'}, ${average} on average.${again.en}`,
  ja: `${url}：${topic} への ${sent} 件${returned === null ? 'の受領を確認' : 'が折り返し到着'}、平均 ${average}。${again.ja}`,
})

export const byOwnProtocol = (what: string, by: string): Words => ({
  en: `${what} is asked by its own protocol alone; ${by} is for ${[...soracomSends].join(', ')}.`,
  ja: `${what} では送信方法を選べません。${by} を使えるのは ${[...soracomSends].join('、')} です。`,
})

export const onlyOwnSims = (message: string, words: Words): Words => ({
  en: `${message} SORACOM’s endpoints answer only its own SIMs: check that this is one, and that its APN is soracom.io.`,
  ja: `${words.ja} SORACOM のエンドポイントは SORACOM SIM からのみ利用できます。SIM と APN（soracom.io）を確認してください。`,
})

export const noAnswerFrom = (where: string): Words => ({
  en: `No answer from ${where} within 15 s. Look whether the service is switched on in the SIM group’s settings; a datagram may also have been lost: try again, or by HTTP.`,
  ja: `${where} から 15 秒以内に応答がありません。SIM グループの設定でサービスが有効か確認してください。データグラムが失われた可能性もあるため、再実行するか HTTP で試してください。`,
})

export const switchedOff: Words = {
  en: 'The metadata service answers 4xx: switch it on in the SIM group’s settings (SORACOM Air, Metadata Service).',
  ja: 'メタデータサービスが 4xx を返しました。SIM グループの SORACOM Air 設定でメタデータサービスを有効にしてください。',
}

export const simKnown = (state: undefined | string): Words => ({
  en: `SORACOM knows this SIM${state ? `; its status is ${state}` : ''}.`,
  ja: `SORACOM がこの SIM を認識しています${state ? `（状態：${state}）` : ''}。`,
})

export const noUserdata: Words = {
  en: 'The group has no user data.',
  ja: 'グループにユーザーデータは設定されていません。',
}

export const userdataArrived = (characters: number): Words => ({
  en: `The group’s user data arrived: ${characters} characters.`,
  ja: `グループのユーザーデータを取得しました（${characters} 文字）。`,
})

export const harvestTook = (status: number, bytesOut: number): Words => ({
  en: `Harvest took the data (${status}); ${bytesOut} octets were sent.`,
  ja: `Harvest がデータを受理しました（${status}、送信 ${bytesOut} オクテット）。`,
})

export const harvestRefused = (status: number): Words => ({
  en: `Harvest answered ${status}: switch SORACOM Harvest Data on in the SIM group’s settings.`,
  ja: `Harvest の応答は ${status} です。SIM グループの設定で SORACOM Harvest Data を有効にしてください。`,
})

export const unifiedTook = (status: number, bytesOut: number): Words => ({
  en: `The unified endpoint took the data (${status}); ${bytesOut} octets were sent.`,
  ja: `Unified Endpoint がデータを受理しました（${status}、送信 ${bytesOut} オクテット）。`,
})

export const unifiedRefused = (status: number): Words => ({
  en: `The unified endpoint answered ${status}: the group forwards to no service, or the service refused.`,
  ja: `Unified Endpoint の応答は ${status} です。グループで転送先サービスが有効でないか、転送先が拒否しました。`,
})

export const beamPassed = (status: number, bytesOut: number): Words => ({
  en: `Beam passed the data on, and its destination answered ${status}; ${bytesOut} octets were sent.`,
  ja: `Beam がデータを転送し、転送先が ${status} を返しました（送信 ${bytesOut} オクテット）。`,
})

export const beamRefused = (status: number): Words => ({
  en: `Beam answered ${status}: the destination refused, or the SIM group has no entry point of SORACOM Beam for this (HTTP: path /). Look at its destination in the group’s settings.`,
  ja: `Beam の応答は ${status} です。転送先が拒否したか、SIM グループの SORACOM Beam に該当するエントリポイント（HTTP の場合はパス「/」）がありません。グループの設定で転送先を確認してください。`,
})

export const funnelTook = (status: number, bytesOut: number): Words => ({
  en: `Funnel took the data (${status}) for the cloud service; ${bytesOut} octets were sent.`,
  ja: `Funnel がデータを受理し、クラウドサービスへ送信しました（${status}、送信 ${bytesOut} オクテット）。`,
})

export const funnelTooLong: Words = {
  en: 'Funnel answered 413: more than 800000 octets in one request.',
  ja: 'Funnel の応答は 413 です。1 リクエストの上限（800000 オクテット）を超えています。',
}

export const funnelRefused = (status: number): Words => ({
  en: `Funnel answered ${status}: switch SORACOM Funnel on in the SIM group’s settings with a destination and its credentials; 400 also comes for JSON that is none.`,
  ja: `Funnel の応答は ${status} です。SIM グループの設定で SORACOM Funnel を有効にし、転送先と認証情報を設定してください。JSON が不正な場合も 400 が返ります。`,
})

export const udpEchoTally = (
  head: string,
  sent: number,
  size: number,
  received: number,
  lossPct: string,
): Words => ({
  en: `${head}: ${sent} sent of ${size} octets, ${received} came back, ${lossPct} % lost`,
  ja: `${head}：${size} オクテット × ${sent} 送信、${received} 受信、損失 ${lossPct} %`,
})

export const oddDatagrams = (
  reordered: number,
  duplicated: number,
  late: number,
  altered: number,
): Words => ({
  en: `out of order ${reordered}, more than once ${duplicated}, too late ${late}, not as sent ${altered}`,
  ja: `順序入れ替わり ${reordered}、重複 ${duplicated}、時間切れ後の到着 ${late}、内容の不一致 ${altered}`,
})

export const noUdpEcho = (
  where: string,
  from: string | null,
  error: string | null,
  says: Words,
): Words => ({
  en: `Nothing echoes UDP at ${where}: ${from ?? 'a router'} says “${error ?? ''}”. UDP passes as far as there; start an echo server on that port.`,
  ja: `${where} では UDP エコーが動いていません。${from ?? 'ルーター'} の通知：${says.ja}。UDP はそこまで届いています。そのポートでエコーサーバーを起動してください。`,
})

export const otherServiceThere = (where: string): Words => ({
  en: `${where} answers, but not with what was sent: another service has that port.`,
  ja: `${where} から応答がありますが、送信した内容と異なります。別のサービスがそのポートを使っています。`,
})

export const noEchoBack = (where: string, sent: number): Words => ({
  en: `Nothing comes back from ${where}: ${sent} sent. No echo server listens there, or UDP is filtered on the way; a ping tells whether the host answers at all.`,
  ja: `${where} から何も戻りません（${sent} 個送信）。エコーサーバーが動いていないか、途中で UDP が遮断されています。ホスト自体が応答するかは ping で確認できます。`,
})

export const echoesUdp = (
  where: string,
  overIpv6: boolean,
  received: number,
  sent: number,
  average: string,
  lost: number,
  reordered: number,
): Words => ({
  en: `${where} echoes UDP${overIpv6 ? ' over IPv6' : ''}: ${received} of ${sent}, ${average} on average.${lost > 0 ? ' Some datagrams got lost.' : ''}${reordered > 0 ? ' Some came out of order.' : ''}`,
  ja: `${where} から${overIpv6 ? ' IPv6 で' : ''} UDP エコーが戻ります：${sent} 個中 ${received} 個、平均 ${average}。${lost > 0 ? '一部のデータグラムが失われました。' : ''}${reordered > 0 ? '順序の入れ替わりがあります。' : ''}`,
})
