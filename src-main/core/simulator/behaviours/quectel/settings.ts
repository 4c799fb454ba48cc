import { bitsOf, maskOf } from '../../../radio/mask'
import { ok, wrong } from '../../answer'
import type { Outcome } from '../../answer'
import type { Asked, Behaviour } from '../../behaviour'
import type { ModemParts } from '../../modem-parts'
import { numberIn } from '../../parameters'
import type { QuectelCommands, Technology } from '../../persona'

const maskText = (mask: bigint) => `0x${mask.toString(16)}`
const lteMask = (bands: readonly number[]) => maskOf(bands.map((band) => band - 1))
const mask = /^(?:0x)?[0-9a-f]{1,24}$/i

/** `+QCFG: "band",0x93,0x1a0080d5,0x0`: the mask of LTE among others that are kept and change nothing. */
function bandLine({ persona, stored }: ModemParts): string {
  const { before = [], behind = [] } = stored.radio.masks ?? persona.bands ?? {}
  const masks = [...before, maskText(lteMask(stored.radio.lteBands ?? [])), ...behind]
  return `+QCFG: "band",${masks.join(',')}`
}

/** `AT+QCFG="band",<gw>,<lte>,<tds>[,1]`, in hex with or without 0x. A band the module does not have is refused. */
function setBands({ modem, values }: Asked): Outcome {
  const { lte = [], before = [], behind = [] } = modem.persona.bands ?? {}
  const count = before.length + 1 + behind.length
  const texts = values.slice(1, 1 + count).map(({ text }) => text)
  if (texts.length !== count || values.length > count + 2 || !texts.every((one) => mask.test(one)))
    return wrong
  const masks = texts.map((one) => BigInt(`0x${one.replace(/^0x/i, '')}`))
  const asked = masks[before.length] ?? 0n
  if (asked === 0n || (asked & ~lteMask(lte)) !== 0n) return wrong
  return {
    waitMs: 300,
    then: () => {
      const all = masks.map(maskText)
      modem.stored.radio.masks = {
        before: all.slice(0, before.length),
        behind: all.slice(before.length + 1),
      }
      modem.stored.radio.lteBands = bitsOf(asked).map((bit) => bit + 1)
      modem.radio.limitsChanged()
      return {}
    },
  }
}

const scanned: { readonly [mode: string]: Technology } = { '1': 'gsm', '2': 'wcdma', '3': 'lte' }

/** What a setting changes at once; most hold from the next start on, or change nothing one could see here. */
function takeEffect({ persona, radio, stored }: ModemParts, name: string, value: string): void {
  if (name === 'usbnet') stored.composition = value
  if (name !== 'nwscanmode') return
  const only = scanned[value]
  radio.setTechnologies(only === undefined ? persona.technologies : [only])
}

function setNamed(asked: Asked, name: string, allowed: readonly string[]): Outcome {
  const { modem, values } = asked
  const value = values[1]?.text ?? ''
  const atOnce = values[2] === undefined || numberIn(values[2], 0, 1) !== undefined
  if (!allowed.includes(value) || !atOnce || values.length > 3) return wrong
  return {
    waitMs: 100,
    then: () => {
      modem.stored.named.set(name, value)
      takeEffect(modem, name, value)
      return {}
    },
  }
}

function configure(asked: Asked, { settings }: QuectelCommands): Outcome {
  const { modem, values } = asked
  const name = values[0]?.text.toLowerCase() ?? ''
  const read = values.length === 1
  if (name === 'band' && modem.persona.bands) return read ? ok(bandLine(modem)) : setBands(asked)
  const allowed = settings[name]
  if (!allowed) return wrong
  if (!read) return setNamed(asked, name, allowed)
  return ok(`+QCFG: "${name}",${modem.stored.named.get(name) ?? allowed[0]}`)
}

/** Quectel EC2x&EG2x&EG9x&EM05 QCFG AT Commands Manual V1.3, BG95&BG77&BG600L QCFG AT Commands Manual. */
export const quectelSettings = (own: QuectelCommands): Behaviour => [
  {
    name: '+QCFG',
    test: () =>
      ok(...Object.entries(own.settings).map(([name, all]) => `+QCFG: "${name}",(${all.join()})`)),
    set: (asked) => configure(asked, own),
  },
]
