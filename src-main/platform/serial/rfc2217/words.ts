import type { Words } from '@core/words'

const seconds = (ms: number) => Math.round(ms / 100) / 10

export const noTelnet = (name: string, ms: number): Words => ({
  en: `${name}: it takes the connection, and within ${seconds(ms)} s says nothing about RFC 2217. Is it a raw port? Then open it as tcp:host:port.`,
  ja: `${name}：接続はできましたが、${seconds(ms)} 秒以内に RFC 2217 の応答がありません。raw（生データ）のポートであれば tcp:host:port で開いてください。`,
})

export const refused = (name: string): Words => ({
  en: `${name}: it speaks Telnet and refuses RFC 2217, so that speed and lines cannot be set from here. Allow it there (ser2net: telnet(rfc2217),tcp,…).`,
  ja: `${name}：Telnet には応答しますが RFC 2217 を拒否しているため、ここから速度や信号線を設定できません。接続先で許可してください（ser2net では telnet(rfc2217),tcp,… と書きます）。`,
})

export const notAnswered = (name: string, what: string, ms: number): Words => ({
  en: `${name}: the other machine does not answer ${what} within ${seconds(ms)} s.`,
  ja: `${name}：接続先のコンピューターが ${seconds(ms)} 秒以内に ${what} に応答しません。`,
})

export const otherSpeed = (name: string, asked: number, actual: number): Words => ({
  en: `${name}: the port there runs at ${actual} bit/s instead of ${asked}. Choose a speed that it has, such as 115200.`,
  ja: `${name}：接続先のポートの速度は ${asked} ではなく ${actual} bit/s です。115200 など対応する速度を指定してください。`,
})

export const otherFraming = (name: string, asked: string, actual: string): Words => ({
  en: `${name}: the port there runs with ${actual} instead of ${asked}. Choose a framing that it has; modems speak 8N1 unless they are told otherwise.`,
  ja: `${name}：接続先のポートのフレーム形式は ${asked} ではなく ${actual} です。対応する形式を指定してください（モデムは通常 8N1 です）。`,
})

export const noBreak = (name: string): Words => ({
  en: `${name}: the port there does not send a break.`,
  ja: `${name}：接続先のポートがブレーク信号を送信できません。`,
})

export const noFlow = (name: string): Words => ({
  en: `${name}: the port there does not take RTS/CTS flow control; it works without.`,
  ja: `${name}：接続先のポートが RTS/CTS フロー制御を受け付けないため、フロー制御なしで動作します。`,
})

export const slowNetwork = (host: string, ms: number): Words => ({
  en: `The network to ${host} is slow: the other machine answered in ${seconds(ms)} s. An AT command that seems late may have been answered in time.`,
  ja: `${host} までのネットワークが遅くなっています（接続先の応答に ${seconds(ms)} 秒）。AT コマンドの応答が遅く見えても、モデムは時間内に応答している可能性があります。`,
})

export const silentNetwork = (host: string, ms: number): Words => ({
  en: `${host} has said nothing for ${seconds(ms)} s, not even about its port: the network, or that machine, is gone. The modem may be well`,
  ja: `${host} から ${seconds(ms)} 秒間、ポートの状態も含めて応答がありません。ネットワークが切れたか、接続先のコンピューターが停止しています。モデム側の問題とは限りません`,
})

export const noLines = (name: string): Words => ({
  en: `${name}: the port there does not let DTR and RTS be set. It works without; a call cannot be ended with DTR.`,
  ja: `${name}：接続先のポートが DTR・RTS の設定を受け付けません。通信はできますが、DTR による切断はできません。`,
})

export const readsAlong = (name: string): Words => ({
  en: `${name}: another program came first and writes on this shared port; this one could only read along. End the other one, or wait until it leaves; modem-bench share says there who it is.`,
  ja: `${name}：先に接続した別のプログラムがこの共有ポートに書き込んでいるため、ここからは読み取りしかできません。そのプログラムを終了するか、切断を待ってください（接続元は modem-bench share 側に表示されます）。`,
})
