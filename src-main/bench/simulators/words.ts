import type { Words } from '@core/words'

export const noSimulatedModem = (name: string): Words => ({
  en: `There is no simulated modem named "${name}" yet.`,
  ja: `「${name}」という模擬モデムはまだありません。`,
})

export const secondPortLabel = (modem: string): Words => ({
  en: `${modem}: second AT port`,
  ja: `${modem}：2 つ目の AT ポート`,
})

export const nmeaPortLabel = (modem: string): Words => ({
  en: `${modem}: NMEA port`,
  ja: `${modem}：NMEA ポート`,
})
