import { utf8, utf8Bytes } from '../utf8'
import type { Words } from '../words'

// A divider is a note that starts so: the port was opened, closed, lost or found again.
const dividerMark = '── '

/** What a person left in the log: a comment, or a bookmark on the row of that number. */
export type NoteMark = 'comment' | 'bookmark' | 'unmarked'

const signs: { readonly [mark in NoteMark]: string } = {
  comment: '✎ ',
  bookmark: '★ ',
  unmarked: '☆ ',
}

/** The octets of a comment; with `about`, of a bookmark on a row of the same slot. */
export function markBytes(mark: NoteMark, text: string, about?: number): Uint8Array {
  return utf8Bytes(`${signs[mark]}${about === undefined ? '' : `#${about} `}${text}`)
}

// ASCII's record separator stands between the two languages of a note; no sentence of ours has one.
const languageMark = '\x1e'

/** The octets of a note as the journal keeps them (UTF-8), in both languages where the program has them. */
export function noteBytes(note: string | Words, divider = false): Uint8Array {
  const text = typeof note === 'string' ? note : `${note.en}${languageMark}${note.ja}`
  return utf8Bytes(divider ? `${dividerMark}${text}` : text)
}

/** A note as it is read back. */
export interface Note {
  readonly text: string
  /** The same in both languages, where the program wrote it so. */
  readonly words?: Words
  /** It divides the log. */
  readonly divider: boolean
  readonly mark?: NoteMark
  /** The number of the row a bookmark is on. */
  readonly about?: number
}

export function noteText(bytes: Uint8Array): Note {
  const text = utf8(bytes)
  for (const mark of ['comment', 'bookmark', 'unmarked'] as const)
    if (text.startsWith(signs[mark])) return marked(mark, text.slice(signs[mark].length))
  return text.startsWith(dividerMark)
    ? { ...inLanguages(text.slice(dividerMark.length)), divider: true }
    : { ...inLanguages(text), divider: false }
}

function inLanguages(whole: string): Pick<Note, 'text' | 'words'> {
  const at = whole.indexOf(languageMark)
  if (at < 0) return { text: whole }
  const text = whole.slice(0, at)
  return { text, words: { en: text, ja: whole.slice(at + 1) } }
}

function marked(mark: NoteMark, rest: string): Note {
  const about = /^#(\d{1,15}) /.exec(rest)
  if (!about) return { text: rest, divider: false, mark }
  return { text: rest.slice(about[0].length), divider: false, mark, about: Number(about[1]) }
}
