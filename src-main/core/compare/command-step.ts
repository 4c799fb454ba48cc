import { factText } from '../at/fact-text'
import type { FactValue, Facts } from '../at/knowledge'
import type { LogRow } from '../log/row'
import { isDial } from '../log/summary-opening'

/** Commands whose arguments decide what becomes of a connection. */
const telling =
  /^AT(?:\+(?:CGDCONT|CGAUTH|CFUN|COPS|CNMP|CNBP|CGATT|CGACT|CSTT|QICSGP|QNWPREFCFG|CNACT|SAPBR|IPR|IFC|CPIN|UPSD|CGEREP|CIPSTART|CIPOPEN|QIOPEN|QMTOPEN|CMQTTCONNECT|CCHOPEN|USOCO|CPSMS|CEDRXS|CSCLK|QSCLK|CBANDCFG|CBAND|UBANDMASK|URAT|CMNB|NBAND|WS46)|#PDPAUTH|#SD=|#BND|#WS46|!BAND|!SELRAT|\^SYSCFG\w*|&K)/i
/** Values of answers that decide it; not identifiers, cells, times or levels. */
const deciding = new Set([
  'code',
  'fun',
  'state',
  'apn',
  'pdp_type',
  'cause',
  'err',
  'result',
  'status',
  // Flow control.
  'dce_by_dte',
  'dte_by_dce',
])
/** Answers that say where and how strong, or who: they differ between two runs that are the same. */
const incidental = /^\+C(?:SQ|ESQ|PSI|GPADDR|CLK|BC|GCONTRDP|OPS|PAS|IND|IMI|GSN)\b|^AT/

/** Which network is looked for: all that such an answer says decides. */
const choosing =
  /^(?:\+(?:CNMP|CMNB|CNAOP|WS46|URAT|SSRAT)|%XSYSTEMMODE|\^SYSCFG\w*|#WS46|!SELRAT)$/
/** Their values are lists of bands. */
const choosingBands = /^(?:\+(?:CNBP|CBANDCFG|CBAND|QNWPREFCFG|UBANDMASK|NBAND)|#BND|!BAND)$/

/** Settings of one command by their names: those that decide which network is found. */
const named = /^AT\+Q(?:CFG|NWPREFCFG)="[^"]*"/
const choosesByName =
  /^(?:AT)?\+QCFG[:=] *"(?:band|nwscanmode(?:ex)?|nwscanseq|iotopmode|servicedomain|roamservice)"/i

/** What is done, without what it is done with. */
export function keyOf(command: string): string {
  const text = command.trim().toUpperCase()
  if (isDial(text)) return 'ATD'
  // Who is called is nobody's business.
  if (/^ATD(?!E)/.test(text)) return 'ATD;'
  const one = named.exec(text)?.[0]
  if (one !== undefined) return one
  return /^AT[^=?;"]*(?:=\?|\?|=)?/.exec(text)?.[0] ?? text
}

export function askedOf(command: string): string {
  if (isDial(command)) return ''
  if (!telling.test(command) && !choosesByName.test(command)) return ''
  return command.replace(/^[^=]*=?/, '').replace(/["\s]/g, '')
}

/** A final result, with the code of its error in whichever way the modem was told to write it. */
export function resultOf(row: LogRow): { result: string; failed: boolean } {
  const { text } = row
  if (/^CONNECT\b(?! FAIL)/.test(text)) return { result: 'CONNECT', failed: false }
  if (/^(?:OK|SHUT OK|SEND OK|CLOSE OK)$/.test(text)) return { result: 'OK', failed: false }
  return { result: text, failed: /ERROR|FAIL|NO |BUSY|ABORT|NOT SUPPORT/.test(text) }
}

/** The facts of an answer that decide something, in one order. */
export function decidingFacts({ explanation, text }: LogRow): string {
  // Which one is of no matter, and in what form it is written; whether there is one is.
  if (explanation?.name === '+COPS' && typeof explanation.facts['mode'] === 'number')
    return `operator=${explanation.facts['oper'] === undefined ? 'none' : 'one'}`
  if (!explanation || incidental.test(explanation.name)) return ''
  if (choosing.test(explanation.name)) return scalars(explanation.facts)
  if (choosingBands.test(explanation.name) || choosesByName.test(text))
    return JSON.stringify(explanation.facts)
  return pairs(explanation.facts).join(' ')
}

const scalars = (facts: Facts): string =>
  Object.entries(facts)
    .flatMap(([name, value]) =>
      value === undefined || isNested(value) ? [] : [`${name}=${factText(value)}`],
    )
    .join(' ')

function pairs(facts: Facts): string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (deciding.has(name) && !isNested(value)) return [`${name}=${factText(value)}`]
    return value === undefined ? [] : inside(value)
  })
}

function isNested(value: FactValue | undefined): boolean {
  return typeof value === 'object' && value !== null
}

function inside(value: FactValue): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (isList(value)) return value.flatMap(inside)
  return pairs(value)
}

function isList(value: FactValue): value is readonly FactValue[] {
  return Array.isArray(value)
}
