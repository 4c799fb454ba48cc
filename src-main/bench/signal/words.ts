import type { Words } from '@core/words'

export const connectedAs = (address: null | string): Words => ({
  en: `Connected: ${address}`,
  ja: `接続：${address}`,
})

export const connectionEnded: Words = { en: 'Connection ended', ja: '接続終了' }

export const registrationIs = (words: Words): Words => ({
  en: `Registration: ${words.en}`,
  ja: `登録：${words.ja}`,
})

export const anotherCell = (radio: string): Words => ({
  en: `Another cell ${radio}`.trim(),
  ja: `セルの切り替わり ${radio}`.trim(),
})
