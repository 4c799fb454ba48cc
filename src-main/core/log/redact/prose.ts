import { noValue } from './programs'
import type { Span } from './span'
import { matches } from './matches'

const number = '(?<one>\\+?\\d(?:[ /-]?\\d){6,14})(?!\\d|\\.\\d)'
/** What people call a phone number; a serial number, a part number and a version are none. */
const numberNames =
  '(?:(?:my|phone|mobile|cell|tele?phone) ?(?:number|no\\.?)|(?:meine|ruf|handy|telefon|mobil)[ -]?(?:nummer|nr\\.?)|t[ée]l\\.?|tele?phone|telefon|handy|msisdn|num[ée]ro de t[ée]l[ée]phone|t[ée]l[ée]phone|n[úu]mero de tel[ée]fono|tel[ée]fono|電話番号|携帯番号|(?:自分|私|SIM)の番号|電話|电话号码|手机号码|电话|手机|電話號碼|手機號碼)'
/** Windows counts the numbers of a card: `電話番号 #1 : …`. */
const counted = '(?:\\s*(?:#|＃|No\\.? ?|\\()?\\s?\\d{1,2}\\)?(?=\\s*[:=：]))?'
const is = '(?:\\s*[:=：は]\\s*|\\s+(?:is|ist|lautet|was|war|est|es|è)\\s+|\\s+)["\'「『“]?'

