import type { Words } from '@core/words'

export const notPutBack = (command: string, { en, ja }: Words): Words => ({
  en: `${command} was not put back: ${en}`,
  ja: `${command} を元に戻せませんでした：${ja}`,
})

export const partsWentOut = (done: number, parts: number, why: Words): Words => ({
  en: `${done} of ${parts} parts went out. ${why.en}`,
  ja: `${parts} パート中 ${done} パートを送信しました。${why.ja}`,
})
