import { durationText } from '../duration'
import type { Words } from '../words'

const asked = (ask: string | undefined): Words =>
  ask === undefined ? { en: '', ja: '' } : { en: ` to "${ask}"`, ja: `「${ask}」に対し` }

export const saidNothing = (label: string, ask: string | undefined, ms: number): Words => ({
  en: `${label} said nothing${asked(ask).en} for ${durationText(ms)}.`,
  ja: `${label} は${asked(ask).ja} ${durationText(ms, 'ja')}間、何も返しませんでした。`,
})

export const answerIsNoNumber = (label: string, ask: string | undefined, said: string): Words => ({
  en: `${label} said "${said}"${asked(ask).en}; a line with a number was expected.`,
  ja: `${label} は${asked(ask).ja}「${said}」と返しました。数値を含む行が必要です。`,
})

export const overRange = (label: string, said: string): Words => ({
  en: `${label} said "${said}": that is how SCPI writes a value beyond the range, or none at all.`,
  ja: `${label} は「${said}」と返しました。SCPI で測定範囲外、または値なしを表す数です。`,
})