const forms: readonly (readonly [kind: string, form: RegExp])[] = [
  ['number', new RegExp(`(?<![A-Za-z])${numberNames}${counted}${is}${number}`, 'dgi')],
  // 3GPP TS 31.101, 9.5.1: a PIN has four to eight digits; the pin of a connector has fewer.
  [
    'pin',
    new RegExp(
      `(?<![A-Za-z])(?:PIN|PUK)[12]?(?:[ -]?code)?${is}["']?(?<one>\\d{4,8})(?!\\d|\\.\\d)`,
      'dgi',
    ),
  ],
  // Said digit by digit.
  [
    'pin',
    /(?<![A-Za-z])(?:(?:PIN|PUK)[12]?(?:[ -]?code|コード)?|暗証番号)\s*(?:[:=は]|\bis\b)\s*["'「]?(?<one>\d(?: \d){3,7})(?! ?\d|\.\d)/dgi,
  ],
  // Whoever has it may load a profile of an eSIM (GSMA SGP.22, 4.1).
  [
    'pin',
    /(?:confirmation ?code|確認コード)\s*(?:[:=は]|\bis\b)?\s*["'「]?(?<one>[\w-]*\d[\w-]*)/dgi,
  ],
  [
    'pin',
    /(?<![A-Za-z])(?:PIN|PUK)[12]?[码碼]\s*(?:是|[为為]|[:=])?\s*["'「“]?(?<one>\d{4,8})(?![\d.])/dgi,
  ],
  ['pin', /暗証番号\s*(?:[:=は]|\s)?\s*["'「]?(?<one>\d{4,8})(?![\d.])/dg],
  ['pin', /(?<![A-Za-z])(?:PIN|PUK)[12]?コード\s*[:=は]?\s*["'「]?(?<one>\d{4,8})(?![\d.])/dgi],
  [
    'name',
    /(?:契約者|名義人?|氏名|お名前)(?:氏名|名)?\s*[:：]\s*(?<one>[^\s、。,;:：「」]{2,24})/dg,
  ],
  // Numbers of mobile telephones in Japan, in groups; those that somebody is asked to call.
  ['number', /(?<![\d.+-]|\d )(?<one>0[5789]0([ -])\d{4}\2\d{4})(?![\d.]|[ -]\d)/dg],
  [
    'number',
    /\b(?:call|phone|ring|reach|contact|text|dial) (?:me |us |him |her )?(?:at |on |under |to )?(?<one>\+\d(?:[ /-]?\d){9,14}|0\d(?:[ /-]?\d){7,11})(?![\d.])/dgi,
  ],
]
/** What stands between the name of a secret and the secret itself where a person writes in Japanese. */
const japaneseIs = '\\s*(?:[:=]|は|が|是|[为為])\\s*["\'「『“]?'
const shown = '(?<one>(?:(?!\\\\[rn]|<CR>|<LF>|<br|&quot;)[!#-&*+./0-9:=?-Z^_a-z~@-]){2,64})'
/** A word alone is one of a sentence, unless it is unlike words: letters and digits, or signs between them. */
const unlikeWord =
  '(?<one>(?=[^\\s"\',;]*[A-Za-z])(?=[^\\s"\',;]*[\\d@!?#$%&*])(?:(?!\\\\[rn]|<CR>|<LF>|<br|&quot;)[^\\s"\',;:()<>\\\\|\\]}、。]){4,64})'
const names = '(?:mot de passe|contraseña|passwords?|passwort|passwd|passphrase|pass|pw|pwd)'
const japaneseNames =
  '(?:密[码碼]|口令|パスワード|パスコード|パスフレーズ|暗証番号|ユーザー?名|ユーザー? ?ID|ログイン(?:名|ID))'
/** Behind a blank alone: what an ASCII word of a sentence is not followed by. */
const wordEnds = '(?=\\s*(?:$|[、。,/／|)）」]|[\\u3040-\\u30ff\\u4e00-\\u9fff]))'
const logins: readonly RegExp[] = [
  new RegExp(`${japaneseNames}${japaneseIs}${shown}`, 'dg'),
  new RegExp(`${japaneseNames}[ \\u3000]+(?!AT[+^%$#*])${shown}${wordEnds}`, 'dg'),
  new RegExp(`${japaneseNames}[ \\u3000]+(?!AT[+^%$#*])${unlikeWord}`, 'dg'),
  new RegExp(`(?<![\\w-])${names} (?:is|was|ist|lautet|war|est|es|è) ["']?${shown}`, 'dgi'),
  new RegExp(`(?<![\\w-])${names} +["']?${unlikeWord}`, 'dgi'),
  new RegExp(`(?<![\\w.-])(?:pass|passwort)\\s*[:=]\\s*["']?${shown}`, 'dgi'),
  // `my login anna7/pw7!`
  /\b(?:login|credentials|user ?\/ ?pass(?:word)?)(?: (?:is|are|was|were))?[ :=]+["']?(?<one>[\w.@-]{2,64})["']? ?\/ ?["']?(?<two>(?=[^\s"',;/]*[\d@!?#$%&*])[^\s"',;/]{3,64}?)(?=[.!?]?(?:["',;\s]|$))/dgi,
  new RegExp(`\\buser(?:name)?[ ,:=]+["']?${shown}["']?[ ,]+(?=${names}[ :=])`, 'dgi'),
  new RegExp(
    `\\buser(?:name)?[ ,:=]+["']?[^\\s"',]{2,64}["']?[ ,]+(?:pass|pw|pwd|passwd)[ :=]+["']?${shown}`,
    'dgi',
  ),
]
const login =
  /\b(?:user(?:name)?|benutzer(?:name)?|login)\s*[:：]\s*["']?(?<one>[^\s"',;、。]{2,64})/dgi
/** A user alone may be anybody's, of any program. */
const besideLogin = /\b(?:password|passwort|passwd|pass|pw|pwd|APN)\b|パスワード/i
const hint =
  /PIN|PUK|num[bm]er|cell|my no|phone|\bt[ée]l|handy|mobil|user|login|benutzer|pass|pw|call|ring|reach|contact|text|dial|電話|携帯|电话|手机|手機|t[ée]l[ée]|msisdn|暗証|credentials|番号|契約者|名義|氏名|お名前|パス|ユーザ|ログイン|密[码碼]|口令|contrase|confirmation|確認コード|0[5789]0[ -]\d/i

export function mayHoldProse(text: string): boolean {
  return hint.test(text)
}

/** What people write about their card and their line in the words around a log. */
export function prose(text: string): Span[] {
  if (!hint.test(text)) return []
  const found = besideLogin.test(text) ? [...forms, ['password', login] as const] : forms
  return [...places(text, found), ...loginsIn(text)]
}

const loginHint = /密[码碼]|口令|contrase|pass|pw|user|login|credentials|パス|ユーザ|ログイン/i

function loginsIn(text: string): Span[] {
  if (!loginHint.test(text)) return []
  const spans = places(
    text,
    logins.map((form) => ['password', form] as const),
  )
  return spans.filter(({ start, end }) => !noValue.test(text.slice(start, end)))
}

function places(text: string, found: typeof forms): Span[] {
  return found.flatMap(([kind, form]) =>
    matches(form, text).flatMap(({ indices }) =>
      ['one', 'two'].flatMap((name) => {
        const place = indices?.groups?.[name]
        return place ? [{ kind, start: place[0], end: place[1] }] : []
      }),
    ),
  )
}
