import type { Words } from '../words'
import type { RungId } from './rungs'

export const rungTitles: { readonly [id in RungId]: Words } = {
  power: { en: 'Power', ja: '電源' },
  port: { en: 'Port', ja: 'ポート' },
  sim: { en: 'SIM', ja: 'SIM' },
  network: { en: 'Network', ja: 'ネットワーク' },
  context: { en: 'Context', ja: 'コンテキスト' },
  ppp: { en: 'PPP', ja: 'PPP' },
  ip: { en: 'IP', ja: 'IP' },
  internet: { en: 'Internet', ja: 'インターネット' },
}
