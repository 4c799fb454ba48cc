import type { z } from 'zod'
import type { Words } from '@core/words'

/** A mistake, and the keys that lead to it. */
export interface Found {
  readonly path: readonly PropertyKey[]
  readonly words: Words
  /** Where it is told, if even what it should be in is not there. */
  readonly beside?: readonly PropertyKey[]
  /** It is the cause of whatever else is wrong in its place. */
  readonly cause?: true
  /** It only follows where one of these settings is wrong, and is not told then. */
  readonly follows?: readonly (readonly PropertyKey[])[]
}
type Issue = z.core.$ZodIssue

/** What the reader of YAML says, in words of a person who has never read its source. */
const syntax: { readonly [code: string]: Words } = {
  BAD_INDENT: { en: 'the indentation does not fit', ja: 'インデントが合っていません' },
  TAB_AS_INDENT: {
    en: 'a tab indents; YAML wants spaces',
    ja: 'タブでインデントされています。YAML では空白を使います',
  },
  DUPLICATE_KEY: { en: 'this key is there twice', ja: '同じキーが 2 回あります' },
  MISSING_CHAR: {
    en: 'a quote, bracket, colon or comma is missing',
    ja: '引用符、括弧、コロン、カンマのいずれかが足りません',
  },
  UNEXPECTED_TOKEN: { en: 'this does not belong here', ja: 'ここには書けません' },
  BAD_SCALAR_START: {
    en: 'a value cannot begin with this character; put it in quotes',
    ja: '値はこの文字で始められません。引用符で囲んでください',
  },
  BAD_DQ_ESCAPE: {
    en: 'this backslash means nothing in double quotes; use single quotes',
    ja: '二重引用符の中でこのバックスラッシュは使えません。単一引用符を使ってください',
  },
  MULTILINE_IMPLICIT_KEY: {
    en: 'a key must stand on one line, with a colon and a space behind it',
    ja: 'キーは 1 行に書き、後ろにコロンと空白を置いてください',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'a second key stands in this line; put it on a line of its own, or the value in quotes where the colon is part of it',
    ja: '1 行に 2 つ目のキーがあります。別の行に書くか、コロンが値の一部なら値を引用符で囲んでください',
  },
  BLOCK_IN_FLOW: {
    en: 'within { } and [ ] there are no lines with a dash',
    ja: '{ } と [ ] の中では行頭のハイフンは使えません',
  },
  MULTIPLE_DOCS: {
    en: 'the file holds more than one document (---); make a file of each',
    ja: 'ファイルに複数の文書（---）があります。1 文書ごとにファイルを分けてください',
  },
  BAD_ALIAS: { en: 'there is no anchor of this name', ja: 'この名前のアンカーがありません' },
  TAG_RESOLVE_FAILED: { en: 'tags (!) are not read here', ja: 'タグ（!）は使えません' },
}

/** A mistake of YAML itself; one we have no words for is said as the reader said it. */
export function syntaxWords(code: string, message: string): Words {
  const known = syntax[code]
  if (known) return known
  // The library's message ends with an excerpt; the place is said by line and column.
  const said = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
  return { en: `this is no YAML (${said})`, ja: `YAML として読めません（${said}）` }
}

/** A line that begins where none can; `open`: where it can, by the lines above. */
export function columnWords(column: number, open: readonly number[]): Words {
  const [en, ja] = [open.join(' or '), open.join(' または ')]
  return {
    en: `the indentation does not fit: this line begins in column ${column}, and by the lines above it can begin in column ${en}`,
    ja: `インデントが合っていません。この行は ${column} 桁目から始まっていますが、上の行に合わせて ${ja} 桁目から始めてください`,
  }
}

