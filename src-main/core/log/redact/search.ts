import { fromHex, latin1 } from '../../bytes'
import { base64Texts, mayHoldBase64 } from './base64-text'
import { credentialsOf } from './credentials'
import { isIccid, isImei, isReported, passesLuhn, startsWithCountry, swapped } from './digits'
import { groupedIdentities } from './grouped'
import { hasHint } from './hint'
import { mails, mayHoldMail } from './mails'
import { mayHoldPosition, positions } from './positions'
import { pduSpans } from './pdu'
import { inPercent, mayHoldPercent } from './percent'
import { mayHoldProse, prose } from './prose'
import { mayHoldQuotes } from './quotes'
import { mayHoldOfPrograms, ofPrograms } from './programs'
import type { Span } from './span'
import { mayHoldToken, tokens } from './tokens'
import { ucs2Text } from './ucs2'
import { ussdAnswers } from './ussd'
import { widthAlike } from './width'
import { hasRun, isHexDigit } from './long-run'
import { matches } from './matches'

/** What to look for besides what a decoder said. */
export interface Search {
  /** IP addresses too. */
  readonly places: boolean
  /** Positions stay. */
  readonly showPlaces?: boolean
  /** Words of our own, which no person and no program wrote. */
  readonly own?: boolean
  /** Looks into a text that is written as octets in hex; undefined inside of one. */
  readonly look?: ((inside: string) => Span[]) | undefined
}

const digitRun = /(?<![\d.])\d{14,22}(?![\d.]\d|\d)/g
const placeHint = /\.\d|:[\da-f]*:/i

const ussd = '+CUSD:'

/** Whether a closer look is worth while: most lines of a log hold nothing of the kind. */
export function mayHold(text: string, search: Search): boolean {
  return (
    hasHint(text) ||
    text.includes('://') ||
    text.includes(ussd) ||
    (search.own !== true && mayHoldMail(text)) ||
    mayHoldToken(text) ||
    mayHoldProse(text) ||
    mayHoldOfPrograms(text) ||
    (search.showPlaces !== true && mayHoldPosition(text)) ||
    credentialsOf(text).length > 0 ||
    mayHoldQuotes(text) ||
    (search.look !== undefined && (mayHoldBase64(text) || mayHoldPercent(text))) ||
    (search.places && placeHint.test(text))
  )
}

/** Numbers that identify somebody, found by their form and by what stands before them. */
export function searchText(written: string, search: Search): Span[] {
  const text = widthAlike(written)
  const spans = searchAlike(text, search)
  if (text === written) return spans
  return spans.map((span) => ({ ...span, value: span.value ?? text.slice(span.start, span.end) }))
}

function searchAlike(text: string, search: Search): Span[] {
  if (!mayHold(text, search)) return []
  const spans: Span[] = []
  spans.push(...credentialsOf(text))
  if (/\d{7}/.test(text)) spans.push(...identities(text))
  if (/\d[ -]\d/.test(text)) spans.push(...groupedIdentities(text))
  if (/\d(?:[ -]?\d){6}/.test(text)) spans.push(...phoneNumbers(text))
  if (text.includes('://')) spans.push(...urlLogins(text))
  if (!search.showPlaces) spans.push(...positions(text))
  if (text.includes(ussd)) spans.push(...ussdAnswers(text))
  if (hasRun(text, 16, isHexDigit)) spans.push(...hexForms(text, search))
  if (search.look) spans.push(...base64Texts(text, search.look), ...inPercent(text, search.look))
  spans.push(...tokens(text, search.own))
  if (!search.own) spans.push(...prose(text), ...ofPrograms(text))
  if (/pass|pw|user|login|secret|CHAP|connect\(/i.test(text))
    spans.push(...credentials(text, search.own ?? false))
  // Last: where it is the user of a login it is named as that.
  if (!search.own && mayHoldMail(text)) spans.push(...mails(text))
  if (search.places) spans.push(...addresses(text))
  return spans
}

/** RFC 3986, 3.2.1: `user:password@host`, `user@host`; before `@` nothing but a login stands there. */
function urlLogins(text: string): Span[] {
  return matches(/:\/\/([^\s/:@"'?#]*)(?::([^\s/@"]+))?@/g, text).flatMap((match) => {
    const [, user = '', password = ''] = match
    const from = match.index + 3
    const end = match.index + match[0].length - 1
    return [
      { kind: 'password', start: from, end: from + user.length },
      { kind: 'password', start: end - password.length, end },
    ].filter(({ start, end }) => end > start)
  })
}

