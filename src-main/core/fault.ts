import { atFaults } from './faults/at'
import { cardFaults } from './faults/card'
import { cmuxFaults } from './faults/cmux'
import { connectFaults } from './faults/connect'
import { contextFaults } from './faults/context'
import { failoverFaults } from './faults/failover'
import { fileFaults } from './faults/files'
import { gpioFaults } from './faults/gpio'
import { insideFaults } from './faults/inside'
import { instrumentFaults } from './faults/instrument'
import { ipFaults } from './faults/ip'
import { linkFaults } from './faults/link'
import { macroFaults } from './faults/macro'
import { micropythonFaults } from './faults/micropython'
import { mmFaults } from './faults/mm'
import { mqttFaults } from './faults/mqtt'
import { netFaults } from './faults/net'
import { gnssFaults } from './faults/gnss'
import { logFaults } from './faults/log'
import { phonebookFaults } from './faults/phonebook'
import { portFaults } from './faults/port'
import { powerFaults } from './faults/power'
import { radioFaults } from './faults/radio'
import type { FaultRow } from './faults/row'
import { smsFaults } from './faults/sms'
import { socketFaults } from './faults/sockets'
import { soracomFaults } from './faults/soracom'
import { storeFaults } from './faults/store'
import { testFaults } from './faults/test'
import { tlsFaults } from './faults/tls'
import { esimFaults } from './faults/esim'
import { alertFaults } from './faults/alerts'
import { usbFaults } from './faults/usb'
import { voiceFaults } from './faults/voice'
import { ussdFaults } from './faults/ussd'
import { windowFaults } from './faults/window'
import { quoted, twoSentences, wordsOf, type SeenLine, type Words } from './words'

/** Every way something can fail, each with its meaning, likely causes and what to try. */
const rows = {
  ...portFaults,
  ...storeFaults,
  ...windowFaults,
  ...logFaults,
  ...atFaults,
  ...linkFaults,
  ...ipFaults,
  ...insideFaults,
  ...tlsFaults,
  ...netFaults,
  ...mqttFaults,
  ...cmuxFaults,
  ...connectFaults,
  ...macroFaults,
  ...failoverFaults,
  ...gpioFaults,
  ...powerFaults,
  ...micropythonFaults,
  ...mmFaults,
  ...smsFaults,
  ...testFaults,
  ...instrumentFaults,
  ...cardFaults,
  ...contextFaults,
  ...usbFaults,
  ...voiceFaults,
  ...ussdFaults,
  ...esimFaults,
  ...phonebookFaults,
  ...gnssFaults,
  ...socketFaults,
  ...soracomFaults,
  ...radioFaults,
  ...fileFaults,
  ...alertFaults,
} as const satisfies Record<string, FaultRow>

export type FaultCode = keyof typeof rows

/** By the code; the words of some hundred rows are no types of their own. */
export const faultRows: { readonly [code in FaultCode]: FaultRow } = rows

/**
 * The one error class of the product. `detail` says what was seen this time, as quoted text or as a sentence in both
 * languages; the row says what it means.
 */
export class Fault extends Error {
  readonly code: FaultCode
  /** What was seen, in English. */
  readonly detail: string
  /** The same in both languages; quoted text is the same in both. */
  readonly said: Words
  constructor(code: FaultCode, detail: SeenLine = quoted(''), options?: { cause?: unknown }) {
    const said = wordsOf(detail)
    const { en } = faultRows[code].meaning
    super(said.en ? `${en} ${said.en}` : en, options)
    this.name = 'Fault'
    this.code = code
    this.detail = said.en
    this.said = said
  }
  get row(): FaultRow {
    return faultRows[this.code]
  }
}

/** The code of a Fault, or undefined for any other error. */
export function faultCode(error: unknown): FaultCode | undefined {
  return error instanceof Fault ? error.code : undefined
}

/** What an error says, in both languages; what was seen and foreign errors are as they are. */
export function errorWords(error: unknown): Words {
  if (!(error instanceof Fault)) {
    const text = error instanceof Error ? error.message : String(error)
    return { en: text, ja: text }
  }
  return twoSentences(error.row.meaning, error.said)
}
