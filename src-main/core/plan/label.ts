import { harmless } from '../log/formats/harmless'
import { seenIn, type Language } from '../words'
import type { TestState } from './test-state'
import { verdicts } from './words'

/** The label of a tested board, a line a fact: serial, verdict, date, IMEI as the record has it. */
export const labelText = (test: TestState, language: Language): string =>
  `${[test.serial, seenIn(verdicts[test.state], language), ...factsOf(test)]
    .map(oneLine)
    .filter(Boolean)
    .map(harmless)
    .join('\n')}\n`

/**
 * The same in ZPL II, on 50 × 25 mm at 8 dots/mm (203 dpi): the facts at the left, the serial as a QR code at the right. The verdict is
 * in English, since the font that each printer has (0) knows no Japanese.
 */
export function labelZpl(test: TestState): string {
  const serial = oneLine(test.serial)
  const lines = [...inLines(serial), verdicts[test.state].en, ...factsOf(test)]
  return [
    '^XA',
    // The text is UTF-8.
    '^CI28',
    '^PW400',
    '^LL200',
    '^LH0,0',
    ...lines.map(
      (line, at) => `^FO8,${8 + at * pitch}^A0N,20,20^FH_^FD${zplData(harmless(line))}^FS`,
    ),
    // Error correction M, input as it comes: 80 octets make 37 modules, 148 dots.
    ...(serial === '' ? [] : [`^FO244,8^BQN,2,4^FH_^FDMA,${zplData(harmless(serial))}^FS`]),
    '^XZ',
    '',
  ].join('\n')
}

const pitch = 23
const widest = 16

/** Cut here: ^FB would put a hyphen into a long serial. */
function inLines(text: string): readonly string[] {
  const all = [...text]
  const lines = Math.ceil(all.length / widest)
  return Array.from({ length: lines }, (_, at) =>
    all.slice(at * widest, (at + 1) * widest).join(''),
  )
}

/** The date is UTC's, so that two computers print the same. */
function factsOf({ endedMs, startedMs, unit }: TestState): readonly string[] {
  const date = new Date(endedMs ?? startedMs).toISOString()
  const at = `${date.slice(0, 10)} ${date.slice(11, 16)} UTC`
  return unit.imei === null ? [at] : [at, `IMEI ${unit.imei}`]
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

/** ^ and ~ begin a command of the printer wherever they stand, and _ an octet in hexadecimal after ^FH_. */
const zplData = (text: string): string =>
  text.replace(
    /[\^~_]/g,
    (one) => `_${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
