import { durationMs } from '@core/duration'
import { Fault } from '@core/fault'
import type { Words } from '@core/words'
import type { KeptToken } from './kept-token'

export const damagedBook = (path: string): Words => ({
  en: `${path} is not a list of tokens. Mend it, or delete it and make the tokens anew.`,
  ja: `${path} はトークンの一覧として読み取れません。修正するか、削除してトークンを作り直してください。`,
})

export const wrongTokenName = (name: string): Fault =>
  new Fault('bad-input', {
    en: `${JSON.stringify(name)}: a name has 1 to 40 letters, digits, blanks and . _ -, and begins with a letter or digit.`,
    ja: `${JSON.stringify(name)}：名前は 40 文字以内の文字、数字、空白、. _ - で、先頭は文字か数字にしてください。`,
  })

/** The option that names the folder again, as a command that is to be copied needs it. */
const inFolder = (data: string | undefined): string =>
  data === undefined
    ? ''
    : ` --data ${/^[\w./\\:@%+=-]+$/.test(data) ? data : JSON.stringify(data)}`

export const tokenNameTaken = (name: string, data?: string): Fault =>
  new Fault('bad-input', {
    en: `There is a token named ${name} already. Take another name, or withdraw it first: modem-bench token withdraw ${JSON.stringify(name)}${inFolder(data)}`,
    ja: `${name} という名前のトークンがすでにあります。別の名前にするか、先に取り消してください：modem-bench token withdraw ${JSON.stringify(name)}${inFolder(data)}`,
  })

export const noSuchToken = (name: string, names: readonly string[]): Fault =>
  new Fault('bad-input', {
    en: `There is no token named ${name}. ${names.length === 0 ? 'None was made yet.' : `There are: ${names.join(', ')}.`}`,
    ja: `${name} という名前のトークンはありません。${names.length === 0 ? 'まだ 1 つも作成されていません。' : `作成済み：${names.join('、')}`}`,
  })

export const shownOnce: Words = {
  en: 'keep this token now: it is not shown again.',
  ja: 'このトークンは再表示できません。今すぐ保存してください。',
}

export const withdrawn = (name: string): Words => ({
  en: `${name} is withdrawn.`,
  ja: `${name} のトークンを取り消しました。`,
})

export const noTokens = (data?: string): Words => ({
  en: `no token was made yet. Make one: modem-bench token new NAME --role read${inFolder(data)}`,
  ja: `トークンはまだ作成されていません。作成方法：modem-bench token new NAME --role read${inFolder(data)}`,
})

/** The one of the address that serve prints is no part of the list. */
export const ownToken = (path: string, data?: string): Words => ({
  en: `besides, ${path} holds the token of the address that serve prints; it may do everything. Another one: modem-bench token --renew${inFolder(data)}`,
  ja: `このほか ${path} に、serve が表示するアドレスのトークン（すべての操作が可能）があります。変更方法：modem-bench token --renew${inFolder(data)}`,
})

/** One line of a list. */
export function tokenLine({ name, role, madeMs, expiresMs }: KeptToken, nowMs: number): Words {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ')
  const made = `${name}\t${role}\t${day(madeMs)} UTC`
  if (expiresMs === null)
    return { en: `${made}\tuntil it is withdrawn`, ja: `${made}\t取り消すまで有効` }
  const end = day(expiresMs)
  return nowMs < expiresMs
    ? { en: `${made}\tuntil ${end} UTC`, ja: `${made}\t${end} UTC まで有効` }
    : { en: `${made}\texpired ${end} UTC`, ja: `${made}\t${end} UTC に失効` }
}

const dayMs = 86_400_000

/** `90d`, `12h`, `1h30m` in milliseconds. Throws `Fault('bad-input')`. */
export function heldFor(text: string): number {
  const days = /^(\d{1,5})d$/.exec(text)?.[1]
  const ms = days === undefined ? durationMs(text) : Number(days) * dayMs
  if (ms !== undefined && ms > 0 && ms <= 36_500 * dayMs) return ms
  throw new Fault('bad-input', {
    en: `--expires ${text}: expected a time such as 12h or 90d.`,
    ja: `--expires ${text}：12h や 90d のような期間を指定してください。`,
  })
}
