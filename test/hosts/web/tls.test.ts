import { expect, test } from 'vitest'
import { selfCertificate } from '@hosts/web/self-certificate'
import { tlsOf } from '@hosts/web/tls'

const file = 'tls-self.json'
const self = { tls: 'self' }

function memoryStore(files: Record<string, string> = {}) {
  return {
    files,
    read: async (name: string) => files[name],
    write: async (name: string, text: string) => void (files[name] = text),
  }
}

test('a certificate of our own is the same at every start', async () => {
  const store = memoryStore()
  const first = await tlsOf(self, store)
  expect(first?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  expect(await tlsOf(self, store)).toEqual(first)
})

const [one, another] = [selfCertificate(['localhost'], 0), selfCertificate(['localhost'], 0)]
test.each([
  ['cut', JSON.stringify(one).slice(0, 200)],
  ['no certificate', JSON.stringify({ cert: 'x', key: 'y' })],
  ['one with the key of another', JSON.stringify({ cert: one.cert, key: another.key })],
  ['nested without end', '['.repeat(100_000)],
])('a kept one that is %s is kept beside, and said', async (_how, damaged) => {
  const store = memoryStore({ [file]: damaged })
  const made = await tlsOf(self, store)
  expect(made?.madeAnew?.en).toContain(`${file}.unreadable`)
  expect(store.files[`${file}.unreadable`]).toBe(damaged)
  const next = await tlsOf(self, store)
  expect(next?.fingerprint).toBe(made?.fingerprint)
  expect(next).not.toHaveProperty('madeAnew')
})
