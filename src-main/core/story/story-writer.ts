import { contentHash } from '../log/formats/content-hash'
import { harmless, harmlessJson } from '../log/formats/harmless'
import { style } from '../log/formats/html-page'
import { escapedText } from '../log/formats/markdown-text'
import { nameOf } from '../log/formats/summary-text'
import type { Language } from '../words'
import { mermaid } from './mermaid'
import { sectionsOf } from './sections'
import { safe, sequenceStyle, sequenceSvg } from './sequence-svg'
import type { Story } from './story'
import { titles } from './words'

export const storyFormats = ['text', 'markdown', 'html', 'jsonl', 'sequence'] as const
export type StoryFormat = (typeof storyFormats)[number]

export interface StoryOptions {
  readonly language: Language
  readonly title: string
}

const writers: {
  readonly [format in StoryFormat]: (stories: readonly Story[], options: StoryOptions) => string
} = {
  text: (stories, { language }) =>
    stories.map((story) => text(story, language, stories.length > 1)).join('\n'),
  markdown: (stories, options) =>
    `# ${escapedText(options.title)}\n\n${stories.map((story) => markdown(story, options.language, stories.length > 1)).join('\n')}`,
  html: page,
  jsonl: (stories) => stories.map((story) => `${harmlessJson(story)}\n`).join(''),
  sequence: (stories, { language }) => stories.map((story) => mermaid(story, language)).join('\n'),
}

export function writeStory(
  stories: readonly Story[],
  format: StoryFormat,
  options: StoryOptions,
): string {
  // JSON writes such letters in its own way; left are the line ends between its objects.
  return harmless(writers[format](stories, options))
}

function slotName(story: Story, several: boolean): string {
  return several ? ` ${nameOf(story.summary)}` : ''
}

function text(story: Story, language: Language, several: boolean): string {
  const parts = sectionsOf(story, language).map(({ title, items }, at) => {
    const lines = items.flatMap(({ text: line, below = [] }) => [
      `  ${line}`,
      ...below.map((one) => `      ${one.text}`),
    ])
    return [`${title}${at === 0 ? slotName(story, several) : ''}`, ...lines, ''].join('\n')
  })
  return parts.join('\n')
}

function markdown(story: Story, language: Language, several: boolean): string {
  const parts = sectionsOf(story, language).map(({ title, items }, at) => {
    const lines = items.flatMap(({ text: line, below = [] }) => [
      `- ${escapedText(line)}`,
      ...below.map((one) => `  - ${escapedText(one.text)}`),
    ])
    return [`## ${title}${at === 0 ? slotName(story, several) : ''}`, '', ...lines, ''].join('\n')
  })
  const picture =
    story.arrows.length === 0
      ? []
      : [
          `## ${titles.picture[language]}`,
          '',
          '```mermaid',
          mermaid(story, language).trimEnd(),
          '```',
          '',
        ]
  return [...parts, picture.join('\n')].join('\n')
}

/** The story as part of a page. */
export function storyHtml(story: Story, language: Language, several: boolean): string {
  const parts = sectionsOf(story, language).map(({ title, items }, at) => {
    const lines = items.map(({ text: line, below = [] }) => {
      const list =
        below.length === 0
          ? ''
          : `<ul>${below.map((one) => `<li>${safe(one.text)}</li>`).join('')}</ul>`
      return `<li>${safe(line)}${list}</li>`
    })
    return `<h2>${safe(title)}${at === 0 ? slotName(story, several) : ''}</h2><ul>${lines.join('')}</ul>`
  })
  return `<div class="card story">${parts.join('')}${sequenceSvg(story, language)}</div>`
}

function page(stories: readonly Story[], { language, title }: StoryOptions): string {
  const styles = style + sequenceStyle
  const policy = `default-src 'none'; style-src ${contentHash(styles)}`
  const cards = stories.map((story) => storyHtml(story, language, stories.length > 1)).join('')
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${safe(title)}</title><style>${styles}</style></head><body>
<header><h1>${safe(title)}</h1></header>
<main><section class="summary">${cards}</section></main>
</body></html>
`
}
