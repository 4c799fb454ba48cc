import type { Words } from '@core/words'

export const noSoakPlanned: Words = {
  en: 'The configuration has no "soak".',
  ja: '設定に soak がありません。',
}

export const itsConfiguration: Words = { en: 'Its configuration', ja: '実行の設定' }

export const faultInjected = ({ en, ja }: Words): Words => ({
  en: `Fault injected: ${en}`,
  ja: `障害を注入：${ja}`,
})
