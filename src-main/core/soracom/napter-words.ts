import type { Words } from '../words'

export const noIpv4: Words = {
  en: 'Napter reaches a device by IPv4, and this link has no IPv4 address. Connect with the PDP type IP or IPV4V6.',
  ja: 'Napter は IPv4 で端末に接続しますが、このリンクには IPv4 アドレスがありません。PDP タイプを IP または IPV4V6 にして接続し直してください。',
}

export const mapped = (endpoint: string, port: number, seconds: number): Words => ({
  en: `Napter maps ${endpoint} to port ${port} of the modem’s address (for ${seconds} s at most).`,
  ja: `Napter が ${endpoint} をモデム側アドレスのポート ${port} に割り当てました（最長 ${seconds} 秒）。`,
})

export const cameThrough = (endpoint: string, port: number, ms: string): Words => ({
  en: `Napter works: a connection from this computer came in by ${endpoint} to port ${port} behind the modem, and its answer was back after ${ms}.`,
  ja: `Napter は正常です。このコンピューターから ${endpoint} 経由でモデム側のポート ${port} に接続でき、${ms} で応答が返りました。`,
})

export const noWayBack = (port: number): Words => ({
  en: `The connection arrived at port ${port} behind the modem, but its answer did not come back: the link is slow or loses packets. Ping pong.soracom.io over it and look at the loss.`,
  ja: `接続はモデム側のポート ${port} に届きましたが、応答が戻りません。リンクが遅いか、パケットが失われています。pong.soracom.io に ping を実行して損失を確認してください。`,
})

export const notLetIn = (endpoint: string, why: string): Words => ({
  en: `Napter made the mapping, but ${endpoint} takes no connection from this computer (${why}). It lets in only the address that asked for the mapping: look whether this computer goes out by a VPN or a proxy, and whether its network lets it reach ports other than 443.`,
  ja: `Napter はポートを割り当てましたが、このコンピューターから ${endpoint} に接続できません（${why}）。接続できるのは割り当てを要求した IP アドレスのみです。VPN やプロキシを経由していないか、ネットワークが 443 以外のポートへの接続を許可しているかを確認してください。`,
})

export const notArrived = (endpoint: string, port: number): Words => ({
  en: `Napter took the connection at ${endpoint}, but nothing arrived at port ${port} behind the modem. The SIM’s session on SORACOM is not this link: look at “soracom platform status” (online, address), and whether the modem has the SIM that was asked for.`,
  ja: `Napter は ${endpoint} で接続を受け付けましたが、モデム側のポート ${port} には届いていません。SORACOM 上の SIM のセッションがこのリンクと一致していません。「soracom platform status」でオンライン状態とアドレスを、またモデムの SIM が対象の SIM かを確認してください。`,
})

export const stays = (endpoint: string, seconds: number): Words => ({
  en: `The mapping ${endpoint} could not be taken back; it ends by itself within ${seconds} s, or in the User Console.`,
  ja: `ポートマッピング ${endpoint} を削除できませんでした。${seconds} 秒以内に自動的に終了します。ユーザーコンソールで削除することもできます。`,
})
