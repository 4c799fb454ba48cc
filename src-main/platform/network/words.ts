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

export const tokenNotKnown = (status: number): Words => ({
  en: `HTTP ${status}; the token is not one of its own any more. Give the one that serve has now`,
  ja: `HTTP ${status} が返りました。トークンが無効です。serve の現在のトークンを指定してください`,
})

export const noProgramAnswer = (call: string, timeoutMs: number): Words => ({
  en: `${call}: no answer within ${timeoutMs / 1000} s.`,
  ja: `${call}: ${timeoutMs / 1000} 秒以内に応答がありません。`,
})
