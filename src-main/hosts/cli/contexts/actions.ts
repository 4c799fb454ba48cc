import { authNames, Fault, harmless, harmlessJson } from '@contract'
import type { ContextTable, Input, Language, PdpContext } from '@contract'
import { onModem, type ModemArguments } from '../on-modem'
import { print } from '../output'
import { givenPassword } from '../secrets'

type Change = Input<'contexts.write'>['change']
type Set = Extract<Change, { kind: 'set' }>
interface SetArguments extends ModemArguments {
  readonly apn: string
  readonly type: NonNullable<Set['pdpType']>
  readonly auth: NonNullable<Set['auth']>
  readonly user: string
  readonly password?: string
  readonly passwordFile?: string
  readonly dryRun?: boolean
}

export function list(port: string, options: ModemArguments & { json?: boolean }): Promise<void> {
  return onModem(port, options, async ({ call, slot }) => {
    const table = await call('contexts.read', { slot })
    await print(options.json ? harmlessJson(table) : tableText(table, options.lang))
  })
}

export async function set(port: string, cid: string, options: SetArguments): Promise<void> {
  const { apn, type: pdpType, auth, user } = options
  const asks = auth !== 'keep' && auth !== 'none'
  if (!asks && (user !== '' || options.password || options.passwordFile))
    throw new Fault('bad-input', {
      en: `--user and --password are written with --auth pap, chap or either; it is ${auth}.`,
      ja: `--user と --password には --auth pap、chap、either のいずれかが必要です（指定は ${auth}）。`,
    })
  const password = asks ? await givenPassword(options) : ''
  const change = { kind: 'set', cid: cidOf(cid), apn, pdpType, auth, user, password } as const
  await carriedOut(port, change, options)
}

export function remove(
  port: string,
  cid: string,
  options: ModemArguments & { dryRun?: boolean },
): Promise<void> {
  return carriedOut(port, { kind: 'remove', cid: cidOf(cid) }, options)
}

function carriedOut(
  port: string,
  change: Change,
  options: ModemArguments & { readonly dryRun?: boolean },
): Promise<void> {
  const { lang, dryRun = false } = options
  return onModem(port, options, async ({ call, slot }) => {
    const { differences, warnings, seen } = await call('contexts.compare', { slot, change })
    if (differences.length === 0) return print(nothing[lang])
    for (const words of differences) await print(harmless(words[lang]))
    for (const words of warnings) process.stderr.write(`modem-bench: ${harmless(words[lang])}\n`)
    if (dryRun) return
    const table = await call('contexts.write', { slot, change, seen })
    await print(`${written[lang]}\n${tableText(table, lang)}`)
  })
}
const nothing = {
  en: 'Nothing differs; nothing was written.',
  ja: '差分はありません。何も書き込んでいません。',
}
const written = { en: 'Written and read back:', ja: '書き込み、読み戻しました：' }

function cidOf(text: string): number {
  if (!/^\d{1,3}$/.test(text))
    throw new Fault('bad-input', {
      en: `${text}: expected the number of a context, such as 1.`,
      ja: `${text}：コンテキストの番号（1 など）を指定してください。`,
    })
  return Number(text)
}

function tableText({ contexts }: ContextTable, lang: Language): string {
  if (contexts.length === 0) return none[lang]
  return harmless(contexts.map((context) => lineOf(context, lang)).join('\n'))
}
const none = { en: 'No context is defined.', ja: 'コンテキストは未定義です。' }

function lineOf(context: PdpContext, lang: Language): string {
  const { cid, pdpType, apn, active, addresses, dns, grantedApn, auth, roles } = context
  const words = said[lang]
  const login =
    auth && `${words.auth} ${authNames[auth.kind][lang]}${auth.user ? ` (${auth.user})` : ''}`
  const parts = [
    `${pdpType || '?'} "${apn}"`,
    active === null ? words.unknown : active ? words.active : words.inactive,
    addresses.join(' '),
    dns.length > 0 ? `DNS ${dns.join(' ')}` : '',
    grantedApn === null ? '' : `${words.granted} ${grantedApn}`,
    login ?? '',
    ...roles.map(({ kind, why }) => `${words[kind]} (${why[lang]})`),
  ]
  return `${String(cid).padStart(2)}  ${parts.filter((part) => part !== '').join('; ')}`
}
const said = {
  en: {
    active: 'active',
    inactive: 'not active',
    unknown: 'active or not: not told',
    granted: 'granted APN',
    auth: 'auth',
    attach: 'initial EPS bearer',
    data: 'data call',
  },
  ja: {
    active: '有効',
    inactive: '無効',
    unknown: '有効状態は不明',
    granted: '割り当て APN',
    auth: '認証',
    attach: '初期 EPS ベアラ',
    data: 'データ通信',
  },
} as const
