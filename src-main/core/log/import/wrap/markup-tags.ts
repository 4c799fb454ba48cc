import type { RawLine, Wrapping } from './wrapping'

/** What forums (BBCode) and trackers (Jira) put around a log. */
const tags =
  /\[\/?(?:(?:i?code|pre|spoiler)(?:=[a-z]{1,20})?|quote(?:=[^\]]{0,200})?)\]|\{(?:code|noformat|quote|panel)(?::[\w.=|-]{1,80})?\}/gi
const closes = /\[\/(?:i?code|pre)\]|\{(?:code|noformat)\}/i
/** A table of Jira: its head, and a row. */
const head = /^\|\|.*\|\|\s*$/
const row = /^\|(?!\|).*\|\s*$/

/** A log in the marks of a forum or a tracker: `[CODE]AT+CPIN?`, `{noformat}`, `||Command||Response||`. */
export const markupTags: Wrapping = {
  open(lines) {
    if (!lines.some((line) => closes.test(line) || head.test(line))) return undefined
    const table = lines.some((line) => head.test(line))
    return {
      line(text, end): readonly RawLine[] {
        if (head.test(text)) {
          const cells = text.split('||').slice(1, -1)
          return [
            [`| ${cells.join(' | ')} |`, end],
            [`|${'---|'.repeat(cells.length)}`, end],
          ]
        }
        if (table && row.test(text))
          return [[`| ${text.trim().slice(1, -1).split('|').join(' | ')} |`, end]]
        const parts = text.split(tags)
        const said = parts.filter((part) => part.trim() !== '')
        return parts.length < 2 ? [[text, end]] : said.map((part) => [part, end])
      },
      finish: () => [],
    }
  },
}
