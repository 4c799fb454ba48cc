import { esimRows, Fault, type EsimContents, type Language } from '@contract'
import { argument, command, flag, group } from '../command'
import { asJson, modemCommand, modemTakes, onModem, tell } from '../on-modem'

const port = argument('<port>')
const iccid = argument('<iccid>', 'as the list shows it', iccidIn)
const takes = { port, iccid, ...modemTakes, json: asJson }

const list = modemCommand({
  name: 'list',
  about: 'Print the EID of an eUICC and its profiles; changes nothing',
  takes: { port, json: asJson, ...modemTakes },
  ask: ({ call, slot }) => call('esim.read', { slot }),
  text: textOf,
})
const enable = modemCommand({
  name: 'enable',
  about: 'Enable a profile; the one before is disabled, and a connection ends',
  takes,
  ask: ({ call, slot }, values) => call('esim.enable', { slot, iccid: values.iccid }),
  text: textOf,
})
const disable = modemCommand({
  name: 'disable',
  about: 'Disable a profile; the modem has no SIM until one is enabled',
  takes,
  ask: ({ call, slot }, values) => call('esim.disable', { slot, iccid: values.iccid }),
  text: textOf,
})
const rename = modemCommand({
  name: 'rename',
  about: 'Give a profile a name of your own; "" takes it away',
  takes: { ...takes, name: argument('<name>') },
  ask: ({ call, slot }, values) =>
    call('esim.rename', { slot, iccid: values.iccid, nickname: values.name }),
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
      await tell(options, state, () => textOf(state, options))
    })
  },
})

/** The profiles of an eUICC. */
export const esimCommand = group({
  name: 'esim',
  about: 'List, enable, disable, rename and delete the profiles of an eSIM (eUICC)',
  commands: [list, enable, disable, rename, remove],
  usual: list,
  after:
    'A profile is installed by lpac or by its operator. Exit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.\nExample: modem-bench esim enable /dev/ttyUSB2 8981200000000003000',
})

const goneForGood = (iccid: string) => ({
  en: `Profile ${iccid}: only its operator can give it again. Say --yes to delete it.`,
  ja: `プロファイル ${iccid}：削除すると、事業者から再発行を受けるまで使えません。削除するには --yes を付けてください。`,
})

function iccidIn(text: string): string {
  if (/^\d{18,20}$/.test(text)) return text
  throw new Fault('bad-input', {
    en: `${text}: expected an ICCID of 18 to 20 digits.`,
    ja: `${text}：18～20 桁の ICCID を指定してください。`,
  })
}

function textOf(esim: EsimContents, { lang }: { readonly lang: Language }): string {
  const rows = esimRows(esim).map(({ title, words }) => `${title[lang]}  ${words[lang]}`)
  const profiles = esim.profiles.map(
    ({ iccid: digits, state, nickname, provider, name }) =>
      `${state === 'enabled' ? '*' : ' '} ${digits.padEnd(20)}  ${[provider, name, nickname && `“${nickname}”`].filter(Boolean).join('  ')}`,
  )
  return [...rows, ...profiles].join('\n')
}
