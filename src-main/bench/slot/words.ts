import type { Words } from '@core/words'

export const inData = (port: string): Words => ({
  en: `${port} speaks PPP: an earlier program left the modem there. No command was sent.`,
  ja: `${port} は PPP で動作中です（以前のプログラムが終了していません）。コマンドは送信していません。`,
})

export const idleLimit = (words: Words): Words => ({
  en: `Idle limit: ${words.en}`,
  ja: `無通信時間の測定：${words.ja}`,
})

export const slotNotConnected = (slot: string): Words => ({
  en: `Slot ${slot.toUpperCase()} is not connected.`,
  ja: `スロット ${slot.toUpperCase()} は接続されていません。`,
})

export const silentFor = (silent: undefined | number, left: undefined | number): Words => ({
  en: `Nothing has passed over the link for ${silent} min; many networks hang up in ${left} min. A keep-alive prevents it.`,
  ja: `リンクが ${silent} 分間無通信です。多くのネットワークはあと ${left} 分ほどで切断します。キープアライブで防げます。`,
})

export const socksProxyOff: Words = { en: 'SOCKS proxy off.', ja: 'SOCKS プロキシ：停止しました。' }

export const socksProxy = (at: string): Words => ({
  en: `SOCKS proxy on ${at}.`,
  ja: `SOCKS プロキシ：${at} で開始しました。`,
})

export const keepAliveOn = ({ en, ja }: Words): Words => ({
  en: `Keep-alive on: ${en}`,
  ja: `キープアライブ開始：${ja}`,
})

export const keepAliveOff: Words = { en: 'Keep-alive off.', ja: 'キープアライブを停止しました。' }

export const keepAliveSent = (words: Words, took: Words): Words => ({
  en: `Keep-alive: ${words.en}${took.en}`,
  ja: `キープアライブ：${words.ja}${took.ja}`,
})

export const gpioByHand = (name: string, active: boolean): Words => ({
  en: `GPIO ${name} ${active ? 'active' : 'released'} by hand`,
  ja: `GPIO ${name} を手動で${active ? 'アクティブにしました' : '解放しました'}`,
})

export const statusIs = (active: boolean): Words => ({
  en: `STATUS ${active ? 'on' : 'off'}`,
  ja: `STATUS ${active ? 'オン' : 'オフ'}`,
})

export const powerNote = (words: Words): Words => ({
  en: `Power: ${words.en}`,
  ja: `電源：${words.ja}`,
})

export const slotNamed = (slot: string): Words => ({
  en: `Slot ${slot.toUpperCase()}.`,
  ja: `スロット ${slot.toUpperCase()}。`,
})

export const slotHasNoOpenPort = (slot: string): Words => ({
  en: `Slot ${slot.toUpperCase()} has no open port.`,
  ja: `スロット ${slot.toUpperCase()} のポートは開かれていません。`,
})

export const openingFailed = (path: string, why: Words): Words => ({
  en: `Opening ${path} failed: ${why.en}`,
  ja: `${path} を開けません：${why.ja}`,
})

export const portClosed = (label: string): Words => ({
  en: `${label} closed`,
  ja: `${label} を閉じました`,
})

export const portEnded = (path: string, gone: boolean, detail: Words): Words => ({
  en: `${path} ${gone ? 'vanished' : 'ended'}${detail.en && `: ${detail.en}`}`,
  ja: `${path} ${gone ? 'が見えなくなりました' : 'が終了しました'}${detail.ja && `：${detail.ja}`}`,
})

/** `framing`: absent where the port has none of its own. */
export const portOpened = (path: string, baudRate: number, framing?: string): Words => ({
  en: `${path} opened, ${baudRate} baud${framing === undefined ? '' : `, ${framing}`}`,
  ja: `${path} を開きました（${baudRate} baud${framing === undefined ? '' : `、${framing}`}）`,
})

export const noFraming = (path: string, framing: string): Words => ({
  en: `${path} has no data bits, parity and stop bits of its own: it carries whole octets, and ${framing} was not set. Behind a network set the framing at the serial server; rfc2217:// sets it from here.`,
  ja: `${path} にはデータビット・パリティ・ストップビットの設定がありません。8 ビットのデータをそのまま運ぶため、${framing} は設定していません。ネットワーク経由の場合はシリアルサーバー側で設定するか、rfc2217:// で開いてください。`,
})

export const backAfter = (newPath: string, seconds: string): Words => ({
  en: `${newPath} is back after ${seconds} s`,
  ja: `${newPath} が ${seconds} 秒後に復帰しました`,
})

export const noBreakHere = (path: string): Words => ({
  en: `${path} cannot send a break: only serial ports and rfc2217:// do.`,
  ja: `${path} ではブレーク信号を送信できません（シリアルポートと rfc2217:// のみ対応）。`,
})

