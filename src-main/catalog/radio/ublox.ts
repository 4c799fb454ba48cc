import { bare, fieldsIn, numbersIn } from '@core/radio/answer'
import { bandMaskItem } from '@core/radio/band-item'
import { choice, lineOf, optionOf } from '@core/radio/choice'
import { activeSeconds, tauSeconds } from '@core/radio/gprs-timers'
import type { RadioFamily, RadioItem } from '@core/radio/item'
import { decimalMask } from '@core/radio/mask'
import { radioTitles } from '@core/radio/words'
import type { Words } from '@core/words'
import { masksIn } from '../decoders/shared/ublox-masks'

function ubandmask(id: 'catm-bands' | 'nbiot-bands', rat: string): RadioItem {
  const masks = (lines: readonly string[]) => {
    const fields = fieldsIn(lines, '+UBANDMASK:')
    return fields && masksIn(fields)?.get(rat)
  }
  return bandMaskItem({
    id,
    takes: 'restart',
    command: 'AT+UBANDMASK?',
    // The second mask goes back as it came: bands from 65 on are not changed here.
    find(lines) {
      const mask = decimalMask(masks(lines)?.[0] ?? '')
      return mask && { raw: lineOf(lines, '+UBANDMASK:'), mask }
    },
    write(mask, { value }) {
      const [, ...rest] = masks([value.raw]) ?? []
      return [`AT+UBANDMASK=${[rat, mask, ...rest].join(',')}`]
    },
  })
}

const rats: { readonly [id: string]: Words } = {
  0: { en: 'GSM only', ja: 'GSM のみ' },
  1: { en: 'GSM and UMTS', ja: 'GSM・UMTS' },
  2: { en: 'UMTS only', ja: 'UMTS のみ' },
  3: { en: 'LTE only', ja: 'LTE のみ' },
  4: { en: 'GSM, UMTS and LTE', ja: 'GSM・UMTS・LTE' },
  5: { en: 'GSM and LTE', ja: 'GSM・LTE' },
  6: { en: 'UMTS and LTE', ja: 'UMTS・LTE' },
  7: { en: 'LTE-M only', ja: 'LTE-M のみ' },
  8: { en: 'NB-IoT only', ja: 'NB-IoT のみ' },
  9: { en: 'GPRS only', ja: 'GPRS のみ' },
  '7,8': { en: 'LTE-M, then NB-IoT', ja: 'LTE-M、次に NB-IoT' },
  '8,7': { en: 'NB-IoT, then LTE-M', ja: 'NB-IoT、次に LTE-M' },
}
/** +URAT: one technology after the other, `7,8`. */
const urat: RadioItem = {
  id: 'rat',
  kind: 'one',
  title: radioTitles.rat,
  command: 'AT+URAT?',
  test: 'AT+URAT=?',
  takes: 'restart',
  read(lines) {
    const fields = fieldsIn(lines, '+URAT:')
    return fields?.every((field) => /^\d$/.test(field)) && fields.length <= 3
      ? { chosen: [fields.join(',')], raw: lineOf(lines, '+URAT:') }
      : undefined
  },
  options({ value, test }) {
    const first = fieldsIn(test, '+URAT:')?.[0]
    const able = numbersIn(first ?? '').map(String)
    const pairs = able.includes('7') && able.includes('8') ? ['7,8', '8,7'] : []
    const ids = [...new Set([...able, ...pairs, ...value.chosen])]
    return { list: ids.map((id) => optionOf(id, rats)), told: able.length > 0 }
  },
  write: ([one]) => (one === undefined ? undefined : [`AT+URAT=${one}`]),
}

/** +UPSV: while it sleeps, what comes first wakes it and is lost. */
const upsv: RadioItem = {
  ...choice({
    id: 'uart-sleep',
    command: 'AT+UPSV?',
    prefix: '+UPSV:',
    test: 'AT+UPSV=?',
    // Behind the modes stand the times before it sleeps.
    told: (test) => numbersIn(fieldsIn(test, '+UPSV:')?.[0] ?? '').map(String),
    names: {
      0: { en: 'never', ja: 'しない' },
      1: { en: 'when the UART is idle', ja: 'UART がアイドルのとき' },
      2: { en: 'while RTS is off', ja: 'RTS がオフの間' },
      3: { en: 'while DTR is off', ja: 'DTR がオフの間' },
      4: {
        en: 'when the UART is idle, in PSM and eDRX, too',
        ja: 'UART がアイドルのとき（PSM・eDRX 中も）',
      },
    },
    write: (id) => `AT+UPSV=${id}`,
  }),
  // With its time.
  restore: ({ raw }) => [`AT+UPSV=${raw.slice('+UPSV:'.length).trim()}`],
}

/** SARA-R4, SARA-R5, SARA-N4, LARA-R6: written while not registered, in force after a restart. */
const ublox: RadioFamily = {
  id: 'u-blox',
  name: 'u-blox SARA-R4, SARA-R5, LARA-R6',
  source:
    'u-blox SARA-R4 AT Commands Manual UBX-17003787, 7.17 (+UBANDMASK), +URAT, +UPSV and +UCPSMS, and public answers',
  matches: (identity) => /u-?blox|SARA-|LARA-/i.test(identity),
  items: [urat, ubandmask('catm-bands', '0'), ubandmask('nbiot-bands', '1'), upsv],
  saving: { psm: { command: 'AT+UCPSMS?', read: grantedByBits } },
}

/** `+UCPSMS: 1,,,"00100001","00000001"`: what the network gives. */
function grantedByBits(lines: readonly string[]) {
  const [mode, , , tau = '', active = ''] = (fieldsIn(lines, '+UCPSMS:') ?? []).map(bare)
  const seconds = { active: activeSeconds(active), tau: tauSeconds(tau) }
  if (mode !== '1' || seconds.active === undefined || seconds.tau === undefined) return null
  return { active: seconds.active, tau: seconds.tau }
}
export default ublox
