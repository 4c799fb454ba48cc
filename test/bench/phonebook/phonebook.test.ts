import { expect, test } from 'vitest'
import { openedBench, refusal } from '../../support/opened-bench'

const slot = 'a' as const

test.each(['IRA', 'UCS2'])(
  'own number and entries are read, names beyond ASCII too, and store and AT+CSCS="%s" stay',
  async (set) => {
    const { done, at } = await openedBench('sim:sim7600')
    await at(`AT+CSCS="${set}"`)
    const book = await done('phonebook.read', { slot })
    expect(book).toMatchObject({ store: 'SM', used: 3, total: 250, stores: ['SM', 'FD', 'ON'] })
    expect(book.own[0]?.number).toMatch(/^\+\d{10,}/)
    expect(book.entries).toEqual([
      { index: 1, number: '+818000000001', name: 'Bench' },
      { index: 3, number: '0800000002', name: '基板担当' },
      { index: 120, number: '*100#', name: 'Balance' },
    ])
    expect(await done('phonebook.read', { slot, store: 'ON' })).toMatchObject({
      store: 'ON',
      entries: [{ index: 1, number: book.own[0]?.number }],
    })
    expect((await at('AT+CPBS?')).lines[0]).toContain('"SM"')
    expect((await at('AT+CSCS?')).lines[0]).toContain(`"${set}"`)
  },
)

test.each([
  ['sim:sim7600?nosim=1', undefined, /^card-absent/],
  ['sim:sim7600?pin=1234', undefined, /^card-locked/],
  ['sim:sim7600', 'ME', /^phonebook-store asked for ME; there are: SM, FD, ON/],
])('%s, store %s: refused in words', async (path, store, words) => {
  const { done } = await openedBench(path)
  const asked = done('phonebook.read', { slot, ...(store ? { store } : {}) })
  expect(await asked.catch(refusal)).toMatch(words)
})

test('numbers and names are masked in an export', async () => {
  const { done } = await openedBench('sim:sim7600')
  await done('phonebook.read', { slot })
  const { text } = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).toContain('+CPBR: 1,')
  for (const secret of ['818000000001', '0800000002', '"Bench"']) expect(text).not.toContain(secret)
})