/** A range of times, whatever unit either end is told in. */
function timeRanges(): (readonly [RegExp, string])[] {
  const units = Object.entries({ s: '秒', min: '分', h: '時間' })
  const expected = 'expected a time such as 30s, 10m or 1h30m, or a number of seconds'
  return units.flatMap(([least, leastJa]) =>
    units.map(([most, mostJa]) => [
      new RegExp(`^${expected}, from (\\S+) ${least} to (\\S+) ${most}$`),
      `30s、10m、1h30m のような時間、または秒数を、$1 ${leastJa}から $2 ${mostJa}の範囲で書いてください`,
    ]),
  )
}

/** What the checks of single settings say in English, and the same in Japanese. */
const japanese: readonly (readonly [RegExp, string])[] = [
  ...timeRanges(),
  [
    /^expected a time such as 30s, 10m or 1h30m, or a number of seconds$/,
    '30s、10m、1h30m のような時間、または秒数を書いてください',
  ],
  [/^expected true or false$/, 'true または false を書いてください'],
  [/^expected a number, or forever$/, '数または forever を書いてください'],
  [/^expected lower-case letters, digits and dashes$/, '英小文字、数字、ハイフンで書いてください'],
  [/^expected lower-case letters and digits$/, '英小文字と数字で書いてください'],
  [/^must be one line$/, '1 行で書いてください'],
  [
    /^expected a port, or a and b with a port each$/,
    'ポート、または a と b にポートを 1 つずつ書いてください',
  ],
  [
    /^expected a text, a number, or true or false$/,
    '文字列、数値、true、false のいずれかを書いてください',
  ],
  [/^expected a value, or value and fails$/, '値、または value と fails を書いてください'],
  [
    /^must name at least one axis, such as modem or apn$/,
    'modem や apn のような軸を 1 つ以上書いてください',
  ],
  [/^must not make more than 200 cases$/, '組み合わせは 200 通りまでです'],
  [/^expected a text, or a list of texts$/, '文字列、または文字列のリストを書いてください'],
  [
    /^expected a phone number, such as "\+819012345678"$/,
    '"+819012345678" のような電話番号を引用符で囲んで書いてください',
  ],
  [
    /^must be an http:\/\/ or https:\/\/ address$/,
    'http:// または https:// のアドレスを書いてください',
  ],
  [
    /^must be a host name or an IP address, without blanks, http:\/\/ or a port$/,
    'ホスト名または IP アドレスを、空白、http://、ポート番号なしで書いてください',
  ],
  [
    /^must be a code of CoAP, such as "2\.05"$/,
    '"2.05" のような CoAP のコードを引用符で囲んで書いてください',
  ],
  [
    /^must be an http:\/\/ or https:\/\/ address of a host name or an IP address$/,
    'ホスト名または IP アドレスを含む http:// または https:// のアドレスを書いてください',
  ],
  [/^must be a coap:\/\/ address$/, 'coap:// のアドレスを書いてください'],
  [
    /^must be the name of a picture beside the plan: \.png, \.jpg, \.webp or \.gif$/,
    '計画と同じフォルダーにある画像のファイル名（.png、.jpg、.webp、.gif）を書いてください',
  ],
  [/^must be a whole number from 1 to 16$/, '1 から 16 の整数にしてください'],
  [
    /^must not hold quotes, line breaks or control characters$/,
    '引用符、改行、制御文字は使えません',
  ],
  [/^must have at most (\d+) characters$/, '$1 文字以内にしてください'],
  [
    /^must be ASCII: a modem takes no other characters here$/,
    'ASCII 文字にしてください（モデムはほかの文字を受け付けません）',
  ],
  [/^a PIN has 4 to 8 digits$/, 'PIN は 4 桁から 8 桁の数字です'],
  [
    /^must not be more than "of": so many failures among so many checks$/,
    '「of」以下にしてください（of 回の確認のうち failures 回の失敗）',
  ],
  [
    /^must be an http:\/\/ or https:\/\/ address for the kinds? (.+)$/,
    '種別が $1 のときは http:// または https:// のアドレスを書いてください',
  ],
  [
    /^must be a server of yours for the kinds udp-echo and coap: host, host:port or coap:\/\/host$/,
    '種別が udp-echo・coap のときは、ご自身のサーバーを ホスト、ホスト:ポート または coap://ホスト の形で書いてください',
  ],
  [
    /^must be ping, dns or http where the operating system makes the links$/,
    'OS が接続する場合（link: operating-system）は ping、dns、http のいずれかにしてください',
  ],
]

