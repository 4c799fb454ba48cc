import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'

const size = 40_000
const many = (piece: string) => piece.repeat(Math.ceil(size / piece.length))

// Each brought a form of ours that looks twice at what it saw to its knees: it would take from ten seconds to hours.
const crafted: readonly (readonly [name: string, line: string])[] = [
  ['blanks behind a command', `AT+CSQ${many(' ')}x`],
  ['cells', `AT+CSQ${many('\t')}"`],
  ['quotation marks', `+COPS: ${many('"a')}AT+X`],
  ['remarks', `AT+X${many(' //')}"`],
  ['brackets behind an answer', `+CSQ: 1${many(' (Ab')}"`],
  ['line ends in letters', many('CRLF')],
  ['carriage returns in letters', many('\\r')],
  ['a result behind which they stand', `OK${many('\\r\\r')}x`],
  ['the same in quotation marks', `"AT${many('\\r')}"`],
  ['quotations that end again and again', `"AT${many('\\r"')}`],
  ['carriage returns as control marks', `AT${many('^M')}`],
  ['typographic quotation marks', `“${many(' ')}AT`],
  ['full-width letters', many('Ａ')],
  ['a page without end', `<pre>${many('<')}`],
  ['joined lines', many('AT+CSQ +CSQ: 1 OK ')],
  ['words', `${many('Wait... ')}AT+CSQ`],
  ['packets of RouterOS', many('ppp-out1: sent LCP ')],
  ['options of RouterOS', `11:33:13 ppp ${many('<a ')}`],
  ['states', many('state changed (')],
  ['a quotation in Python', `>>> x.write('AT${many('\\')}`],
]

test.each(crafted)('a crafted line holds nothing up: %s', { timeout: 60_000 }, (_name, line) => {
  for (const before of ['', 'AT+CSQ\n+CSQ: 1,99\nOK\n']) {
    const log = new LogImport({ knowledge })
    const rows = [...log.push(before + `${line}\n`.repeat(8)), ...log.end()]
    expect(rows.length).toBeGreaterThan(0)
  }
})
