import type { Language } from './words'

/** The units of a duration as a person reads them. */
export const unitNames: Record<
  Language,
  { readonly h: string; readonly min: string; readonly sec: string }
> = {
  en: { h: 'h', min: 'min', sec: 's' },
  ja: { h: '時間', min: '分', sec: '秒' },
}
