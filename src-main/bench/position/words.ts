import type { Words } from '@core/words'

export const nmeaPortOpened = (path: string): Words => ({
  en: `NMEA is read from ${path}; its sentences are not in the log.`,
  ja: `${path} から NMEA を読み取ります（センテンスはログに記録しません）。`,
})
export const nmeaPortEnded = (path: string): Words => ({
  en: `The NMEA port ${path} was closed or is gone.`,
  ja: `NMEA ポート ${path} が閉じられたか、見えなくなりました。`,
})
export const startNotOf = (kind: string, starts: readonly string[]): Words => ({
  en: `asked for ${kind}; there are: ${starts.join(', ') || 'none'}`,
  ja: `指定：${kind}、使用可能：${starts.join('、') || 'なし'}`,
})