function identities(text: string): Span[] {
  const spans: Span[] = []
  // GSMA SGP.02, 2.2.2: an EID has 32 digits and begins with 89.
  for (const match of matches(/(?<!\d)89\d{30}(?!\d)/g, text))
    spans.push({ kind: 'eid', start: match.index, end: match.index + 32 })
  for (const match of matches(digitRun, text)) {
    const [digits] = match
    const kind = identityKind(digits, text, match.index)
    if (kind) spans.push({ kind, start: match.index, end: match.index + digits.length })
  }
  return spans
}

/** The label decides; without one the form must leave little doubt, or the number must stand alone on its line. */
function identityKind(digits: string, text: string, at: number): string | undefined {
  // Windows sets names and values in columns.
  const before = text
    .slice(Math.max(0, at - 96), at)
    .replace(/\s{2,}/g, ' ')
    .slice(-32)
  const labelled = underLabel(digits, before)
  if (labelled) return labelled
  if (digits.length <= 17 && /imei|cgsn|\bsn\b|meid/i.test(before)) return 'imei'
  if (digits.length <= 15 && /imsi|cimi|subscriber ?id/i.test(before)) return 'imsi'
  if (digits.length >= 18 && /ccid|card/i.test(before)) return 'iccid'
  // ITU-T E.118: 89 is what the number of every card begins with, also one that was typed off wrong.
  if (/^89\d{16,18}/.test(digits) && /\bu?sim\b|uicc/i.test(before)) return 'iccid'
  if (isIccid(digits)) return 'iccid'
  if (isImei(digits)) return 'imei'
  const after = text.slice(at + digits.length)
  const address = /(?::\/\/|["' ]\/)[^\s"'<>]*[/=:,?&]$/.test(text.slice(0, at))
  if (address) return inUrl(digits)
  const start = /^\s*(b?['"])?$/.test(text.slice(0, at))
  const only = start && /^(\\r|\\n|<\/?\w+ *\/?>|['"\s])*$/.test(after)
  const listed =
    (before.endsWith("'") && after.startsWith("'")) ||
    (before.endsWith('[') && after.startsWith(']')) ||
    (/"\s*:\s*"$/.test(before) && after.startsWith('"')) ||
    // A value of a row of them, in an answer that nobody knows.
    (/,\s*"$/.test(before) && /^"\s*(?:,|$)/.test(after))
  const named = /^@/.test(after)
  if (digits.length === 15 && startsWithCountry(digits) && (only || listed || named)) return 'imsi'
  return undefined
}

const deviceLabel =
  /(?:device|equipment|Ger[äa]te?|appareil|p[ée]riph[ée]rique|dispositivo|デバイス|端末|機器|设备|裝置|設備)[ -]?(?:id|kennung|識別子|标识|標識|番号)[^:=]{0,12}[:=] ?["']?$/i
const subscriberLabel =
  /(?:subscriber|Teilnehmer|abonn[ée]e?|suscriptor|abbonato|加入者|契約者|サブスクライバー?|订阅者|订户|用户|訂閱者|訂戶)[^:=]{0,16}[:=] ?["']?$/i
/** A name that says in whichever language that an identity follows: `ID de l’abonné : `. */
const idLabel =
  /(?:(?<![a-z])(?:id|identifiant)(?![a-z])|kennung|識別子|标识|標識)[^:=\d]{0,20}(?:#?\d\d? ?)?[:=] ?["']?$/i

/** Behind a label that wants an identity, also one that was typed off wrong: better masked than shown. */
function underLabel(digits: string, before: string): string | undefined {
  const id = idLabel.test(before)
  if (digits.length >= 18) return id && digits.startsWith('89') ? 'iccid' : undefined
  if (digits.length !== 15) return undefined
  if (deviceLabel.test(before)) return 'imei'
  if (subscriberLabel.test(before)) return 'imsi'
  if (!id || isImei(digits)) return undefined
  if (startsWithCountry(digits)) return 'imsi'
  return isReported(digits) ? 'imei' : undefined
}

/** A request carries numbers under any name, and with a wrong check digit as well; times begin with 1 or 2. */
function inUrl(digits: string): string | undefined {
  const { length } = digits
  if (length >= 18 && digits.startsWith('89')) return 'iccid'
  if (length > 16) return undefined
  if (/^(?:01|35|86|99)/.test(digits) || (length === 15 && passesLuhn(digits))) return 'imei'
  return length === 15 && startsWithCountry(digits) ? 'imsi' : undefined
}

function phoneNumbers(text: string): Span[] {
  const spans: Span[] = []
  // A quoted number with its type of address behind it (27.007, 7.1): international, national, unknown.
  for (const match of matches(/"(\+?\d{7,15})"(?=\s*,\s*(?:145|129|161|128|177)\b)/g, text))
    spans.push({
      kind: 'number',
      start: match.index + 1,
      end: match.index + 1 + (match[1] ?? '').length,
    })
  for (const match of matches(/(?<![\w+:.])\+\d(?:[ -]?\d){9,14}(?![\d.])/g, text))
    spans.push({ kind: 'number', start: match.index, end: match.index + match[0].length })
  // A voice call: digits only, and a semicolon or the end.
  const dialled = /\bATD[TP]?[ILi ]*(\+?\d(?:-?\d){6,14})(?=;|\s*$|\\r|')/gi
  for (const { 0: whole, 1: number = '', index } of matches(dialled, text)) {
    const start = index + whole.length - number.length
    spans.push({ kind: 'number', start, end: start + number.length })
  }
  return spans
}

function hexForms(text: string, search: Search): Span[] {
  const spans: Span[] = []
  for (const match of matches(/(?<![\da-zA-Z])[\da-fA-F]{16,1024}(?![\da-zA-Z])/g, text)) {
    const [hex] = match
    const where = { start: match.index, end: match.index + hex.length }
    const message = pduSpans(hex, match.index)
    if (message) {
      spans.push(...message)
      continue
    }
    const card = simFile(hex, text)
    if (card) spans.push({ ...card, start: where.start + card.start, end: where.start + card.end })
    // Octets of small letters, two by two, are kanji as well.
    if (search.look) spans.push(...inOctets(hex, match.index, search.look))
    const inside = ucs2Text(hex)
    if (inside === undefined) continue
    if (/^\+?\d{7,15}$/.test(inside)) spans.push({ kind: 'number', ...where, value: inside })
    else
      for (const found of search.look?.(inside) ?? searchText(inside, search))
        spans.push({
          kind: found.kind,
          start: where.start + 4 * found.start,
          end: where.start + 4 * found.end,
          value: inside.slice(found.start, found.end),
        })
  }
  return spans
}

/** Text as octets in hex, as sockets and files of many makers show it. */
function inOctets(hex: string, at: number, look: (inside: string) => Span[]): Span[] {
  const inside = latin1(fromHex(hex) ?? new Uint8Array())
  if (!/^[\t\r\n\x20-\x7e]{8,}$/.test(inside)) return []
  return look(inside).map((found) => ({
    kind: found.kind,
    start: at + 2 * found.start,
    end: at + 2 * found.end,
    value: found.value ?? inside.slice(found.start, found.end),
  }))
}

/** EF ICCID and EF IMSI as the card keeps them, inside the answer of AT+CRSM or AT+CSIM (3GPP TS 31.102, 4.2.2; 11.11). */
function simFile(hex: string, text: string): Span | undefined {
  if (!/C(RSM|SIM|GLA)/.test(text)) return undefined
  const iccid = /98[\da-f]{18}/i.exec(hex)
  if (iccid && isIccid(swapped(iccid[0])))
    return span('iccid', iccid.index, iccid[0].length, swapped(iccid[0]))
  const imsi = /08[\da-f]9[\da-f]{14}/i.exec(hex)
  const digits = imsi ? swapped(imsi[0].slice(2)).slice(1) : ''
  if (imsi && /^\d{15}$/.test(digits) && startsWithCountry(digits))
    return span('imsi', imsi.index, imsi[0].length, digits)
  return undefined
}

function span(kind: string, start: number, length: number, value: string): Span {
  return { kind, start, end: start + length, value }
}

/** In queries the next part begins with `&`, which may also be a sign of the password. */
const settings: RegExp =
  /\b(?:password|passwd|passphrase|pass|secret|pw|pwd|user|username|userid)\b=["']?(?<one>(?:(?!&[\w.-]+=)[^\s"',;)\]<])+)/dgi

const credentialForms: readonly RegExp[] = [
  // In quotes it may hold blanks; quotes that stand twice are those of a table (CSV), or hold nothing.
  /(?:\b[\w.-]{0,30}(?:password|passwd|passphrase)|(?<![A-Za-z\d])(?:secret|pw|pwd))\b\\?["']{0,2}\s*[=:]\s*\\?(?:"(?!")|""(?=[^\s"',;)\]}]))(?<one>[^"\\]+)/dgi,
  // A name of JSON, of Python's dict; without quotes before the colon `pass:` may count tests.
  /(?<=["']|_)pass(?:word|wd|phrase)?\\?["']{1,2}\s*:\s*\\?["'](?<one>[^"'\\]+)/dgi,
  // key = value, key: value, and what nmcli and chat scripts write.
  /(?:\b[\w.-]{0,30}(?:password|passwd|passphrase)|(?<![A-Za-z\d])(?:secret|pw|pwd))\b\\?["']{0,2}\s*[=:]\s*\\?["']{0,2}(?<one>(?:(?!&[\w.-]+=)[^\s"',;)\]<\\])+)/dgi,
  /\b(?:user|username|user_name|user-name|userid|login)\b\\?["']?\s*[=:]\s*\\?["'](?<one>[^"'\\]+)/dgi,
  settings,
  // Prose about `user and password` is none.
  /\buser(?:name)? "?(?!(?:and|or|name|with)\b)(?<one>[^\s"]+)"? (?:password|secret) "?(?:\d )?(?<two>[^\s"]+)"?/dgi,
  /\buser\s*=\s*"(?<one>[^"]*)"(?:\s+password\s*=\s*"(?<two>[^"]*)")?/dgi,
  /\bCHAP [^\]]*\bname = "(?<one>[^"]*)"/dg,
  /\bconnect\(\s*(['"])[^'"]*\1\s*,\s*(['"])(?<one>[^'"]*)\2\s*,\s*(['"])(?<two>[^'"]*)\4/dg,
]

/** `password: old` in words of our own is no password; `password=old` was written by somebody else. */
function credentials(text: string, own: boolean): Span[] {
  const spans: Span[] = []
  for (const form of own ? [settings] : credentialForms)
    for (const match of matches(form, text))
      for (const name of ['one', 'two']) {
        const place = match.indices?.groups?.[name]
        if (place && place[1] > place[0])
          spans.push({ kind: 'password', start: place[0], end: place[1] })
      }
  return spans
}

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const ipv4 = new RegExp(`(?<![\\d.])${octet}(?:\\.${octet}){3}(?![\\d.]*\\d)`, 'g')
/** Written out, or with `::` somewhere or at the end. */
const ipv6 =
  /(?<![\w:.])(?:(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,6}|[\da-f]{2,4}:(?:[\da-f]{1,4}:){0,6}:(?:[\da-f]{1,4}(?::[\da-f]{1,4}){0,5})?)(?![\w:])/gi
/** In the option of IPV6CP: the half of the address that is ours. */
const identifier = /(?<=\binterface=)[\da-f]{16}\b/g
const dotted16 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){15}(?![\d.]*\d)/g

function addresses(text: string): Span[] {
  const spans: Span[] = []
  for (const form of [dotted16, ipv4, ipv6, identifier])
    for (const match of matches(form, text)) {
      // Masks, loopback and `nobody` name no one; times look like short IPv6.
      if (/^(0\.|127\.|255\.)/.test(match[0]) || /^\d\d?:\d\d:\d\d$/.test(match[0])) continue
      spans.push({ kind: 'address', start: match.index, end: match.index + match[0].length })
    }
  return spans
}
