import { factText } from './fact-text'
import type { Words } from '../words'
import type { Command } from './command-text'
import type { Asked, Decoder, Note } from './decoder'
import type { Facts, FactValue } from './knowledge'
import { outsideRange, say, type Parameter } from './parameter'

/** The note of a decoder about facts: its own, or its title with each value and what the value means. */
export function explainFacts(decoder: Decoder, facts: Facts, asked: Asked): Note {
  return closed(decoder.explain?.(facts, asked) ?? plainNote(decoder, facts, asked))
}

function plainNote(decoder: Decoder, facts: Facts, asked: Asked): Note {
  const words = plain(decoder, facts, asked)
  const outside = parametersFor(decoder, asked).some((one) => outsideRange(one, facts[one.name]))
  return outside ? { words, severity: 'warning' } : { words }
}

/** The note about a command as it was sent. */
export function explainCommand(decoder: Decoder, facts: Facts, command: Command): Note {
  const special = withoutValues(decoder, command)
  if (special) return closed({ words: special })
  return closed(
    decoder.explainCommand?.(facts, command) ?? { words: commandWords(decoder, facts, command) },
  )
}

/** `AT+X=` and `AT+X=1` alone: settings that are left to the modem, or entries that are deleted. */
function withoutValues(
  { alone, does, title, empty }: Decoder,
  command: Command,
): Words | undefined {
  if (command.form !== 'set') return undefined
  const args = command.args.trim()
  if (args !== '') return alone && /^\d+$/.test(args) ? named(alone, args) : undefined
  if (does || empty) return undefined
  return say(
    `Sets ${title.en}, without a value: it stays as it is, or goes back to its default.`,
    `${settingJa(title.ja)}（値なし：現在の値のまま、または初期値に戻ります）。`,
  )
}

function named(words: Words, number: string): Words {
  return say(words.en.replace('#', number), words.ja.replace('#', number))
}

/** English sentences end in a point; in Japanese a lone phrase (`型番：SIM7672`) has none, sentences have. */
function closed(note: Note): Note {
  const { en, ja } = note.words
  const words = say(ended(oneLine(en)), phrased(oneLine(ja)))
  return words.en === en && words.ja === ja ? note : { ...note, words }
}

function ended(en: string): string {
  return /[.!?…]$/.test(en) ? en : `${en}.`
}

/** Verbs and adjectives end a sentence; a noun or a bracket ends a phrase. */
function phrased(ja: string): string {
  if (!ja.endsWith('。')) return ja.includes('。') ? `${ja}。` : ja
  const lone = ja.indexOf('。') === ja.length - 1
  const end = ja.slice(0, -1).replace(/（(?:[^（）]|（[^（）]*）)*）$/, '')
  return lone && !/[うくすつぬむるたいんだ]$/.test(end) ? ja.slice(0, -1) : ja
}

/** An answer of several lines is quoted in one. */
function oneLine(text: string): string {
  return text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text
}

function plain(decoder: Decoder, facts: Facts, asked: Asked): Words {
  const { title } = decoder
  if (asked.form === 'test')
    return say(
      `What the modem accepts: ${title.en}${after(allowed(facts))}.`,
      `${spaced(title.ja)}で指定できる値${after(allowed(facts), '：')}`,
    )
  const parameters = parametersFor(decoder, asked)
  const rows = facts[decoder.list ?? 'entries']
  if (Array.isArray(rows)) return listed(title, parameters, rows)
  return withPieces(title, soleValue(parameters, facts) ?? valuePieces(parameters, facts))
}

function after(text: string, separator = ': '): string {
  return text === '' ? '' : separator + text
}

function allowed(facts: Facts): string {
  // Some lists stand under two names; one is enough for the reader.
  const lists = Object.entries(facts)
    .filter(([, value]) => Array.isArray(value) && value.some((one) => typeof one !== 'object'))
    .map(([name, value]) => `${name.replace(/_values$/, '')} ${short(value)}`)
  return [...new Set(lists)].join('; ')
}

function short(value: FactValue | undefined): string {
  if (!Array.isArray(value)) return factText(value)
  const flat = value.filter((item) => typeof item !== 'object').map(String)
  return flat.length > 8 ? `${flat.slice(0, 3).join(', ')} … ${flat.at(-1) ?? ''}` : flat.join(', ')
}

function parametersFor(decoder: Decoder, asked: Asked): readonly Parameter[] {
  if (asked.form === 'urc' && Array.isArray(decoder.urc)) return decoder.urc
  return decoder.parameters
}

const mostListed = 5

/** Each row of a list in its own words, parted by semicolons. */
function listed(title: Words, parameters: readonly Parameter[], rows: readonly FactValue[]): Words {
  if (rows.length === 0) return say(`${capital(title.en)}: none.`, `${title.ja}：なし`)
  const each = rows
    .slice(0, mostListed)
    .map((row) => (isFacts(row) ? valuePieces(parameters, row) : []))
  const said = each.filter((pieces) => pieces.length > 0)
  if (said.length === 0) return withPieces(title, [])
  const more = rows.length > mostListed ? ` … (${rows.length})` : ''
  return say(
    `${capital(title.en)}: ${said.map((pieces) => pieces.map(({ en }) => en).join(', ')).join('; ')}${more}.`,
    `${title.ja}：${said.map((pieces) => pieces.map(({ ja }) => ja).join('、')).join('；')}${more}`,
  )
}

