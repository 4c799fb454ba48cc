import { expect, test } from 'vitest'
import { WayBackBook } from '@bench/radio/way-back-book'

const entry = (modem: string) => ({
  modem,
  path: `/dev/${modem}`,
  family: null,
  writtenMs: 1,
  differences: [],
  before: [],
})

test.each([
  ['cut', (text: string) => text.slice(0, -20)],
  ['of a later version in part', (text: string) => text.replace('"family":null', '"family":{}')],
  ['no list', () => '{}'],
])('a list that is %s is kept beside before it is written anew', async (_how, harm) => {
  const damaged = harm(JSON.stringify([entry('one'), entry('two')]))
  const files: Record<string, string> = { 'radio-undo.json': damaged }
  const book = new WayBackBook({
    read: async (name) => files[name],
    write: async (name, text) => void (files[name] = text),
  })
  await book.add(entry('three'))
  expect(await book.find('three')).toEqual(entry('three'))
  const kept = Object.entries(files).filter(([name]) => name !== 'radio-undo.json')
  expect(kept.map(([, text]) => text)).toEqual([damaged])
})

test('keys of a later version survive a change of another entry', async () => {
  const files: Record<string, string> = {
    'radio-undo.json': JSON.stringify([{ ...entry('one'), later: 1 }]),
  }
  const book = new WayBackBook({
    read: async (name) => files[name],
    write: async (name, text) => void (files[name] = text),
  })
  await book.add(entry('two'))
  expect(JSON.parse(files['radio-undo.json'] ?? '')).toMatchObject([{ modem: 'one', later: 1 }, {}])
})
