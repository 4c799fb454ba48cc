import type { Words } from '@core/words'

export const storeNotOf = (store: string, stores: readonly string[]): Words => ({
  en: `asked for ${store}; there are: ${stores.join(', ') || 'none'}`,
  ja: `指定：${store}、使用可能：${stores.join('、') || 'なし'}`,
})
