import type { Words } from '@core/words'

export const noSimulatedModem = (name: string): Words => ({
  en: `There is no simulated modem named "${name}" yet.`,
  ja: `「${name}」という模擬モデムはまだありません。`,
})
