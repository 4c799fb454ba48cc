import type { Span } from './span'
import { matches } from './matches'

/** A name before a value, with what JSON, headers, queries and settings put between: `"authKey":"`, `X-API-Key: `, `token=`. */
const between = '\\\\?["\']?\\s*[:=]\\s*\\\\?["\']?'
/** Up to a quote, a blank, a list's sign or the next part of a query; `&` alone may be part of a password. */
const value =
  // ESP-IDF calls each line of an answer a token, and shows it in braces.
  '(?!\\{(?:AT|[+^%#$*]|OK|ERROR|CONNECT|NO ))(?:(?!&[\\w.-]+=)[^\\s"\'`,;)\\]}<\\\\]){3,}'

const keys = [
  '(?:api|auth|access|secret|private|pre-?shared|session|client)[-_]?(?:key|token|secret|id)(?:[-_]?id)?',
  '\\w{0,24}token',
  '(?<![A-Za-z])psk',
  '(?<![A-Za-z])tok',
].join('|')

const tellingForms: readonly (readonly [kind: string, form: RegExp])[] = [
  // Keys of SORACOM users and their tokens: they say what they are.
  ['token', /(?<![\w-])(?<one>(?:keyId|secret|api|token)-(?=[\w-]*\d)[\w-]{8,})/dg],
  // RFC 7519: a header that begins with `{"`.
  ['token', /(?<![\w-])(?<one>eyJ[\w-]{10,}(?:\.[\w-]*){0,4})/dg],
  // Keys that begin with what they are: AWS, GitHub, GitLab, Slack, Google, Stripe, SendGrid.
  ['token', /(?<![\w-])(?<one>A[KS]IA[A-Z\d]{16})(?![A-Za-z\d])/dg],
  [
    'token',
    /(?<![\w-])(?<one>(?:gh[opsur]_|github_pat_|glpat-|xox[abeoprs]-|AIza|ya29\.|[rs]k_live_|SG\.)(?=[\w.-]*\d)[\w.-]{16,})/dg,
  ],
]

const forms: readonly (readonly [kind: string, form: RegExp])[] = [
  // RFC 9110, 11.6.2; as header, in a command that sets one, and as what curl is given.
  [
    'token',
    /\b(?:proxy-)?authorization\\?["']?\s*(?:[:=]|",)\s*\\?["']?(?:(?:basic|bearer|digest|token|apikey) +)?(?<one>[^"'\\\r\n]+)/dgi,
  ],
  // RFC 7616, 3.4: user, and a proof from which a short password can be found by trying.
  ['token', /\bauthorization\\?["']?\s*(?:[:=]|",)\s*\\?["']?digest +(?<one>[^\r\n]+)/dgi],
  ['token', /\b(?:bearer|basic) (?<one>[\w+/.~-]{12,}={0,2})/dgi],
  ['token', /\b(?:set-)?cookie\\?["']?: *(?<one>[^"'\\\r\n]+)/dgi],
  ['token', new RegExp(`(?:${keys})\\\\?["']?\\s*[:=]\\s*\\\\?"(?<one>[^"\\\\]{3,})`, 'dgi')],
  ['token', new RegExp(`(?:${keys})${between}(?<one>${value})`, 'dgi')],
  // A part of a query that is a key; `key` alone elsewhere is any word.
  [
    'token',
    /[?&](?:app|app_?id|api_?|access_?|auth_?|write_?|read_?)?key=(?<one>[^\s"'`,;)\]}<\\&#]{3,})/dgi,
  ],
  ['token', /[?&](?:sig|signature|sas|auth|appid)=(?<one>[^\s"'`,;)\]}<\\&#]{6,})/dgi],
  ...tellingForms,
  // A path that opens what it names: bots of Telegram, devices of ThingsBoard, hooks of Slack.
  ['token', /\/bot(?<one>\d{6,12}:[\w-]{10,})/dg],
  [
    'token',
    /\/api\/v1\/(?<one>[A-Za-z\d]{16,40})\/(?:telemetry|attributes|rpc|claim|provision)\b/dg,
  ],
  ['token', /\bhooks\.slack\.com\/services\/(?<one>[\w/-]{12,})/dg],
  // Keys of a SIM (3GPP TS 35.206; ETSI TS 102 221, 9.5.2).
  ['key', /\b(?:ki|opc?|adm\d?)\b["']?\s*[:=]\s*["']?(?<one>[\dA-F]{16,32}|\d{8})\b/dgi],
  // `psk-id a@b psk c`, as shells of devices take it.
  ['token', /(?<![\w-])psk(?:-id)? +["']?(?<one>(?=[^\s"']*\d)[^\s"',;]{6,64})/dgi],
  // A private key or certificate in one line, its line ends written out.
  [
    'key',
    /-----BEGIN [A-Z ]+-----(?:\\r|\\n|[\s',])*(?<one>[A-Za-z\d+/][A-Za-z\d+/=\\\s',]{7,})/dg,
  ],
  // RFC 1994, 4.1: from challenge and response a short password can be found by trying.
  ['proof', /\bCHAP Response[^<\]]*<(?<one>[\da-f ]{8,})>/dgi],
  // The number of the factory, as Sierra calls it: it names the modem as its IMEI does.
  ['serial', /\bFSN\b["']?\s*[:=]\s*["']?(?<one>(?=\w*\d{4})[A-Z\d]{8,20})\b/dg],
  ['imei', /(?<![A-Za-z])Q?MEID\b["']?[:=\s]+["']?(?<one>[\dA-F]{14})\b/dgi],
  [
    'number',
    /(?<![A-Za-z])(?:[A-Z]?msisdn|phone(?: ?number)?|caller|subscriber)\b\)?\\?["']?\s*[:=]\s*\\?["']?(?<one>(?:\+|%2B)?\d(?:[ -]?\d){6,14})/dgi,
  ],
]

const nothing = /^(?:true|false|null|none|yes|no|on|off|ok|error|\d{1,3})$/i
const hint =
  /authoriz|bearer |basic |tok|key|secret|session|client|psk|eyJ|cookie|sig|sas=|auth=|appid|api\/v1\/|\/bot\d|\bki\b|\bopc?\b|\badm\d?\b|-----BEGIN|CHAP R|MEID|FSN|msisdn|phone|caller|subscriber|api-|slack\.com|A[KS]IA|gh[opsur]_|github_|glpat-|xox[a-s]-|AIza|ya29\.|k_live_|SG\./i

export function mayHoldToken(text: string): boolean {
  return hint.test(text)
}

/** What opens an account, found by its name or by its form. `own`: words of ours, in which only what says by its form what it is counts. */
export function tokens(text: string, own = false): Span[] {
  if (!hint.test(text)) return []
  return (own ? tellingForms : forms).flatMap(([kind, form]) =>
    matches(form, text).flatMap(({ indices }) => {
      const place = indices?.groups?.['one']
      if (!place || nothing.test(text.slice(place[0], place[1]))) return []
      return [{ kind, start: place[0], end: place[1] }]
    }),
  )
}
