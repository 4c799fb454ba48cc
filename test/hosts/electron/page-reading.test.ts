import { expect, test } from 'vitest'
import { bodyOf, PageReading } from '@hosts/electron/page-reading'

const html = Buffer.from(
  '<script src="./assets/a.js"></script><link href="./assets/b.css"><link rel="icon" href="data:,">',
)
const nothing = Buffer.from('')

async function isDone({ done }: PageReading): Promise<boolean> {
  const not = new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))
  return Promise.race([done.then(() => true), not])
}

test('a page has been read when it was given each file that its HTML names', async () => {
  const reading = new PageReading()
  reading.gave('/index.html', html)
  expect(await isDone(reading)).toBe(false)
  reading.gave('/assets/a.js', nothing)
  expect(await isDone(reading)).toBe(false)
  reading.gave('/assets/b.css', nothing)
  expect(await isDone(reading)).toBe(true)
})

test('a page that names nothing has been read at once, and a file alone is no page', async () => {
  const reading = new PageReading()
  reading.gave('/assets/b.css', nothing)
  expect(await isDone(reading)).toBe(false)
  reading.gave('/index.html', Buffer.from('<!doctype html><p>'))
  expect(await isDone(reading)).toBe(true)
})

test('a body is whole, and is said to have been taken when its reader came to its end', async () => {
  let taken = 0
  const reader = bodyOf(Buffer.from('page'), () => taken++).getReader()
  expect(taken).toBe(0)
  expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('page')
  expect(taken).toBe(0)
  expect((await reader.read()).done).toBe(true)
  expect(taken).toBe(1)
})
