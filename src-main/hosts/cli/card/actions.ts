import { Fault, harmless, harmlessJson } from '@contract'
import type { CardContents, CardTries, ForbiddenWritten, Words } from '@contract'
import { onModem, type ModemArguments } from '../on-modem'
import { print } from '../output'
import { givenPin } from '../secrets'

interface Showing extends ModemArguments {
  readonly hex?: boolean
  readonly json?: boolean
}
interface PinArguments extends ModemArguments {
  readonly pin?: string
  readonly pinFile?: string
  readonly newPin?: string
  readonly newPinFile?: string
  readonly lastTry?: boolean
}

export function show(port: string, options: Showing): Promise<void> {
  return onModem(port, options, async ({ call, slot }) => {
    const card = await call('card.read', { slot })
    if (options.json) return print(harmlessJson(card))
    await print(headOf(card)[options.lang])
    for (const file of card.files) {
      await print(harmless(`${file.title[options.lang]}  ${file.words[options.lang]}`))
      if (options.hex && file.hex !== '') await print(`    ${file.id} ${file.hex}`)
    }
  })
}

export async function enterPin(port: string, options: PinArguments): Promise<void> {
  const pin = await givenPin('pin', options)
  const { lastTry = false, lang } = options
  await onModem(port, options, async ({ call, slot }) => {
    await print(headOf(await call('card.enterPin', { slot, pin, lastTry }))[lang])
  })
}

export async function askPin(port: string, way: string, options: PinArguments): Promise<void> {
  if (way !== 'on' && way !== 'off')
    throw new Fault('bad-input', {
      en: `${way}: expected on or off.`,
      ja: `${way}：on または off を指定してください。`,
    })
  const pin = await givenPin('pin', options)
  const { lastTry = false, lang } = options
  await onModem(port, options, async ({ call, slot }) => {
    const card = await call('card.askPin', { slot, on: way === 'on', pin, lastTry })
    await print(headOf(card)[lang])
  })
}

export async function changePin(port: string, options: PinArguments): Promise<void> {
  const { newPin: typedNew, newPinFile, lastTry = false, lang } = options
  const pin = await givenPin('pin', options)
  const newPin = await givenPin('newPin', {
    lang,
    ...(typedNew === undefined ? {} : { pin: typedNew }),
    ...(newPinFile === undefined ? {} : { pinFile: newPinFile }),
  })
  await onModem(port, options, async ({ call, slot }) => {
    await print(headOf(await call('card.changePin', { slot, pin, newPin, lastTry }))[lang])
  })
}

export function clearForbidden(port: string, options: ModemArguments): Promise<void> {
  return onModem(port, options, async ({ call, slot }) => {
    await print(writtenOf(await call('card.clearForbidden', { slot }), port)[options.lang])
  })
}
export function restoreForbidden(
  port: string,
  hex: string,
  options: ModemArguments,
): Promise<void> {
  return onModem(port, options, async ({ call, slot }) => {
    await print(writtenOf(await call('card.restoreForbidden', { slot, hex }), port)[options.lang])
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

function writtenOf({ before, now }: ForbiddenWritten, port: string): Words {
  const back = `modem-bench sim-card restore-forbidden ${pasted(port)} ${before}`
  return {
    en: harmless(
      `forbidden networks: ${now.en}\nback to what it was: ${back}\nThe modem keeps a copy until it restarts (power, or AT+CFUN=0 and AT+CFUN=1).`,
    ),
    ja: harmless(
      `禁止ネットワーク：${now.ja}\n元に戻すコマンド：${back}\nモデムは再起動（電源、または AT+CFUN=0 と AT+CFUN=1）まで以前の一覧を保持します。`,
    ),
  }
}