function isFacts(value: FactValue): value is Facts & FactValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A line with a single value says what it is in its title already. */
function soleValue(parameters: readonly Parameter[], facts: Facts): Words[] | undefined {
  const [only] = parameters
  if (!only || parameters.length > 1 || only.values || only.secret) return undefined
  const value = facts[only.name]
  return value === undefined || value === null ? undefined : [say(short(value), short(value))]
}

function withPieces(title: Words, pieces: readonly Words[]): Words {
  if (pieces.length === 0) return say(`${capital(title.en)}.`, title.ja)
  return say(
    `${capital(title.en)}: ${pieces.map((piece) => piece.en).join(', ')}.`,
    `${title.ja}：${pieces.map((piece) => piece.ja).join('、')}`,
  )
}

/** Each value that is there, in words. Secrets are named, never printed: words go where values are masked. */
export function valuePieces(parameters: readonly Parameter[], facts: Facts): Words[] {
  return parameters.flatMap((parameter) => {
    const value = facts[parameter.name]
    return value === undefined || value === null ? [] : [piece(parameter, value)]
  })
}

function piece(parameter: Parameter, value: FactValue): Words {
  const { meaning } = parameter
  if (parameter.secret) return meaning
  const outside = outsideRange(parameter, value)
  if (outside) {
    const [shown, allowedText] = [short(value), outside.join('–')]
    return say(
      `${meaning.en} ${shown} (out of range: ${allowedText})`,
      `${meaning.ja} ${shown}（範囲外：${allowedText}）`,
    )
  }
  const known = parameter.values?.[factText(value)]
  if (known)
    return say(
      `${meaning.en} ${factText(value)} (${known.en})`,
      `${meaning.ja} ${factText(value)}（${known.ja}）`,
    )
  const shown = short(value)
  return say(`${meaning.en} ${shown}`, `${meaning.ja} ${shown}`)
}

function commandWords(decoder: Decoder, facts: Facts, command: Command): Words {
  const { title, does } = decoder
  if (command.form === 'test') return testWords(decoder, command)
  if (command.form === 'read' || (command.form === 'action' && !does)) return asking(title, [])
  const pieces = valuePieces(decoder.set ?? decoder.parameters, facts)
  if (does) return pieces.length > 0 ? withPieces(bare(does), pieces) : does
  if (decoder.asks) return asking(title, pieces)
  return setting(reporting(decoder) ?? title, pieces)
}

function testWords(decoder: Decoder, { name }: Command): Words {
  const { title } = decoder
  if (decoder.parameters.length === 0 || decoder.free)
    return say(
      `Asks whether the modem knows ${name} (${title.en}).`,
      `${name} に対応しているか問い合わせます（${title.ja}）。`,
    )
  return say(
    `Asks which values ${name} accepts (${title.en}).`,
    `${name} で指定できる値を問い合わせます（${title.ja}）。`,
  )
}

function asking(title: Words, pieces: readonly Words[]): Words {
  const en = pieces.map((one) => one.en).join(', ')
  const ja = pieces.map((one) => one.ja).join('、')
  return say(
    `Asks: ${title.en}${en && `, ${en}`}.`,
    `${spaced(title.ja)}を問い合わせます${ja && `（${ja}）`}。`,
  )
}

function setting(title: Words, pieces: readonly Words[]): Words {
  const en = pieces.map((one) => one.en).join(', ')
  const ja = pieces.map((one) => one.ja).join('、')
  return say(
    `Sets ${title.en}${en && `: ${en}`}.`,
    `${settingJa(title.ja)}${ja ? `：${ja}` : '。'}`,
  )
}

/** Where the set form only turns unsolicited lines on, it is their reporting that is set. */
function reporting({ title, set, urc }: Decoder): Words | undefined {
  const [only] = set ?? []
  if (!urc || set?.length !== 1 || !only?.meaning.en.startsWith('report')) return undefined
  return say(`how ${title.en} is reported`, `${spaced(title.ja)}の通知`)
}

function bare(words: Words): Words {
  return say(words.en.replace(/\.$/, ''), words.ja.replace(/。$/, ''))
}

/** A sentence begins with a capital, but eDRX stays eDRX. */
export function capital(text: string): string {
  return /^[a-z](?![A-Z])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/** `APN の設定` is set by saying `APN を設定します`. Latin letters keep a space before the particle. */
function settingJa(title: string): string {
  return `${spaced(title.replace(/の?設定$/, ''))}を設定します`
}

function spaced(title: string): string {
  return /[A-Za-z0-9]$/.test(title) ? `${title} ` : title
}
