import type { Words } from '@core/words'

export const certificatesNotReadable = (why: string): Words => ({
  en: `The certificates to trust cannot be read: ${why}. Expected PEM.`,
  ja: `信頼する証明書を読み取れません：${why}。PEM 形式で指定してください。`,
})
