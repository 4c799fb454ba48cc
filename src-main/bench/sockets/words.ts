import type { Words } from '@core/words'

export const addressIs = (address: string): Words => ({ en: address, ja: address })
export const pingsCame = (received: number, sent: number, ms: string): Words => ({
  en: `${received} of ${sent} answered, ${ms} on average`,
  ja: `${sent} 回中 ${received} 回応答、平均 ${ms}`,
})
export const opened = (ms: string): Words => ({
  en: `open after ${ms}; nothing was sent`,
  ja: `${ms} で接続。送信なし`,
})
export const cameBack = (octets: number, ms: string, same: boolean): Words => ({
  en: `${octets} octets back after ${ms}${same ? ', the same' : ', not what was sent'}`,
  ja: `${ms} 後に ${octets} オクテット受信、${same ? '送信と一致' : '送信とは異なる内容'}`,
})
export const answeredHttp = (status: number, octets: number, ms: string): Words => ({
  en: `${status}, ${octets} octets in ${ms}`,
  ja: `${status}、${octets} オクテット、${ms}`,
})
export const noPingBack = (sent: number): Words => ({
  en: `None of ${sent} pings was answered. Some hosts answer none.`,
  ja: `${sent} 回の ping に応答がありませんでした。ping に応答しないホストもあります。`,
})
export const messageBack = (connectMs: string, ms: string, same: boolean | null): Words => ({
  en: `connected after ${connectMs}, the message back after ${ms}${same === null ? '' : same ? ', the same' : ', not what was sent'}`,
  ja: `${connectMs} でログイン、${ms} 後にメッセージが折り返し到着${same === null ? '' : same ? '、送信と一致' : '、送信とは異なる内容'}`,
})
