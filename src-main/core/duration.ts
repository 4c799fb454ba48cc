import { unitNames } from './duration-words'
import type { Language, Words } from './words'

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

/** `90s`, `10m`, `1h30m`, `500ms` in milliseconds; undefined for anything else. */
export function durationMs(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return undefined
  const parts = text.matchAll(/([\d.]+)(ms|s|m|h)/g)
  return [...parts].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0),
    0,
  )
}

/** `850 ms`, `4.2 s`, `3 min 5 s`, `10 h 2 min`: what a person reads, with the units of the language. */
export function durationText(ms: number, language: Language = 'en'): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`
  const s = Math.round(ms / 1000)
  const { h, min, sec } = unitNames[language]
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} ${sec}`
  if (s < 3600) return `${Math.floor(s / 60)} ${min} ${s % 60} ${sec}`
  return `${Math.floor(s / 3600)} ${h} ${Math.floor((s % 3600) / 60)} ${min}`
}

/** `2.2 s`, always in seconds: where durations stand below each other. */
export const secondsText = (ms: number, language: Language): string =>
  `${(ms / 1000).toFixed(1)} ${unitNames[language].sec}`

/** The duration in both languages. */
export const durationWords = (ms: number): Words => ({
  en: durationText(ms, 'en'),
  ja: durationText(ms, 'ja'),
})
