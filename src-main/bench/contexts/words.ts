import type { Words } from '@core/words'

export const radioStillOff = ({ en, ja }: Words): Words => ({
  en: `The radio is still off: ${en}`,
  ja: `無線がオフのままです：${ja}`,
})

export const writtenButOffAir = ({ en, ja }: Words): Words => ({
  en: `${en}. The context is written; the modem is off the air until AT+CFUN=1 is accepted or it restarts.`,
  ja: `${ja}。コンテキストは書き込み済みです。AT+CFUN=1 が受け付けられるか再起動するまで、モデムの無線はオフのままです。`,
})

export const askedDefined = (cid: number, known: string): Words => ({
  en: `Asked for ${cid}; defined: ${known || 'none'}.`,
  ja: `指定は ${cid}、定義済みは ${known || 'なし'} です。`,
})

export const askedModemTakes = (cid: number, value: number, value2: number): Words => ({
  en: `Asked for ${cid}; the modem takes ${value} to ${value2}.`,
  ja: `指定は ${cid}、使用できるのは ${value}～${value2} です。`,
})
