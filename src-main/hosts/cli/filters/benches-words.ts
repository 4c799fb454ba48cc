import {
  benchStateWords,
  lastVerdictWords,
  nothingOpen,
  radioText,
  rungTitles,
  type Language,
  type SeenBench,
  type SeenSlot,
} from '@contract'
import type { Words } from '@core/words'

const marks = { idle: ' ', busy: '…', fine: '✓', warning: '!', failure: '✗' } as const

/** A bench in a line and one for each slot with a port. */
export function benchText({ url, state, why, figures }: SeenBench, lang: Language): string {
  const alerts = figures?.alerts.filter(({ raised }) => raised) ?? []
  const raised = alerts.map(({ name, slot }) => `${name} (${slot.toUpperCase()})`).join(', ')
  const head = [new URL(url).host, benchStateWords[state][lang], raised === '' ? '' : `! ${raised}`]
  const lines = [head.filter((part) => part !== '').join('  ')]
  if (why) lines.push(`  ${why[lang]}`)
  // What was told before it went away is of the past.
  if (state !== 'reached' || !figures) return lines.join('\n')
  const slots = figures.slots.filter(({ port }) => port !== '')
  if (slots.length === 0) lines.push(`  ${nothingOpen[lang]}`)
  return [...lines, ...slots.map((slot) => slotText(slot, lang))].join('\n')
}

function slotText(slot: SeenSlot, lang: Language): string {
  const { rung } = slot
  const layer = rung ? `${marks[rung.state]} ${rungTitles[rung.id][lang]}` : ''
  const parts = [
    slot.slot.toUpperCase(),
    slot.modem || slot.port,
    layer,
    radioText(slot),
    lastVerdictWords(slot)?.[lang] ?? '',
  ]
  return `  ${parts.filter((part) => part !== '').join('  ')}`
}

export const notVouchedHere: Words = {
  en: 'Nobody vouches for its certificate: trust it by --ca-file, once its fingerprint is the one that serve printed.',
  ja: '証明書を確認できません。フィンガープリントが serve の表示と一致することを確かめてから、--ca-file で指定してください。',
}
export const tokensForBenches = (files: number, benches: number): Words => ({
  en: `--token-file was given ${files} times for ${benches} benches: give it once for all, or once for each in their order.`,
  ja: `ベンチ ${benches} 台に対して --token-file が ${files} 回指定されています。全台共通なら 1 回、別々ならベンチと同じ順に 1 回ずつ指定してください。`,
})
export const twiceNamed = (url: string): Words => ({
  en: `${url}: named twice.`,
  ja: `${url}：2 回指定されています。`,
})
