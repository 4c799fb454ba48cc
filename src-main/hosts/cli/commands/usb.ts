import { colon, harmless, type Language, type UsbState } from '@contract'
import { argument, group } from '../command'
import { asJson, modemCommand, modemTakes } from '../on-modem'

const port = argument('<port>')

const list = modemCommand({
  name: 'list',
  about: 'Print what the modem is on USB and what it can be; changes nothing',
  takes: { port, json: asJson, ...modemTakes },
  ask: ({ call, slot }) => call('usb.read', { slot }),
  text: (state, { lang }) => usbText(state, lang),
})
const set = modemCommand({
  name: 'set',
  about: 'Make it something else: it restarts and comes back, maybe under other names',
  takes: { port, to: argument('<composition>'), json: asJson, ...modemTakes },
  after:
    'A composition without an AT port is refused. What it was is kept: modem-bench usb undo PORT brings it back, on the new port.\nExample: modem-bench usb set /dev/ttyUSB2 9011',
  ask: async ({ call, slot }, { to }) => {
    const { now } = await call('usb.read', { slot })
    await call('usb.write', { slot, to })
    return { from: now, to, restarts: true }
  },
  text: (_answer, { lang }) => switched[lang],
})
const undo = modemCommand({
  name: 'undo',
  about: 'Make it what it was before the last change, also one of an earlier run',
  takes: { port, json: asJson, ...modemTakes },
  ask: async ({ call, slot }) => {
    const { now, before } = await call('usb.read', { slot })
    await call('usb.undo', { slot })
    return { from: now, to: before, restarts: true }
  },
  text: (_answer, { lang }) => switchedBack[lang],
})

/** What a modem is on USB. */
export const usbCommand = group({
  name: 'usb',
  about: 'Show which ports and network card a modem offers on USB, and change it with a way back',
  commands: [list, set, undo],
  usual: list,
})

const switched = {
  en: 'Written: the modem restarts. modem-bench ports shows its ports when it is back; modem-bench usb undo PORT takes it back.',
  ja: '書き込みました。モデムが再起動します。再認識後のポートは modem-bench ports で確認できます。元に戻すには modem-bench usb undo ポート を実行してください。',
} as const

const switchedBack = {
  en: 'Written: the modem restarts as it was before. modem-bench ports shows its ports when it is back.',
  ja: '書き込みました。モデムは以前の構成で再起動します。再認識後のポートは modem-bench ports で確認できます。',
} as const

function usbText(state: UsbState, lang: Language): string {
  const { family, now, choices, answer, before } = state
  const { noAt, unread, other, was } = words[lang]
  const known = choices.some(({ id }) => id === now)
  return harmless(
    [
      family,
      ...choices.map(
        ({ id, name, gives, at }) =>
          `${id === now ? '*' : ' '} ${id.padEnd(6)} ${name}${colon[lang]}${gives[lang]}${at ? '' : ` ${noAt}`}`,
      ),
      ...(now === null ? [`${unread} ${answer.join(' ')}`] : []),
      ...(now !== null && !known ? [`${other} ${now}`] : []),
      ...(before === null ? [] : [`${was} ${before}`]),
    ].join('\n'),
  )
}
const words = {
  en: {
    noAt: '(refused here)',
    unread: 'now, not understood:',
    other: 'now, none of these:',
    was: 'before the last change (modem-bench usb undo PORT):',
  },
  ja: {
    noAt: '（ここでは設定できません）',
    unread: '現在の応答を解釈できません：',
    other: '現在（上記以外）：',
    was: '前回の変更前（modem-bench usb undo ポート で戻せます）：',
  },
} as const
