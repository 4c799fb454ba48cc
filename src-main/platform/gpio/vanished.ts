import type { Words } from '@core/words'

/** How the end of a port is told that says nothing itself. */
export const vanished = (label: string): Words => ({
  en: `${label} vanished`,
  ja: `${label} が見つからなくなりました`,
})