/** The mistakes an issue of the schema stands for. */
export function issueMistakes(issue: Issue, values: unknown): readonly Found[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      words: {
        en: `there is no setting "${key}" here`,
        ja: `ここに「${key}」という設定はありません`,
      },
    }))
  return [{ path: issue.path, words: issueWords(issue, valueAt(values, issue.path)) }]
}

function issueWords(issue: Issue, found: unknown): Words {
  if (issue.path.length === 0 && (found === null || found === undefined)) return emptyFile(issue)
  if (found === undefined && issue.code !== 'custom')
    return { en: 'is missing', ja: '指定がありません' }
  const [ofKey] = issue.code === 'invalid_key' ? issue.issues : []
  if (ofKey) return issueWords(ofKey, issue.path.at(-1))
  for (const [pattern, ja] of japanese)
    if (pattern.test(issue.message))
      return withFound({ en: issue.message, ja: issue.message.replace(pattern, ja) }, found)
  return withFound(codeWords(issue), found)
}

/** Nothing is there to have a place: comments alone are no settings either. */
function emptyFile(issue: Issue): Words {
  const { en, ja } = codeWords(issue)
  return { en: `the file is empty: ${en}`, ja: `ファイルが空です。${ja}` }
}

/** What the kinds of the schema are called by people. */
const kinds: { readonly [kind: string]: Words } = {
  string: { en: 'a text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  int: { en: 'a whole number', ja: '整数' },
  boolean: { en: 'true or false', ja: 'true または false' },
  object: { en: 'a map of settings', ja: '設定のマップ' },
  array: { en: 'a list', ja: 'リスト' },
}

function codeWords(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? { en: issue.expected, ja: issue.expected }
      return { en: `expected ${kind.en}`, ja: `${kind.ja}を書いてください` }
    }
    case 'invalid_value': {
      const all = issue.values.map(String).join(', ')
      return {
        en: `expected one of ${all}`,
        ja: `${all.replaceAll(', ', '、')} のいずれかを書いてください`,
      }
    }
    case 'too_small':
      return limitWords(issue.origin, issue.minimum, 'least')
    case 'too_big':
      return limitWords(issue.origin, issue.maximum, 'most')
    default:
      return { en: issue.message, ja: `値が正しくありません（${issue.message}）` }
  }
}

function limitWords(origin: string, limit: number | bigint, side: 'least' | 'most'): Words {
  const [en, ja] =
    origin === 'string'
      ? [Number(limit) === 1 ? ' character' : ' characters', ' 文字']
      : origin === 'array'
        ? [Number(limit) === 1 ? ' entry' : ' entries', ' 件']
        : ['', '']
  return {
    en: `must be at ${side} ${limit}${en}`,
    ja: `${limit}${ja}${side === 'least' ? '以上' : '以下'}にしてください`,
  }
}

const mostShown = 60
/** As YAML writes it; JSON has no word for what is no number. */
function shown(found: unknown): string {
  if (typeof found !== 'number' || Number.isFinite(found)) return JSON.stringify(found)
  return Number.isNaN(found) ? '.nan' : found > 0 ? '.inf' : '-.inf'
}

/** With what stands there, where that is short. */
function withFound(words: Words, found: unknown): Words {
  if (typeof found === 'object' || typeof found === 'undefined') return words
  const text = shown(found).slice(0, mostShown)
  return { en: `${words.en}; found ${text}`, ja: `${words.ja}（現在の値：${text}）` }
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    values,
  )
}
