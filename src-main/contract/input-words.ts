import type { Words } from '@core/words'
import { z } from 'zod'
import { issueWords } from './issue-words'

/** What the schemas say themselves, in Japanese; the kinds of zod's own mistakes have their words in issue-words.ts. */
const inJapanese: { readonly [message: string]: string } = {
  'expected a host name or an IP address, without spaces':
    'ホスト名または IP アドレスを指定してください（空白は使用できません）',
  'must be a host name or an IP address, without blanks, http:// or a port':
    'ホスト名または IP アドレスを、空白、http://、ポート番号なしで指定してください',
  'expected http://host/path or https://host/path':
    'http://ホスト/パス または https://ホスト/パス の形式で指定してください',
  'expected mqtt://host or mqtts://host, without a user':
    'mqtt://ホスト または mqtts://ホスト の形式で指定してください（ユーザー名は別に指定）',
  'a topic to publish to has no + and no #': '送信先のトピックに + と # は使えません',
  'expected a host name': 'ホスト名を指定してください',
  'expected certificates in PEM (-----BEGIN CERTIFICATE-----)':
    'PEM 形式の証明書（-----BEGIN CERTIFICATE-----）を指定してください',
  'must not hold quotes, line breaks or control characters':
    '引用符、改行、制御文字は使用できません',
  'must be ASCII: a modem takes no other characters here':
    'ASCII 文字で指定してください（モデムはほかの文字を受け付けません）',
  'must be a coap:// address': 'coap:// で始まるアドレスを指定してください',
  'must be a code of CoAP, such as "2.05"':
    'CoAP のコード（"2.05" など）を引用符で囲んで指定してください',
  'expected coap://host or coap://host/path, without spaces':
    'coap://ホスト または coap://ホスト/パス の形で、空白を入れずに指定してください',
  'must be an http:// or https:// address':
    'http:// または https:// で始まるアドレスを指定してください',
  'must be the name of a profile': 'プロファイル名を指定してください',
  'must be an ICCID (18 to 20 digits) or an IMSI (15 digits)':
    'ICCID（18～20 桁）または IMSI（15 桁）を指定してください',
  'a PIN has 4 to 8 digits': 'PIN は 4～8 桁の数字です',
  'must be true, false, auto, basic or advanced':
    'true、false、auto、basic、advanced のいずれかを指定してください',
  'must be a whole number from 1 to 16': '1～16 の整数を指定してください',
  'must be a whole number from 0 to 255': '0～255 の整数を指定してください',
  'must be a whole number from 30 to 1800': '30～1800 の整数を指定してください',
  'a file for a modem has at most 3 MB (3000000 octets)':
    'モデムに書き込めるファイルは 3 MB（3000000 オクテット）までです',
  'expected the id of an option': '一覧にある値を指定してください',
}

const tooLong = (message: string): string | undefined => {
  const [, most] = /^must have at most (\d+) characters$/.exec(message) ?? []
  return most === undefined ? undefined : `${most} 文字以内で指定してください`
}

export interface InputMistake {
  readonly path: readonly PropertyKey[]
  /** What was expected there. */
  readonly words: Words
}

/** Where an input does not fit its schema; empty when it fits. */
export function mistakesOf(schema: z.ZodType, input: unknown): readonly InputMistake[] {
  const en = schema.safeParse(input, { error: (issue) => issueWords(issue)?.en })
  if (en.success) return []
  const inZod = z.locales.ja().localeError
  const ja = schema.safeParse(input, { error: (issue) => issueWords(issue)?.ja ?? inZod(issue) })
  return en.error.issues.map(({ path, message }, at) => {
    const said = ja.error?.issues[at]?.message ?? message
    return { path, words: { en: message, ja: inJapanese[said] ?? tooLong(said) ?? said } }
  })
}

/** All of them in one line; undefined when the input fits. */
export function inputMistakes(schema: z.ZodType, input: unknown): Words | undefined {
  const mistakes = mistakesOf(schema, input)
  if (mistakes.length === 0) return undefined
  const joined = (language: keyof Words, colon: string, between: string) =>
    mistakes
      .map(({ path, words }) => `${path.join('.') || 'input'}${colon}${words[language]}`)
      .join(between)
  return { en: joined('en', ': ', '; '), ja: joined('ja', '：', '、') }
}
