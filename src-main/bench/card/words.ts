import type { Words } from '@core/words'

export const triesWords = (left: null | number): Words => ({
  en: left === null ? 'Tries left: unknown.' : `Tries left: ${left}.`,
  ja: left === null ? '残り回数：不明。' : `残り回数：${left} 回。`,
})

export const lengthWords = (given: number, wanted: number): Words => ({
  en: `Given: ${given} digits; the list of this card has ${wanted}.`,
  ja: `指定は ${given} 桁、このカードの一覧は ${wanted} 桁です。`,
})

export const unsureWords = (before: string, now: string): Words => ({
  en: `It was ${before} and is ${now}.`,
  ja: `変更前は ${before}、現在は ${now} です。`,
})
