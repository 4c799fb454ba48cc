import { harmless } from '../log/formats/harmless'
import type { Language } from '../words'
import { arrowText } from './mermaid'
import type { Party, Story } from './story'
import { parties, titles } from './words'

const width = 760
const rowHeight = 26
const top = 44
const places: { readonly [party in Party]: number } = { host: 90, modem: 380, network: 670 }
const longestLabel = 60

/** The picture as SVG, in the colours of the page around it. */
export function sequenceSvg(story: Story, language: Language): string {
  if (story.arrows.length === 0) return ''
  const height = top + (story.arrows.length + 1) * rowHeight
  const lines = (['host', 'modem', 'network'] as const).map((party) => {
    const x = places[party]
    const name =
      party === 'modem' && story.summary.modem !== ''
        ? story.summary.modem
        : parties[party][language]
    return `<text class="party" x="${x}" y="18">${safe(name.slice(0, 32))}</text><line class="life" x1="${x}" y1="28" x2="${x}" y2="${height}"/>`
  })
  const arrows = story.arrows.map((arrow, at) => {
    const y = top + at * rowHeight
    const [x1, x2] = [places[arrow.from], places[arrow.to]]
    const text = safe(arrowText(arrow, story.startMs).slice(0, longestLabel))
    if (x1 === x2) return `<text class="${arrow.state}" x="${x1}" y="${y + 14}">${text}</text>`
    const way = x2 > x1 ? -1 : 1
    const head = `<path class="${arrow.state}" d="M${x2} ${y + 16}l${7 * way} -4v8z"/>`
    return `<text class="${arrow.state}" x="${(x1 + x2) / 2}" y="${y + 11}">${text}</text><line class="${arrow.state}" x1="${x1}" y1="${y + 16}" x2="${x2}" y2="${y + 16}"/>${head}`
  })
  return `<svg class="sequence" viewBox="0 0 ${width} ${height}" role="img" aria-label="${titles.picture[language]}">${lines.join('')}${arrows.join('')}</svg>`
}

export const sequenceStyle = `
svg.sequence{width:100%;max-width:${width}px;display:block;font:11px ui-monospace,Menlo,Consolas,monospace;text-anchor:middle;fill:var(--ink)}
svg.sequence .party{font:600 13px system-ui,sans-serif}svg.sequence .life{stroke:var(--line)}
svg.sequence line{stroke:var(--a)}svg.sequence path{fill:var(--a)}
svg.sequence line.failure{stroke:var(--fail)}svg.sequence .failure{fill:var(--fail)}svg.sequence line.notice{stroke:var(--warn)}
.story ul{margin:2px 0;padding-left:20px}.story li{overflow-wrap:anywhere}
`

export function safe(text: string): string {
  return harmless(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd')
}
