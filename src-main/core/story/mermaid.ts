import type { Language } from '../words'
import type { Party, Story, StoryArrow } from './story'
import { parties, timeText } from './words'

const letters: { readonly [party in Party]: string } = { host: 'H', modem: 'M', network: 'N' }

/** The picture as Mermaid text. */
export function mermaid(story: Story, language: Language): string {
  const name = story.summary.modem === '' ? parties.modem[language] : story.summary.modem
  const lines = [
    'sequenceDiagram',
    `  participant H as ${parties.host[language]}`,
    `  participant M as ${escaped(name)}`,
    `  participant N as ${parties.network[language]}`,
    ...story.arrows.map((arrow) => `  ${arrowLine(arrow, story.startMs)}`),
    ...(story.moreArrows > 0 ? [`  Note over H,N: … +${story.moreArrows}`] : []),
  ]
  return `${lines.join('\n')}\n`
}

function arrowLine(arrow: StoryArrow, startMs: number | undefined): string {
  const { from, to } = arrow
  const text = escaped(arrowText(arrow, startMs))
  if (from === to) return `Note over ${letters[from]}: ${text}`
  const kind = arrow.state === 'failure' ? '--x' : from === 'host' ? '->>' : '-->>'
  return `${letters[from]}${kind}${letters[to]}: ${text}`
}

export function arrowText(
  { text, times, moment }: StoryArrow,
  startMs: number | undefined,
): string {
  return `${timeText(moment, startMs)}${text}${times > 1 ? ` (×${times})` : ''}`
}

/** `#` and `;` mean something in Mermaid. */
function escaped(text: string): string {
  return (
    text
      .replace(/[#;]/g, (sign) => `#${sign.charCodeAt(0)};`)
      .replace(/\s+/g, ' ')
      .trim() || ' '
  )
}
