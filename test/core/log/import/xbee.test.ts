import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'

const read = (text: string) => {
  const log = new LogImport({ knowledge })
  const rows = [...log.push(text), ...log.end()]
  return { format: log.format?.id, rows }
}

test.each([
  ['0', 'The XBee is connected to the internet.'],
  ['22', 'It registers with a network.'],
  ['2A', 'Airplane mode is on: ATAM0 turns it off.'],
  ['2F', 'Bypass mode: what is sent reaches the cellular part itself.'],
  ['FF', 'It starts.'],
  ['77', undefined],
])('ATAI answered by %s', (code, words) => {
  const { rows } = read(`+++OK\nATAI\n${code}\nATCN\nOK\n`)
  expect(rows[2]).toMatchObject({ kind: 'answer', text: code, command: 'ATAI' })
  expect(rows[2]?.explanation?.words.en).toBe(words)
})

test('MicroPython inside an XBee shows numbers in decimal, the command mode in hex', () => {
  const inside = read(">>> xbee.atcmd('AI')\n34\n>>> xbee.atcmd('DB')\n97\n").rows
  const typed = read('+++OK\nATAI\n22\nATDB\n61\n').rows.slice(1)
  const words = ['It registers with a network.', 'Signal: −97 dBm.']
  expect([inside[1], inside[3]].map((row) => row?.explanation?.words.en)).toEqual(words)
  expect([typed[1], typed[3]].map((row) => row?.explanation?.words.en)).toEqual(words)
})

test('hides who the SIM and the modem are', () => {
  const { rows } = read(
    '+++OK\nATIM\n351234567890124\nATS#\n8942301234567890123\nATPH\n+15550100123\nATPN 4711\nOK\nATAI\n0\n',
  )
  const redactor = new Redactor({ knowledge })
  const shown = rows.map((row) => redactor.row(row).text).join('\n')
  for (const secret of ['351234567890124', '8942301234567890123', '15550100123', '4711'])
    expect(shown).not.toContain(secret)
})

test('a modem’s own commands between them are bypass mode, and no XBee’s', () => {
  expect(read('+++OK\nATAI\n2F\nATCN\nOK\nAT+CSQ\n+CSQ: 20,99\n\nOK\n').format).not.toBe('xbee')
})
