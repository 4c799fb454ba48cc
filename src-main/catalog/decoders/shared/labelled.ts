import type { Facts } from '@core/at/knowledge'
import type { Row } from '@core/at/row'

interface Pair {
  readonly name: string
  readonly value: string
}

/** What begins the second column, where a web page left one blank between the two. */
const collapsed =
  / (?=(?:Temperature|Mode|PS state|LTE bw|LTE Tx chan|RSRP(?: \(dBm\))?|RxD RSSI C\d|TAC|LAC|UTRAN Cell ID|Cell ID)\s*:)/g

/**
 * Two columns to a line: `PCC RxM RSSI:  -45\t\tRSRP (dBm):  -81`. What follows a value without a name of its own
 * belongs to it (`REGISTERED       NORMAL SERVICE`).
 */
function pairsOf(row: Row): Pair[] {
  const pairs: { name: string; value: string }[] = []
  for (const piece of row.tail
    .slice(0, 400)
    .replace(collapsed, '\t')
    .split(/\t+|\s{2,}/)) {
    const named = /^([A-Za-z0-9][A-Za-z0-9 ()/.-]{0,40}?)\s*:\s*(.*)$/.exec(piece)
    const last = pairs.at(-1)
    if (named) pairs.push({ name: named[1] ?? '', value: named[2] ?? '' })
    else if (last && piece !== '')
      last.value = last.value === '' ? piece : `${last.value}, ${piece}`
  }
  const [first] = pairs
  // The second column of an antenna's line is about the same antenna.
  const antenna = /^([PS]CC RxM|[PS]CC RxD)/.exec(first?.name ?? '')?.[1]
  return pairs.map((pair) =>
    antenna !== undefined && /^RSRP/.test(pair.name)
      ? { ...pair, name: `${antenna} ${pair.name}` }
      : pair,
  )
}

function keep(row: Row, facts: Record<string, string | number>, { name, value }: Pair): void {
  const plain = value.trim()
  if (plain === '' || plain === '--') return
  const key = name.toLowerCase().replace(/\W+/g, '_').replace(/^_|_$/g, '')
  const place = /^([0-9A-F]{1,16}) ?\(\d+\)$/i.exec(plain)
  if (/(tac|lac|cell_id)$/.test(key)) {
    row.markText(plain, 'cell')
    if (place?.[1] !== undefined) facts[key] ??= parseInt(place[1], 16)
    else facts[key] ??= plain
  } else facts[key] ??= /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : plain
}

/** All `Name: value` pairs of an answer, names in lower case with underscores. */
export function labelled(rows: readonly Row[]): Facts {
  const facts: Record<string, string | number> = {}
  for (const row of rows) for (const pair of pairsOf(row)) keep(row, facts, pair)
  return facts
}
