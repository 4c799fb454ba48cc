import type { Wiring } from '@core/power/board'
import type { BoardProfile } from '@core/power/board'
import type { Language, Words } from '@core/words'

/** A picture of a board on an adapter, and what to know before the first wire. */
export interface WiringPicture {
  readonly svg: string
  readonly warnings: readonly Words[]
}

const rowHeight = 44
const top = 64
const adapterX = 8
/** Room between the boxes for what a wire does. */
const between = 128
const rowPad = 14

/** Draws which pin of the adapter goes to which line of the board; colours follow `currentColor`. */
export function wiringPicture(
  board: BoardProfile,
  adapter: string,
  wiring: Wiring,
  language: Language = 'en',
): WiringPicture {
  const kind = adapter.split(':')[0] ?? adapter
  const rows = wiresOf(board, kind, wiring, language)
  const height = top + rows.length * rowHeight
  const boxHeight = rows.length * rowHeight + 40
  const title = `${adapter || '?'} → ${board.name}`
  const place = placeOf(rows, adapter || '?', board.name)
  const { boardX, width } = place
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${text(title)}" font-family="system-ui, sans-serif" font-size="13" fill="currentColor" stroke="none">`,
    `<title>${text(title)}</title>`,
    box(adapterX, place.adapterWidth, boxHeight, adapter || '?'),
    box(boardX, place.boardWidth, boxHeight, board.name),
    ...rows.flatMap((row, index) => wire(row, top + index * rowHeight + 14, place)),
    '</svg>',
  ]
  return {
    svg: parts.join('\n'),
    warnings: [...adapterWarnings(board, kind, wiring), ...board.warnings],
  }
}

interface Wire {
  readonly from: string
  readonly to: string
  readonly note: string
  readonly direction: 'to board' | 'to adapter' | 'ground'
  readonly symbol: 'none' | 'open drain' | 'contact'
}

function wiresOf(
  board: BoardProfile,
  kind: string,
  wiring: Wiring,
  language: Language,
): readonly Wire[] {
  const contacts = kind === 'usbrelay' || kind === 'lcus'
  const wires: Wire[] = []
  for (const [name, line] of Object.entries(board.lines)) {
    const pin = wiring[name as keyof Wiring]
    if (!line || pin === undefined) continue
    const contact = contacts && line.dir === 'out'
    wires.push({
      from: pinName(kind, pin),
      to: line.title[language],
      note: noteOf(line.drive, contact, line.activeLow, line.dir, language),
      direction: line.dir === 'out' ? 'to board' : 'to adapter',
      symbol: contact
        ? 'contact'
        : line.dir === 'out' && line.drive === 'open-drain'
          ? 'open drain'
          : 'none',
    })
  }
  wires.push({
    from: 'GND',
    to: 'GND',
    note: contacts
      ? { en: 'the other side of the contact', ja: '接点の反対側' }[language]
      : { en: 'always', ja: '必須' }[language],
    direction: 'ground',
    symbol: 'none',
  })
  return wires
}

// BCM numbers of the 40-pin header and where they are on it.
const headerPin: { readonly [bcm: string]: number } = {
  '4': 7,
  '5': 29,
  '6': 31,
  '12': 32,
  '13': 33,
  '16': 36,
  '17': 11,
  '18': 12,
  '22': 15,
  '23': 16,
  '24': 18,
  '25': 22,
  '26': 37,
  '27': 13,
}

function pinName(kind: string, pin: number | string): string {
  if (kind === 'gpiod') {
    const place = headerPin[String(pin)]
    return place ? `GPIO ${pin} (pin ${place})` : `GPIO ${pin}`
  }
  if (kind === 'cp2112') return `GPIO.${pin}`
  if (kind === 'usbrelay' || kind === 'lcus') return `relay ${pin}`
  if (kind === 'mcp2221') return /^gp/i.test(String(pin)) ? String(pin).toUpperCase() : `GP${pin}`
  return typeof pin === 'string' ? pin.toUpperCase() : `pin ${pin}`
}

function noteOf(
  drive: string,
  contact: boolean,
  activeLow: boolean,
  dir: 'in' | 'out',
  language: Language,
): string {
  if (contact) return { en: 'contact closes', ja: '接点が閉じる' }[language]
  if (dir === 'in')
    return {
      en: activeLow ? 'low is active' : 'high is active',
      ja: activeLow ? 'Low でアクティブ' : 'High でアクティブ',
    }[language]
  if (drive === 'open-drain') return { en: 'pulls low only', ja: 'Low に引くだけ' }[language]
  return {
    en: activeLow ? 'drives low' : 'drives high, 3.3 V',
    ja: activeLow ? 'Low を出力' : 'High（3.3 V）を出力',
  }[language]
}

/** How wide the two boxes are, so that the picture stays readable in a narrow column. */
interface Place {
  readonly adapterWidth: number
  readonly boardWidth: number
  readonly boardX: number
  readonly width: number
}

function placeOf(rows: readonly Wire[], adapter: string, board: string): Place {
  const widest = (texts: readonly string[]) => Math.max(...texts.map(widthOf))
  const fit = (px: number) => Math.round(Math.min(Math.max(px + 2 * rowPad, 88), 180))
  const adapterWidth = fit(Math.max(widest(rows.map((row) => row.from)) + 8, widthOf(adapter) + 12))
  const titles = rows.flatMap((row) => linesOf(row.to))
  const boardWidth = fit(Math.max(widest(titles), widthOf(board) + 12))
  const boardX = adapterX + adapterWidth + between
  return { adapterWidth, boardWidth, boardX, width: boardX + boardWidth + adapterX }
}

