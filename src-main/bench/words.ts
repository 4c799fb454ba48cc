import { durationText } from '@core/duration'
import type { Words } from '@core/words'

export const unknown: Words = { en: 'not known', ja: '不明' }

export const begins: Words = {
  en: 'The computer goes to sleep: what the modem says from here on is not received.',
  ja: 'コンピューターがスリープに入ります。ここから先は受信できません。',
}

export const awakeAgain: Words = {
  en: 'The computer is awake again: what the modem said meanwhile is missing here.',
  ja: 'コンピューターがスリープから復帰しました。この間の受信はありません。',
}

export const sleptFor = (ms: number): Words => ({
  en: `The computer slept for ${durationText(ms, 'en')}: what the modem said meanwhile is missing here.`,
  ja: `コンピューターが ${durationText(ms, 'ja')}スリープしていました。この間の受信はありません。`,
})