export const speedTried = (baudRate: number, { en, ja }: Words): Words => ({
  en: `${baudRate} bit/s: ${en}`,
  ja: `${baudRate} bit/s：${ja}`,
})

export const speedKept = (baudRate: number): Words => ({
  en: `No speed was found; the port is at ${baudRate} bit/s again.`,
  ja: `応答する通信速度が見つからないため、${baudRate} bit/s に戻しました。`,
})

export const noSpeedHere = (path: string): Words => ({
  en: `${path} has no speed of its own that could be searched.`,
  ja: `${path} には通信速度の設定がないため、探せません。`,
})

export const notForAt = (path: string): Words => ({
  en: `${path} is known as a port for something else (DIAG, GPS, audio): nothing is sent to it. Choose the AT port.`,
  ja: `${path} は AT 以外（DIAG、GPS、音声など）のポートのため、何も送信しません。AT ポートを選んでください。`,
})

export const samePort = (path: string): Words => ({
  en: `${path} is the port itself; the second AT port is another one of the same modem.`,
  ja: `${path} は使用中のポート自身です。同じモデムの別の AT ポートを指定してください。`,
})

export const hangingUp = (why: Words): Words => ({
  en: `Hanging up: ${why.en}`,
  ja: `切断：${why.ja}`,
})

export const pppDown = (said: Words): Words => ({
  en: `PPP down: ${said.en}`,
  ja: `PPP 切断：${said.ja}`,
})

export const pollingStopped: Words = {
  en: 'Three commands in a row were not answered: polling stopped.',
  ja: '3 回続けて応答がなかったため、ポーリングを停止しました。',
}

const inMinutes = (seconds: number): string => String(Math.max(1, Math.round(seconds / 60)))
/** `seconds`: how long at most; null: not told. */
export function sleepsTill(told: boolean, seconds: number | null): Words {
  const en =
    seconds === null ? '' : ` It wakes by itself in ${inMinutes(seconds)} min at the latest.`
  const ja = seconds === null ? '' : `遅くとも ${inMinutes(seconds)} 分後に自動で復帰します。`
  return told
    ? {
        en: `The modem says that it sleeps (PSM): nothing is asked of it.${en}`,
        ja: `モデムがスリープ（PSM）に入ったと通知しました。復帰までコマンドを送信しません。${ja}`,
      }
    : {
        en: `No answer, and the network has granted PSM: the modem may sleep.${en}`,
        ja: `応答がありませんが、PSM が許可されているため、スリープ中の可能性があります。${ja}`,
      }
}
export const sleepOver: Words = {
  en: 'The modem is awake again.',
  ja: 'モデムがスリープから復帰しました。',
}
export const staysAsleep: Words = {
  en: 'The modem should have woken by now (T3412) and does not answer: it no longer counts as asleep.',
  ja: '復帰時刻（T3412）を過ぎても応答がないため、スリープ中とはみなしません。',
}

export const portWasClosed: Words = { en: 'the port was closed', ja: 'ポートが閉じられました' }

export const disconnectedHere: Words = { en: 'disconnected here', ja: '切断の操作がありました' }

export const begunAnew: Words = { en: 'begun anew', ja: '測定をやり直しました' }

export const registrationLabel: Words = { en: 'Registration', ja: '登録状態' }

export const manufacturerLabel: Words = { en: 'Manufacturer', ja: 'メーカー' }

export const modelLabel: Words = { en: 'Model', ja: '型番' }

export const firmwareLabel: Words = { en: 'Firmware', ja: 'ファームウェア' }

export const accessLabel: Words = { en: 'Access', ja: '無線方式' }

export const operatorLabel: Words = { en: 'Operator', ja: '事業者' }

export const cellLabel: Words = { en: 'Cell', ja: 'セル' }

export const bandLabel: Words = { en: 'Band', ja: 'バンド' }

export const radioLabel: Words = { en: 'Radio (CFUN)', ja: '無線部 (CFUN)' }

export const contextAddressLabel: Words = { en: 'Context address', ja: 'コンテキストの IP' }

export const supplyLabel: Words = { en: 'Supply', ja: '電源電圧' }

export const temperatureLabel: Words = { en: 'Temperature', ja: '温度' }

export const atBesideDataThrough = (path: string): Words => ({
  en: `AT beside data goes through ${path}.`,
  ja: `データ通信中の AT は ${path} を使います。`,
})

export const secondPortGone = (path: string, detail: Words): Words => ({
  en: `The second AT port ${path} is gone; the data goes on. ${detail.en}`.trim(),
  ja: `2 つ目の AT ポート ${path} が見えなくなりました（データ通信は継続）。${detail.ja}`.trim(),
})
