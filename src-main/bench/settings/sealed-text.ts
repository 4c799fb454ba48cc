import { knowledge } from '@catalog/decoders'
import { Redactor } from '@core/log/redact'
import type { Keyring } from '@core/ports/keyring'
import type { Words } from '@core/words'
import { sealedByKeyring } from './words'

/** A comment, both in a configuration and in a macro: where nobody can open it, it says what it is, and does nothing. */
const mark = '# Sealed by the keyring of the desktop app: '
const logins: ReadonlySet<string> = new Set(['password', 'pin', 'token', 'key', 'proof'])
const named = /(?:^|[\s,{])["']?(?:password|pin)["']?\s*:\s*(?!["']{2})[^\s#,}]/im

export const isSealedText = (text: string): boolean => text.startsWith(mark)

/** The text as it goes into a file: sealed where it holds a login and there is a keyring. */
export async function sealedText(text: string, keyring: Keyring | undefined): Promise<string> {
  if (!keyring || isSealedText(text) || !holdsLogin(text)) return text
  return `${mark}${await keyring.seal(text)}\n`
}

/** What a file holds in clear; what the keyring does not open stays as it is, so that the next save loses nothing. */
export async function openedText(text: string, keyring: Keyring | undefined): Promise<string> {
  if (!isSealedText(text)) return text
  return (await keyring?.open(text.slice(mark.length).trim())) ?? text
}

export function sealedTextWords(what: Words): Words {
  return sealedByKeyring(what)
}

/** By name in a configuration, and by what masking would hide in a macro or an address. */
function holdsLogin(text: string): boolean {
  if (named.test(text)) return true
  const redactor = new Redactor({ knowledge })
  for (const line of text.split('\n')) redactor.text(line)
  return Object.keys(redactor.masked).some((kind) => logins.has(kind))
}
