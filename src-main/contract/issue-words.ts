import type { Words } from '@core/words'
import type { z } from 'zod'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/** What a field takes, in words; the names are those of zod. */
const kinds: { readonly [kind: string]: Words } = {
  string: { en: 'text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  int: { en: 'a whole number', ja: '整数' },
  boolean: { en: 'true or false', ja: 'true または false' },
  object: { en: 'an object', ja: 'オブジェクト' },
  record: { en: 'an object', ja: 'オブジェクト' },
  array: { en: 'a list', ja: '配列' },
  null: { en: 'null', ja: 'null' },
  undefined: { en: 'nothing', ja: '値なし' },
  void: { en: 'nothing', ja: '値なし' },
}

function kindOf(value: unknown): Words | undefined {
  if (value === null) return kinds['null']
  return kinds[Array.isArray(value) ? 'array' : typeof value]
}

/** What was expected instead; undefined where zod's own words have to do. */
export function issueWords(issue: Issue): Words | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(kinds[issue.expected], issue.input)
    case 'invalid_value': {
      const values = issue.values.map((value) => String(value))
      return {
        en: `expected ${values.length === 1 ? '' : 'one of '}${values.join(', ')}`,
        ja: `${values.join('、')} ${values.length === 1 ? '' : 'のいずれか'}を指定してください`,
      }
    }
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum), issue.inclusive ?? true)
    case 'too_big':
      return atMost(issue.origin, Number(issue.maximum), issue.inclusive ?? true)
    case 'unrecognized_keys': {
      const names = issue.keys.map((key) => JSON.stringify(key))
      return {
        en: `there is nothing named ${names.join(', ')}`,
        ja: `${names.join('、')} という項目はありません`,
      }
    }
    default:
      return undefined
  }
}

function wrongKind(expected: Words | undefined, input: unknown): Words | undefined {
  const seen = kindOf(input)
  if (!expected || !seen) return undefined
  if (expected === kinds['undefined'] || expected === kinds['void'])
    return {
      en: `takes nothing, not ${seen.en}`,
      ja: `値は指定できません（指定された値：${seen.ja}）`,
    }
  if (input === undefined)
    return { en: `expected ${expected.en}`, ja: `${expected.ja}を指定してください` }
  // Of both kinds it is a number: then its value says what is wrong.
  const said = typeof input === 'number' ? { en: String(input), ja: String(input) } : seen
  return {
    en: `expected ${expected.en}, not ${said.en}`,
    ja: `${expected.ja}を指定してください（指定された値：${said.ja}）`,
  }
}

/** What is counted in the value: characters, entries; nothing where it is a number itself. */
const counted: { readonly [origin: string]: (limit: number) => Words } = {
  string: (limit) => ({ en: limit === 1 ? ' character' : ' characters', ja: ' 文字' }),
  array: (limit) => ({ en: limit === 1 ? ' entry' : ' entries', ja: ' 件' }),
}

function atLeast(origin: string, limit: number, inclusive: boolean): Words {
  const { en, ja } = counted[origin]?.(limit) ?? { en: '', ja: '' }
  if (!inclusive)
    return { en: `must be more than ${limit}`, ja: `${limit} より大きい値を指定してください` }
  return en === ''
    ? { en: `must be ${limit} or more`, ja: `${limit} 以上で指定してください` }
    : { en: `must have at least ${limit}${en}`, ja: `${limit}${ja}以上で指定してください` }
}

function atMost(origin: string, limit: number, inclusive: boolean): Words {
  const { en, ja } = counted[origin]?.(limit) ?? { en: '', ja: '' }
  if (!inclusive) return { en: `must be less than ${limit}`, ja: `${limit} 未満で指定してください` }
  return en === ''
    ? { en: `must be ${limit} or less`, ja: `${limit} 以下で指定してください` }
    : { en: `must have at most ${limit}${en}`, ja: `${limit}${ja}以内で指定してください` }
}
