import { Fault, harmless } from '@contract'
import type { CardContents, CardTries, ForbiddenWritten, Words } from '@contract'
import { argument, command, flag, group, option } from '../command'
import type { CommandBench } from '../on-bench'
import { asJson, modemTakes, onModem, tell, type ModemArguments } from '../on-modem'
import { print } from '../output'
import { givenPin } from '../secrets'

const port = argument('<port>')
const onPort = { port, ...modemTakes }

const show = command({
  name: 'show',
  about: 'Print what the SIM holds and how many tries its PINs have; changes nothing',
  takes: { ...onPort, hex: flag('--hex', 'with the octets of each file'), json: asJson },
  run: (options) =>
    onModem(options, async ({ call, slot }) => {
      const card = await call('card.read', { slot })
      await tell(options, card, (lang) => {
        const files = card.files.flatMap(({ id, title, words, hex }) => [
          `${title[lang]}  ${words[lang]}`,
          ...(options.hex && hex !== '' ? [`    ${id} ${hex}`] : []),
        ])
        return [headOf(card)[lang], ...files].join('\n')
      })
    }),
})

const pinTakes = {
  ...onPort,
  pin: option('--pin <pin>', 'the PIN; everyone on this computer sees it in the list of processes'),
  pinFile: option('--pin-file <file>', 'the PIN from a file, or - to be asked for it'),
  lastTry: flag('--last-try', 'also with one try left, or where the modem does not tell how many'),
}
const sentOnce =
  'The PIN is sent once and never again by itself. Exit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.'

const enterPin = command({
  name: 'enter-pin',
  about: 'Enter the PIN that the SIM asks for',
  takes: pinTakes,
  after: sentOnce,
  run: async (options) => {
    const { lastTry } = options
    const pin = await givenPin('pin', options)
    await afterwards(options, ({ call, slot }) => call('card.enterPin', { slot, pin, lastTry }))
  },
})
const askPin = command({
  name: 'ask-pin',
  about: 'Have the SIM ask for its PIN at each start: on or off',
  takes: { ...pinTakes, port, on: argument('<on|off>', '', isOn) },
  after: sentOnce,
  run: async (options) => {
    const { on, lastTry } = options
    const pin = await givenPin('pin', options)
    await afterwards(options, ({ call, slot }) => call('card.askPin', { slot, on, pin, lastTry }))
  },
})
const changePin = command({
  name: 'change-pin',
  about: 'Change the PIN; the SIM must ask for it (ask-pin on)',
  takes: {
    ...pinTakes,
    newPin: option('--new-pin <pin>', 'the new PIN'),
    newPinFile: option('--new-pin-file <file>', 'the new PIN from a file, or - to be asked for it'),
  },
  after: sentOnce,
  run: async (options) => {
    const { newPin: typed, newPinFile, lastTry, lang } = options
    const pin = await givenPin('pin', options)
    const newPin = await givenPin('newPin', { lang, pin: typed, pinFile: newPinFile })
    await afterwards(options, ({ call, slot }) =>
      call('card.changePin', { slot, pin, newPin, lastTry }),
    )
  },
})

const clearForbidden = command({
  name: 'clear-forbidden',
  about: 'Empty the list of forbidden networks (FPLMN); prints the line that puts it back',
  takes: onPort,
  run: (options) =>
    onModem(options, async ({ call, slot }) => {
      await print(writtenOf(await call('card.clearForbidden', { slot }), options))
    }),
})
const restoreForbidden = command({
  name: 'restore-forbidden',
  about: 'Write the list of forbidden networks as it was',
  takes: { ...onPort, hex: argument('<hex>') },
  run: (options) =>
    onModem(options, async ({ call, slot }) => {
      const { hex } = options
      await print(writtenOf(await call('card.restoreForbidden', { slot, hex }), options))
    }),
})

/** The SIM in a modem. */
export const cardCommand = group({
  name: 'sim-card',
  about: 'Read the SIM in a modem, enter or change its PIN, clear its forbidden networks',
  commands: [show, enterPin, askPin, changePin, clearForbidden, restoreForbidden],
  usual: show,
  after: 'modem-bench sim-card PORT prints what the SIM holds.',
})

/** How the SIM stands when that is done. */
function afterwards(
  options: ModemArguments & { readonly port: string },
  act: (bench: CommandBench) => Promise<CardContents>,
): Promise<void> {
  return onModem(options, async (bench) => print(headOf(await act(bench))[options.lang]))
}

function isOn(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on'
  throw new Fault('bad-input', {
    en: `${text}: expected on or off.`,
    ja: `${text}：on または off を指定してください。`,
  })
}

function headOf({ state, asksPin, tries }: CardContents): Words {
  const asks = {
    en: asksPin === null ? 'not known' : asksPin ? 'on' : 'off',
    ja: asksPin === null ? '不明' : asksPin ? 'オン' : 'オフ',
  }
  // `SIM PIN` and `SIM PUK` say it themselves.
  const named = state.startsWith('SIM') ? state : `SIM ${state || '?'}`
  return {
    en: harmless(`${named}; PIN query ${asks.en}; tries left: ${triesText(tries)}`),
    ja: harmless(`${named}、PIN 照会 ${asks.ja}、残り回数 ${triesText(tries)}`),
  }
}
function triesText({ pin, puk, pin2, puk2 }: CardTries): string {
  const known = { PIN: pin, PUK: puk, PIN2: pin2, PUK2: puk2 }
  return Object.entries(known)
    .map(([name, left]) => `${name} ${left ?? '?'}`)
    .join(', ')
}

/** A word of a command line that is printed to be pasted: `&` in the name of a simulated modem would end the command. */
const pasted = (word: string): string => (/^[\w./:@=,\\-]+$/.test(word) ? word : `"${word}"`)

function writtenOf(
  { before, now }: ForbiddenWritten,
  { port, lang }: ModemArguments & { readonly port: string },
): string {
  const back = `modem-bench sim-card restore-forbidden ${pasted(port)} ${before}`
  const words: Words = {
    en: `forbidden networks: ${now.en}\nback to what it was: ${back}\nThe modem keeps a copy until it restarts (power, or AT+CFUN=0 and AT+CFUN=1).`,
    ja: `禁止ネットワーク：${now.ja}\n元に戻すコマンド：${back}\nモデムは再起動（電源、または AT+CFUN=0 と AT+CFUN=1）まで以前の一覧を保持します。`,
  }
  return harmless(words[lang])
}
