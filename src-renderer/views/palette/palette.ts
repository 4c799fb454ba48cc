/** What a line of the palette leads to; the order is that of the list where nothing else decides. */
export const entryKinds = [
  'page',
  'act',
  'log',
  'port',
  'preset',
  'macro',
  'setting',
  'command',
] as const
export type EntryKind = (typeof entryKinds)[number]

export interface PaletteEntry {
  readonly id: string
  readonly kind: EntryKind
  readonly title: string
  /** What stands behind it and is searched too. */
  readonly hint?: string
  readonly act: () => unknown
}

/** No list is read further; what is typed makes it shorter. */
export const mostShown = 60

/** The entries that hold every word, the best first: a title that begins so, then a word of it, then anything else. */
export function found(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0)
    return entries.filter(({ kind }) => kind !== 'command').slice(0, mostShown)
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, words)
    return rank === undefined ? [] : [{ entry, rank }]
  })
  const order = ({ entry }: { entry: PaletteEntry }) => entryKinds.indexOf(entry.kind)
  return ranked
    .sort((a, b) => a.rank - b.rank || order(a) - order(b))
    .slice(0, mostShown)
    .map(({ entry }) => entry)
}

function rankOf(
  { id, title, hint = '' }: PaletteEntry,
  words: readonly string[],
): number | undefined {
  const name = plain(title)
  // `page-radio`, `act-sockets-a`: in English too, whatever language the window speaks.
  const all = `${name} ${plain(hint)} ${id.replace(/^[a-z]+-/, '')}`
  const [first = ''] = words
  if (!words.every((word) => all.includes(word))) return undefined
  // `csq` and `+csq` mean AT+CSQ to a person.
  if (name.startsWith(first) || name.replace(/^at\W?/, '') === first.replace(/^\W/, '')) return 0
  if (name.replace(/^at\W?/, '').startsWith(first.replace(/^\W/, ''))) return 1
  return name.includes(first) ? 2 : 3
}

/** Full-width letters and digits, as an input method for Japanese leaves them, are the plain ones. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
