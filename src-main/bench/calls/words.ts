import type { Words } from '@core/words'

export const probedBaud = (label: string, baudRate: number): Words => ({
  en: `${label} probed, ${baudRate} baud`,
  ja: `${label} を調べています（${baudRate} baud）`,
})
