import { describe, expect, test } from 'vitest'
import { hexOf } from '@core/bytes'
import { packed, septetsOf } from '@core/sms/alphabet'
import { ucs2Octets } from '@core/sms/ucs2'
import { codingOf } from '@core/ussd/coding'
import { ussdReply } from '@core/ussd/reply'

const ucs2 = (text: string) => hexOf(ucs2Octets(text)).toUpperCase()
const gsm7 = (text: string) => hexOf(packed(septetsOf(text))).toUpperCase()
const menu = 'Balance: 12,50. Choose an option'

test.each([
  [0x00, 'gsm'],
  [0x0f, 'gsm'],
  [0x11, 'ucs2'],
  [0x44, 'octets'],
  [0x48, 'ucs2'],
  [0x68, 'ucs2'],
  [0x94, 'octets'],
  [0xf0, 'gsm'],
  [0xf4, 'octets'],
] as const)('coding %i of 23.038 is %s', (dcs, coding) => {
  expect(codingOf(dcs)).toBe(coding)
})

describe('a +CUSD as modems write it', () => {
  test.each([
    ['plain', `+CUSD: 1,"${menu}",15`, '', menu],
    ['without a coding', `+CUSD: 0,"${menu}"`, '', menu],
    ['with quotes of its own', '+CUSD: 0,"Dial "*1#" now",15', '', 'Dial "*1#" now'],
    ['over several lines', '+CUSD: 1,"Menu\n1 One\n\n2 Two",15', '', 'Menu\n1 One\n\n2 Two'],
    ['packed octets in hex, unasked', `+CUSD: 0,"${gsm7(menu)}",15`, 'GSM', menu],
    ['UCS2 in hex by its coding', `+CUSD: 0,"${ucs2('Баланс 5 руб')}",72`, 'GSM', 'Баланс 5 руб'],
    [
      'UCS2 though the coding says GSM',
      `+CUSD: 0,"${ucs2('Votre solde')}",15`,
      'GSM',
      'Votre solde',
    ],
    ['UCS2 without a coding', `+CUSD: 0,"${ucs2('残高 500 円')}"`, '', '残高 500 円'],
    ['everything UCS2 (AT+CSCS)', `+CUSD: 1,"${ucs2('Menu')}",15`, 'UCS2', 'Menu'],
    ['UCS2 behind its language', `+CUSD: 0,"6E70${ucs2('Hola')}",17`, 'GSM', 'Hola'],
    ['octets in hex that read as a text', '+CUSD: 0,"4F4B",68', 'GSM', 'OK'],
    ['octets that are none', '+CUSD: 0,"0001FF",68', 'GSM', '00 01 ff'],
    ['codes of the GSM alphabet', '+CUSD: 0,"a\u0011b \u0002 5",15', 'GSM', 'a_b $ 5'],
    ['UTF-8', '+CUSD: 0,"\u00e6\u00ae\u008b",15', 'UTF-8', '残'],
    ['no text', '+CUSD: 2', 'GSM', ''],
  ])('%s', (_, line, set, text) => {
    expect(ussdReply(line, set)?.text).toBe(text)
  })

  test('says how it stands, and a line that is none says nothing', () => {
    const states = [0, 1, 2, 3, 4, 5].map((m) => ussdReply(`+CUSD: ${m}`, '')?.state)
    expect(states).toEqual(['done', 'asks', 'ended', 'elsewhere', 'unsupported', 'timeout'])
    expect(ussdReply('+CUSD: 9', '')).toBeUndefined()
    expect(ussdReply('+CUSD: (0-2)', '')).toBeUndefined()
    expect(ussdReply('+CUSD: 1,"Menu', '')).toBeUndefined()
  })
})
