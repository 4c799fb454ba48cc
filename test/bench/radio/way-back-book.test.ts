import { expect, test } from 'vitest'
import { WayBackBook } from '@bench/radio/way-back-book'

const memoryStore = (files: Record<string, string>) => ({
  read: async (name: string) => files[name],
  write: async (name: string, text: string) => void (files[name] = text),
})

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
  const told: string[] = []
  const book = new WayBackBook(memoryStore(files), ({ en }) => told.push(en))
  await book.find('three')
  await book.add(entry('three'))
  expect(await book.find('three')).toEqual(entry('three'))
  expect(told).toEqual([expect.stringMatching(/cannot be read.*kept as radio-undo\.json\./)])
  const kept = Object.entries(files).filter(([name]) => name !== 'radio-undo.json')
  expect(kept.map(([, text]) => text)).toEqual([damaged])
})

test('keys of a later version survive a change of another entry', async () => {
  const files: Record<string, string> = {
    'radio-undo.json': JSON.stringify([{ ...entry('one'), later: 1 }]),
  }
  const book = new WayBackBook(memoryStore(files), () => undefined)
  await book.add(entry('two'))
  expect(JSON.parse(files['radio-undo.json'] ?? '')).toMatchObject([{ modem: 'one', later: 1 }, {}])
})
