import { expect, test, vi } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { microPython } from '@core/log/import/micropython'

const banner = 'Type "help()" for more information or the manual that is on the board.\n'
const exchange = "AT+CSQ\nb'AT+CSQ\\r\\r\\n'\nb'+CSQ: 20,99\\r\\n'\nb'OK\\r\\n'\n"
/** More than are held back to be judged, and than are passed over after a vain look. */
const long = exchange.repeat(1000)
const runs = (count: number) => (banner + long).repeat(count)

/** How often it was looked whether the lines are MicroPython's. */
function looksAt(log: string): number {
  const detect = vi.spyOn(microPython, 'detect')
  const reading = new LogImport({ knowledge })
  reading.push(log)
  reading.end()
  const looks = detect.mock.calls.length
  detect.mockRestore()
  return looks
}

test('a banner that a program prints at each start is asked about a few times and no more', () => {
  expect(looksAt(runs(12))).toBe(looksAt(runs(6)))
  expect(looksAt(runs(6))).toBeGreaterThan(looksAt(runs(1)))
})

test('behind a banner that came many times another tool is still found where somebody writes of it', () => {
  const other = 'TX: AT+CGMM\nRX: SIM7672JP-MNGV\nRX: OK\nTX: AT+CPIN?\nRX: +CPIN: READY\nRX: OK\n'
  const told = '\nAnd this is what it said to me with the other program:\n\n'
  const reading = new LogImport({ knowledge })
  const rows = [...reading.push(runs(8) + told + other.repeat(3)), ...reading.end()]
  const sent = rows.filter((row) => row.kind === 'command' && row.text !== 'AT+CSQ')
  expect(sent.map((row) => row.text)).toEqual(Array(3).fill(['AT+CGMM', 'AT+CPIN?']).flat())
  expect(rows.filter((row) => row.text === '+CPIN: READY').map((row) => row.command)).toEqual(
    Array(3).fill('AT+CPIN?'),
  )
})
