import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'
import { kindOf, ownEvent, type OwnRow } from './own-row'

/** An export of ours in which a row is a line of the file. */
function lineFormat(options: {
  readonly id: string
  readonly name: LogFormat['name']
  readonly sign: RegExp
  readonly row: (line: string) => OwnRow | undefined
}): LogFormat {
  const parser = (): LogParser => ({
    line(text): ImportEvent[] {
      const row = options.sign.test(text) ? options.row(text) : undefined
      return row ? [ownEvent(row)] : []
    },
    finish: () => [],
  })
  const { id, name } = options
  return { id, name, detect: (lines) => 6 * matching(lines, options.sign), parser }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export const ownJsonl = lineFormat({
  id: 'own-jsonl',
  name: { en: 'JSON Lines of this program', ja: '本プログラムの JSON Lines' },
  // Other programs write records that begin alike.
  sign: /^\{"time":(?:null|"[^"]*"),"dir":"(?:rx|tx|note)",(?:"slot":"[^"]*",)?"kind":/,
  row(line) {
    const row = parsed(line)
    if (!row) return undefined
    const { time, slot, hex, channel } = row
    return {
      kind: text(row['kind']) ?? 'line',
      dir: text(row['dir']) ?? 'note',
      text: text(row['line']) ?? '',
      ...(typeof time === 'string' && { time }),
      ...(typeof slot === 'string' && { slot }),
      ...(typeof hex === 'string' && { hex }),
      ...(typeof channel === 'number' && { channel: String(channel) }),
    }
  },
})

function parsed(line: string): { readonly [key: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    // A line that was cut off: the others are still good.
    return undefined
  }
}

export const ownCsv = lineFormat({
  id: 'own-csv',
  name: { en: 'CSV of this program', ja: '本プログラムの CSV' },
  sign: /^[^,"]*,(?:rx|tx|note),.*,[ab],[a-z]+,[a-z]*\r?$/,
  row(line) {
    const [time = '', dir = '', shown = '', , slot = '', kind = ''] = cells(line)
    // The apostrophe keeps a spreadsheet from taking the line for a formula.
    return { time, dir, slot, kind, text: shown.replace(/^'(?=[=@+-])/, '') }
  },
})

/** A comma before each, so that an empty first one is one, too. */
function cells(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

export const ownMarkdown = lineFormat({
  id: 'own-markdown',
  name: { en: 'Markdown of this program', ja: '本プログラムの Markdown' },
  sign: /^\| [\d:.+]* \| (?:[AB] )?[→←]? \| .* \| .* \|$/,
  row(line) {
    const match = /^\| ([\d:.+]*) \| (?:([AB]) )?([→←]?) \| (.*)$/.exec(line)
    if (!match) return undefined
    const [, time = '', slot = '', arrow = '', rest = ''] = match
    const shown = codeSpan(rest)
    if (arrow === '' || shown === undefined)
      return { kind: 'text', dir: 'note', time, slot, text: rest.replace(/ \|$/, '') }
    const dir = arrow === '→' ? 'tx' : 'rx'
    return { kind: kindOf(shown), dir, time, slot, text: shown }
  },
})

/** The content of the code span a cell begins with, whatever its fence is. */
function codeSpan(cell: string): string | undefined {
  const fence = /^`+/.exec(cell)?.[0]
  if (fence === undefined) return undefined
  const end = cell.indexOf(`${fence} |`, fence.length)
  if (end < 0) return undefined
  const inside = cell.slice(fence.length, end).replaceAll('\\|', '|')
  return inside.includes('`') ? inside.replace(/^ (.*) $/, '$1') : inside
}

const htmlStart = /^<div id="r\d+" class="r [a-z]+ (?:rx|tx|note) [ab] /
const htmlRow =
  /^<div id="r\d+" class="r ([a-z]+) (rx|tx|note) ([ab]) [^]*?><time>([^<]*)<\/time><i>[^<]*<\/i><code>([^<]*)<\/code>/

/** A row begins a line, but what is shown on hover may take several. */
class HtmlParser implements LogParser {
  #row = ''

  line(text: string): ImportEvent[] {
    if (this.#row === '' && !htmlStart.test(text)) return []
    this.#row += `${text}\n`
    if (!text.endsWith('</div>')) return []
    const [, kind = '', dir = '', slot = '', time = '', code = ''] = htmlRow.exec(this.#row) ?? []
    this.#row = ''
    return kind === '' ? [] : [ownEvent({ kind, dir, slot, time, text: plain(code) })]
  }
  finish(): ImportEvent[] {
    return []
  }
}

export const ownHtml: LogFormat = {
  id: 'own-html',
  name: { en: 'HTML page of this program', ja: '本プログラムの HTML' },
  detect: (lines) => 6 * matching(lines, htmlStart),
  parser: () => new HtmlParser(),
}

const entities: { readonly [name: string]: string } = { lt: '<', gt: '>', quot: '"', amp: '&' }

function plain(html: string): string {
  return html.replace(/&(lt|gt|quot|amp);/g, (_all, name: string) => entities[name] ?? '')
}
