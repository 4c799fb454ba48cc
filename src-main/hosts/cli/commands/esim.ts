import {
  activationCode,
  downloadPhaseWords,
  esimRows,
  Fault,
  harmless,
  nicknameProblem,
  type DownloadPhase,
  type EsimContents,
  type Language,
  type Words,
} from '@contract'
import { argument, command, flag, group, option } from '../command'
import { complain } from '../complain'
import type { CommandBench } from '../on-bench'
import { asJson, modemCommand, modemTakes, onModem, tell } from '../on-modem'
import { profileCodes } from '../secrets'

const port = argument('<port>', 'of the modem, as ports lists it')
const iccid = argument('<iccid>', 'as the list shows it', iccidIn)
const takes = { port, iccid, ...modemTakes, json: asJson }

const list = modemCommand({
  name: 'list',
  about: 'Print the EID of an eUICC and its profiles; changes nothing',
  takes: { port, json: asJson, ...modemTakes },
  ask: ({ call, slot }) => call('esim.read', { slot }),
  text: textOf,
})
const switching = (name: 'enable' | 'disable', about: string, done: (iccid: string) => Words) =>
  modemCommand({
    name,
    about,
    takes,
    ask: async ({ call, slot }, values) => {
      const esim = await call(`esim.${name}`, { slot, iccid: values.iccid })
      complain(done(values.iccid))
      return esim
    },
    text: textOf,
  })
const enable = switching(
  'enable',
  'Enable a profile; the one before is disabled, and a connection ends',
  (digits) => ({
    en: `Profile ${digits} is enabled; the modem reads its card anew and registers with it.`,
    ja: `プロファイル ${digits} を有効にしました。モデムはカードを読み直し、このプロファイルで登録します。`,
  }),
)
const disable = switching(
  'disable',
  'Disable a profile; the modem has no SIM until one is enabled',
  (digits) => ({
    en: `Profile ${digits} is disabled; the modem has no SIM until one is enabled.`,
    ja: `プロファイル ${digits} を無効にしました。プロファイルを有効にするまで、モデムは SIM なしになります。`,
  }),
)
const rename = modemCommand({
  name: 'rename',
  about: 'Give a profile a name of your own; "" takes it away',
  takes: {
    ...takes,
    name: argument('<name>', '64 octets of UTF-8 at most, in quotes where it has blanks', nameIn),
  },
  ask: async ({ call, slot }, { iccid: which, name }) => {
    const esim = await call('esim.rename', { slot, iccid: which, nickname: name })
    complain(renamed(which, name))
    return esim
  },
  text: textOf,
})
const remove = command({
  name: 'rm',
  about: 'Delete a disabled profile, for good',
  takes: { ...takes, yes: flag('--yes', 'delete it; without this nothing is deleted') },
  run: async (options) => {
    const { yes, iccid: which } = options
    if (!yes) throw new Fault('not-confirmed', goneForGood(which))
    await onModem(options, async ({ call, slot }) => {
      const state = await call('esim.remove', { slot, iccid: which })
      complain(removed(which))
      await tell(options, state, () => textOf(state, options))
    })
  },
})

const download = command({
  name: 'download',
  about: 'Download a profile by its activation code (by lpac, which has to be installed)',
  takes: {
    port,
    code: argument('[code]', "what the QR code holds, in single quotes: 'LPA:1$SERVER$ID'"),
    codeFile: option('--code-file <file>', 'the code from a file, or - to be asked for it'),
    confirmation: option('--confirmation <code>', 'what the operator gave beside it'),
    confirmationFile: option(
      '--confirmation-file <file>',
      'the same from a file, or - to be asked for it',
    ),
    ...modemTakes,
    json: asJson,
  },
  after:
    'It goes by the network of this computer. Ctrl-C cancels it, until the profile is being written.\nExit code: 0 it is on the eUICC, 1 refused, 2 the call was wrong, 3 no port.',
  run: async (options) => {
    const wishes = await profileCodes(options)
    mustBeCode(wishes.code)
    await onModem(options, async (bench) => {
      const esim = await downloaded(bench, wishes)
      await tell(options, esim, () => textOf(esim, options))
    })
  },
})
const deliver = modemCommand({
  name: 'deliver',
  about: 'Deliver the notices that wait on it to their operators (by lpac)',
  takes: { port, ...modemTakes, json: asJson },
  ask: async ({ call, slot }) => {
    const esim = await call('esim.deliver', { slot })
    complain(delivered)
    return esim
  },
  text: textOf,
})

