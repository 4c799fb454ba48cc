import { quoted, type Seen } from '../words'

/**
 * How a command ended. `text` of ok and error is there when a per-command final said it (`SHUT OK`, `SEND FAIL`), or when
 * the restart a command asked for ended it. A +CME or +CMS error carries a number (AT+CMEE=1) or words (AT+CMEE=2), or neither.
 */
export type Final =
  | { readonly kind: 'ok'; readonly text?: string }
  | { readonly kind: 'error'; readonly text?: string }
  | { readonly kind: 'cme'; readonly code: number | null; readonly text: string | null }
  | { readonly kind: 'cms'; readonly code: number | null; readonly text: string | null }
  | { readonly kind: 'connect'; readonly text: string }
  | { readonly kind: 'no carrier' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'no answer' }
  | { readonly kind: 'no dialtone' }
  | { readonly kind: 'not supported' }
  | { readonly kind: 'aborted' }

const words = new Map<string, Final>(
  Object.entries({
    OK: { kind: 'ok' },
    ERROR: { kind: 'error' },
    CONNECT: { kind: 'connect', text: '' },
    'NO CARRIER': { kind: 'no carrier' },
    BUSY: { kind: 'busy' },
    'NO ANSWER': { kind: 'no answer' },
    'NO DIALTONE': { kind: 'no dialtone' },
    'NO DIAL TONE': { kind: 'no dialtone' },
    'COMMAND NOT SUPPORT': { kind: 'not supported' },
    'COMMAND NO RESPONSE!': { kind: 'error', text: 'COMMAND NO RESPONSE!' },
    ABORTED: { kind: 'aborted' },
  } satisfies Record<string, Final>),
)
/** `COMMAND NO RESPONSE!` is the longest. */
const longestWord = 20

/** V.250 numeric result codes (ATV0). 2 is RING and ends nothing. */
const digits: Readonly<Record<string, Final>> = {
  '0': { kind: 'ok' },
  '1': { kind: 'connect', text: '' },
  '3': { kind: 'no carrier' },
  '4': { kind: 'error' },
  '6': { kind: 'no dialtone' },
  '7': { kind: 'busy' },
  '8': { kind: 'no answer' },
}

const firstLetters = new Set(Array.from('OECNBA+0123456789', (letter) => letter.charCodeAt(0)))

/** The final result a whole line is, or undefined. Never a substring: `ERRORS`, `OK.` and an operator named BUSY end nothing. */
export function parseFinal(
  line: string,
  options: { extra?: readonly string[]; numeric?: boolean } = {},
): Final | undefined {
  if (options.extra?.includes(line)) return endingFinal(line)
  // Looked at for every line that comes; most are seen not to be one by their first letter.
  if (!firstLetters.has(line.charCodeAt(0))) return undefined
  const word = line.length <= longestWord ? words.get(line) : undefined
  if (word) return word
  if (options.numeric && line.length === 1 && Object.hasOwn(digits, line)) return digits[line]
  // Telit says which socket and why: `NO CARRIER: 1,2`.
  if (line.startsWith('NO CARRIER:') && /^NO CARRIER: ?\d+, ?\d+$/.test(line))
    return { kind: 'no carrier' }
  if (line.startsWith('CONNECT ')) return { kind: 'connect', text: line.slice(8).trim() }
  if (line.charCodeAt(0) !== 0x2b) return undefined
  const error = /^\+(CME|CMS) ERROR:[ ]*(.*)$/.exec(repaired(line) ?? line)
  return error ? extendedError(error[1] === 'CME' ? 'cme' : 'cms', error[2] ?? '') : undefined
}

const extended = ['+CME ERROR', '+CMS ERROR'] as const
const mostBroken = 2

/** An extended error of which a letter or two were broken on the line: `+CME ERRO?: 3`, as it was sent; undefined for other lines. */
export function repaired(line: string): string | undefined {
  if (line.charCodeAt(0) !== 0x2b || !mayBeBroken(line)) return undefined
  if (line.startsWith(extended[0]) || line.startsWith(extended[1])) return undefined
  // A program wrote what was no letter as U+FFFD, which came here as it is or as its octets.
  const plain = /[\ufffd\xef]/.test(line) ? line.replace(/\ufffd|\xef\xbf\xbd/g, '?') : line
  if (plain[4] !== ' ' || plain[10] !== ':') return undefined
  const [sent] = extended
    .map((said) => ({ said, broken: differences(said, plain) }))
    .filter(({ broken }) => broken <= mostBroken)
    .sort((a, b) => a.broken - b.broken)
  return sent && `${sent.said}${plain.slice(10)}`
}

/** Asked of every answer: a blank where theirs is, or something before it that is no letter. */
function mayBeBroken(line: string): boolean {
  if (line.charCodeAt(4) === 0x20) return true
  for (let i = 1; i < 5; i++) if (line.charCodeAt(i) > 0x7e) return true
  return false
}

function differences(said: string, line: string): number {
  return Array.from(said).filter((letter, i) => letter !== line[i]).length
}

function extendedError(kind: 'cme' | 'cms', tail: string): Final {
  const said = tail.trim()
  if (/^\d{1,5}$/.test(said)) return { kind, code: Number(said), text: null }
  return { kind, code: null, text: said === '' ? null : said }
}

/** A final result of a command's own: those with FAIL or ERROR are failures. */
export function endingFinal(line: string): Final {
  return { kind: /FAIL|ERROR/.test(line) ? 'error' : 'ok', text: line }
}

/** True when the command did what it was asked. */
export function succeeded(final: Final): boolean {
  return final.kind === 'ok' || final.kind === 'connect'
}

/** The line a final was, for people. */
export const finalLine = (final: Final): Seen => quoted(lineOf(final))

function lineOf(final: Final): string {
  switch (final.kind) {
    case 'ok':
      return final.text ?? 'OK'
    case 'error':
      return final.text ?? 'ERROR'
    case 'cme':
    case 'cms':
      return `+${final.kind.toUpperCase()} ERROR: ${final.text ?? final.code ?? ''}`.trimEnd()
    case 'connect':
      return final.text ? `CONNECT ${final.text}` : 'CONNECT'
    case 'not supported':
      return 'COMMAND NOT SUPPORT'
    default:
      return final.kind.toUpperCase()
  }
}

/** True for results that belong to a call; for any other command such a line is unsolicited. */
export function endsCall(final: Final): boolean {
  return ['no carrier', 'busy', 'no answer', 'no dialtone'].includes(final.kind)
}

/** What an error asks for: `retry` it passes by itself (SIM busy, stack busy), `fatal` it does not (no SIM, PIN, not allowed). */
export function weightOf(final: Final): 'retry' | 'fatal' | undefined {
  if (final.kind !== 'cme' || final.code === null) return undefined
  if ([14, 100, 151, 535].includes(final.code)) return 'retry'
  return [3, 4, 10, 11, 12, 13].includes(final.code) ? 'fatal' : undefined
}

/** The modem says itself that it has no such command (27.007, 9.2: 4; some say 100 or so in words). */
export function unknownCommand(final: Final): boolean {
  if (final.kind === 'not supported') return true
  return final.kind === 'cme' && (final.code === 4 || /not support/i.test(final.text ?? ''))
}
