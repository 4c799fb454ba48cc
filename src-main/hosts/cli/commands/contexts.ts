import { authNames, contextAuths, Fault, harmless, noContext, pdpTypes, roleNames } from '@contract'
import type { ContextTable, Input, Language, PdpContext } from '@contract'
import { argument, choice, command, flag, group, option, required, text } from '../command'
import { asJson, modemCommand, modemTakes, onModem, type ModemArguments } from '../on-modem'
import { print } from '../output'
import { givenPassword } from '../secrets'
import { toWrite, written } from './compared'

const port = argument('<port>')
const cid = argument('<cid>', '', numberOfContext)

const list = modemCommand({
  name: 'list',
  about: 'Print all contexts and what each is for; changes nothing',
  takes: { port, ...modemTakes, json: asJson },
  ask: ({ call, slot }) => call('contexts.read', { slot }),
  text: (table, { lang }) => tableText(table, lang),
})

const set = command({
  name: 'set',
  about: 'Define a context, or change it: prints what differs, writes it, reads it back',
  takes: {
    ...{ port, cid, ...modemTakes },
    apn: required('--apn <name>', 'the access point; "" lets the network choose'),
    pdpType: choice('--type <type>', 'PDP type', pdpTypes, 'IP'),
    auth: choice('--auth <kind>', 'authentication; keep leaves it as it is', contextAuths, 'keep'),
    user: option('--user <name>', 'user name', text, ''),
    password: option(
      '--password <text>',
      'the password; everyone on this computer sees it in the list of processes',
    ),
    passwordFile: option(
      '--password-file <file>',
      'the password from a file, or - to be asked for it',
    ),
    dryRun: flag('--dry-run', 'print what would differ and write nothing'),
  },
  after:
    'The context that the modem attaches with is written with the radio off; it goes on again.\nExample: modem-bench contexts set /dev/ttyUSB2 1 --apn soracom.io --auth chap --user sora --password-file -',
  run: async (options) => {
    const { cid, apn, pdpType, auth, user } = options
    const asks = auth !== 'keep' && auth !== 'none'
    if (!asks && (user !== '' || options.password || options.passwordFile))
      throw new Fault('bad-input', {
        en: `--user and --password are written with --auth pap, chap or either; it is ${auth}.`,
        ja: `--user と --password には --auth pap、chap、either のいずれかが必要です（指定は ${auth}）。`,
      })
    const password = asks ? await givenPassword(options) : ''
    await carriedOut({ kind: 'set', cid, apn, pdpType, auth, user, password }, options)
  },
})

const remove = command({
  name: 'remove',
  about: 'Delete a context: prints what it was, deletes it, reads back',
  takes: {
    ...{ port, cid, ...modemTakes },
    dryRun: flag('--dry-run', 'print what would be deleted and write nothing'),
  },
  run: (options) => carriedOut({ kind: 'remove', cid: options.cid }, options),
})

/** The PDP contexts of a modem. */
export const contextsCommand = group({
  name: 'contexts',
  about: 'List the PDP contexts of a modem, define one, delete one',
  commands: [list, set, remove],
  usual: list,
})

function carriedOut(
  change: Input<'contexts.write'>['change'],
  options: ModemArguments & { readonly port: string; readonly dryRun: boolean },
): Promise<void> {
  const { lang } = options
  return onModem(options, async ({ call, slot }) => {
    const compared = await call('contexts.compare', { slot, change })
    if (!(await toWrite(compared, options))) return
    const table = await call('contexts.write', { slot, change, seen: compared.seen })
    await print(harmless(`${written[lang]}\n${tableText(table, lang)}`))
  })
}

function numberOfContext(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  throw new Fault('bad-input', {
    en: `${text}: expected the number of a context, such as 1.`,
    ja: `${text}：コンテキストの番号（1 など）を指定してください。`,
  })
}

function tableText({ contexts }: ContextTable, lang: Language): string {
  if (contexts.length === 0) return noContext[lang]
  return contexts.map((context) => lineOf(context, lang)).join('\n')
}

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
    ...roles.map(({ kind, why }) => `${roleNames[kind][lang]} (${why[lang]})`),
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
  },
  ja: {
    active: '有効',
    inactive: '無効',
    unknown: '有効状態は不明',
    granted: '割り当て APN',
    auth: '認証',
  },
} as const