/** The profiles of an eUICC. */
export const esimCommand = group({
  name: 'esim',
  about: 'List, download, enable, disable, rename and delete the profiles of an eSIM (eUICC)',
  commands: [list, download, enable, disable, rename, remove, deliver],
  usual: list,
  after:
    'modem-bench esim PORT lists them.\nExit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.\nExample: modem-bench esim enable /dev/ttyUSB2 8981200000000003000',
})

const goneForGood = (iccid: string) => ({
  en: `Profile ${iccid}: only its operator can give it again. Say --yes to delete it.`,
  ja: `プロファイル ${iccid}：削除すると、事業者から再発行を受けるまで使えません。削除するには --yes を付けてください。`,
})

const renamed = (iccid: string, name: string): Words => ({
  en:
    name === ''
      ? `Profile ${iccid} has no name of yours any more.`
      : `Profile ${iccid} is renamed.`,
  ja:
    name === ''
      ? `プロファイル ${iccid} の任意の名前を削除しました。`
      : `プロファイル ${iccid} の名前を変更しました。`,
})
const removed = (iccid: string): Words => ({
  en: `Profile ${iccid} is deleted; its operator is told when the notice is delivered (modem-bench esim deliver PORT).`,
  ja: `プロファイル ${iccid} を削除しました。事業者には、通知の送信時（modem-bench esim deliver ポート）に伝わります。`,
})

const delivered: Words = {
  en: 'The notices are delivered, and taken off the eUICC.',
  ja: '通知を事業者に送信し、eUICC から消去しました。',
}

/** Each phase is told as it begins; Ctrl-C is told to the card and the server, too. */
async function downloaded(
  { call, slot, state, signal, onStop }: CommandBench,
  wishes: { readonly code: string; readonly confirmation?: string },
): Promise<EsimContents> {
  const unstop = onStop(() => void call('at.cancel', { slot }))
  let told: DownloadPhase | undefined
  const silent = state.on(({ esimDownload }) => {
    if (!esimDownload) return
    const { phase, profile } = esimDownload
    if (phase === told) return
    told = phase
    const title = harmless(profile?.title ?? '')
    const { en, ja } = downloadPhaseWords[phase]
    const named = phase === 'installation' && title !== ''
    complain(named ? { en: `${en} (${title})`, ja: `${ja}（${title}）` } : { en, ja })
  })
  try {
    return await call('esim.download', { slot, ...wishes })
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    silent()
    unstop()
  }
}

function mustBeCode(text: string): void {
  if (activationCode(text)) return
  throw new Fault('bad-input', {
    en: `${JSON.stringify(text)}: expected an activation code, 'LPA:1$SERVER$ID', in single quotes.`,
    ja: `${JSON.stringify(text)}：アクティベーションコード 'LPA:1$SERVER$ID' を一重引用符で囲んで指定してください。`,
  })
}

/** Before anything is opened. */
function nameIn(text: string): string {
  const problem = nicknameProblem(text)
  if (problem === null) return text
  throw new Fault('bad-input', {
    en:
      problem === 'control'
        ? 'name: expected no control characters.'
        : `name: expected 64 octets of UTF-8 at most, not ${problem}.`,
    ja:
      problem === 'control'
        ? 'name：制御文字は使えません。'
        : `name：UTF-8 で 64 オクテット以内で指定してください（指定：${problem} オクテット）。`,
  })
}

function iccidIn(text: string): string {
  if (/^\d{18,20}$/.test(text)) return text
  throw new Fault('bad-input', {
    en: `${JSON.stringify(text)}: expected an ICCID of 18 to 20 digits.`,
    ja: `${JSON.stringify(text)}：18～20 桁の ICCID を指定してください。`,
  })
}

const stays = { en: '(not to be deleted: PPR2)', ja: '（削除禁止：PPR2）' }

function textOf(esim: EsimContents, { lang }: { readonly lang: Language }): string {
  const rows = esimRows(esim).map(({ title, words }) => `${title[lang]}  ${words[lang]}`)
  const profiles = esim.profiles.map(
    ({ iccid: digits, state, nickname, provider, name, mayDelete }) =>
      `${state === 'enabled' ? '*' : ' '} ${digits.padEnd(20)}  ${[provider, name, nickname && `“${nickname}”`, mayDelete ? '' : stays[lang]].filter(Boolean).join('  ')}`,
  )
  return [...rows, ...profiles].join('\n')
}
