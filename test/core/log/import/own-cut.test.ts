import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { annotatedFormats, writerOf } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'

const rowsOf = (text: string) => {
  const log = new LogImport({ knowledge })
  return [...log.push(text), ...log.end()]
}
const rows = rowsOf(['AT+CGMM', 'EC25', 'OK', 'AT+CSQ', '+CSQ: 20,99', 'OK', ''].join('\n'))

test.each(annotatedFormats)(
  'an export as %s that lost its end says so, a whole one does not',
  (form) => {
    const writer = writerOf(form, { language: 'en' })
    const text = writer.head() + rows.map((row) => writer.row(row)).join('') + writer.end()
    const says = (one: string) => rowsOf(one).filter(({ text: said }) => /was cut off/.test(said))
    expect(says(text)).toEqual([])
    expect(says(text.slice(0, -6))).toHaveLength(1)
  },
)

test('a CSV of a log without times is read again', () => {
  const writer = writerOf('csv', { language: 'en' })
  const again = rowsOf(writer.head() + rows.map((row) => writer.row(row)).join(''))
  expect(again.map(({ text }) => text)).toEqual(rows.map(({ text }) => text))
})