/** About how wide a text is at 13 px; a kanji takes the whole square. */
const widthOf = (said: string): number =>
  [...said].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 13 : 7.4), 0)

const longestLine = 152
/** A long name takes two lines, parted where it reads well. */
function linesOf(said: string): readonly string[] {
  if (widthOf(said) <= longestLine) return [said]
  const letters = [...said]
  const cuts = letters.flatMap((letter, index) => (/[ 、（(]/.test(letter) ? [index] : []))
  const half = letters.length / 2
  const [cut = Math.ceil(half)] = cuts.toSorted((one, other) => away(one) - away(other))
  function away(index: number): number {
    return Math.abs(index - half)
  }
  const at = /[、]/.test(letters[cut] ?? '') ? cut + 1 : cut
  return [letters.slice(0, at).join('').trim(), letters.slice(at).join('').trim()]
}

function box(x: number, width: number, height: number, title: string): string {
  const room = width - 12
  const squeeze =
    widthOf(title) > room ? ` textLength="${room}" lengthAdjust="spacingAndGlyphs"` : ''
  return [
    `<rect x="${x}" y="16" width="${width}" height="${height}" rx="8" fill="currentColor" fill-opacity="0.05" stroke="currentColor" stroke-opacity="0.4"/>`,
    `<text x="${x + width / 2}" y="40" text-anchor="middle" font-weight="600"${squeeze}>${text(title)}</text>`,
  ].join('')
}

function wire(row: Wire, y: number, { adapterWidth, boardX }: Place): readonly string[] {
  const from = adapterX + adapterWidth
  const middle = (from + boardX) / 2
  const dash = row.direction === 'ground' ? ' stroke-dasharray="4 3"' : ''
  const titles = linesOf(row.to)
  return [
    `<text x="${from - rowPad}" y="${y + 4}" text-anchor="end" font-family="ui-monospace, monospace">${text(row.from)}</text>`,
    `<circle cx="${from}" cy="${y}" r="4"/>`,
    `<circle cx="${boardX}" cy="${y}" r="4"/>`,
    `<path d="M${from} ${y} H${boardX}" fill="none" stroke="currentColor" stroke-width="1.5"${dash}/>`,
    arrow(row.direction, y, from, boardX),
    symbol(row.symbol, middle, y),
    `<text x="${middle}" y="${y - 10}" text-anchor="middle" font-size="11" fill-opacity="0.75">${text(row.note)}</text>`,
    ...titles.map(
      (line, index) =>
        `<text x="${boardX + rowPad}" y="${y + 4 + (index - (titles.length - 1) / 2) * 15}">${text(line)}</text>`,
    ),
  ]
}

function arrow(direction: Wire['direction'], y: number, from: number, boardX: number): string {
  if (direction === 'ground') return ''
  const x = direction === 'to board' ? boardX - 6 : from + 6
  const back = direction === 'to board' ? -9 : 9
  return `<path d="M${x} ${y} l${back} -5 v10 z"/>`
}

/** A switch for a contact, a transistor's bar for an open drain. */
function symbol(kind: Wire['symbol'], x: number, y: number): string {
  if (kind === 'contact')
    return `<path d="M${x - 14} ${y} l24 -9" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="${x - 14}" cy="${y}" r="2.5"/><circle cx="${x + 14}" cy="${y}" r="2.5"/>`
  if (kind === 'open drain')
    return `<path d="M${x} ${y - 6} v12 M${x - 6} ${y + 10} h12 M${x - 3} ${y + 13} h6 M${x} ${y + 6} v4" fill="none" stroke="currentColor" stroke-width="1.5"/>`
  return ''
}

function adapterWarnings(board: BoardProfile, kind: string, wiring: Wiring): readonly Words[] {
  const found: Words[] = []
  const pulledLow = Object.entries(board.lines).some(
    ([name, line]) => line?.drive === 'open-drain' && wiring[name as keyof Wiring] !== undefined,
  )
  if (kind === 'numato' && pulledLow)
    found.push({
      en: 'This adapter drives 3.3 V or 5 V and has no open drain: put a transistor or a relay between it and the module.',
      ja: 'このアダプターは 3.3 V / 5 V を出力し、オープンドレインに対応していません。モジュールとの間にトランジスターまたはリレーを入れてください。',
    })
  if (kind === 'serial')
    found.push({
      en: 'Opening a serial port raises DTR and RTS for a moment: the power key is pressed. Wire it so that a raised line leaves the key alone.',
      ja: 'シリアルポートを開くと DTR と RTS が一瞬アクティブになり、電源キーが押されます。その状態でキーが押されない配線にしてください。',
    })
  if (kind === 'mcp2221')
    found.push({
      en: 'As delivered its pins are LED outputs and press the key at plug-in. Make them inputs before wiring: modem-bench gpio setup.',
      ja: '出荷時のピンは LED 出力で、USB 接続時にキーが押されます。配線前に modem-bench gpio setup で入力に設定してください。',
    })
  if (wiring.status === undefined)
    found.push({
      en: 'Without STATUS the console only infers whether the modem is on, and presses no key while it does not know.',
      ja: 'STATUS が未配線の場合、電源状態は推定になります。不明な間はキーを押しません。',
    })
  return found
}

const text = (raw: string): string =>
  raw
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
