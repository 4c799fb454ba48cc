import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Thread, ThreadEnd } from '@core/ports/thread'
import { threadOf } from '@platform/threads/start-thread'

const folder = mkdtempSync(join(tmpdir(), 'modem-bench-thread-'))
let thread: Thread | undefined
afterEach(async () => {
  await thread?.end()
  thread = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** Starts a thread of these lines; what it says is waited for. */
function started(lines: string, data: unknown, mostMib = 64) {
  const file = join(mkdtempSync(join(tmpdir(), 'modem-bench-thread-')), 'thread.mjs')
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads'\n${lines}\n`)
  const messages: unknown[] = []
  let heard = () => {}
  const end = new Promise<ThreadEnd>((resolve) => {
    thread = threadOf(file, mostMib)(data, {
      message: (message) => {
        messages.push(message)
        heard()
      },
      ended: resolve,
    })
  })
  const next = () =>
    new Promise<unknown>((resolve) => {
      const look = () => messages.length > 0 && resolve(messages.shift())
      heard = look
      look()
    })
  return { end, next, post: (message: unknown) => thread?.post(message) }
}

test('a thread begins with its data, shares memory and answers', async () => {
  const memory = new SharedArrayBuffer(4)
  const { next, post } = started(
    `const words = new Int32Array(workerData.memory)
     parentPort.on('message', (add) => parentPort.postMessage(Atomics.add(words, 0, add) + add))`,
    { memory },
  )
  post(20)
  expect(await next()).toBe(20)
  post(1)
  expect(await next()).toBe(21)
  expect(new Int32Array(memory)[0]).toBe(21)
})

test('a thread that needs more memory than it may have ends alone, and that is what is told', async () => {
  const { end } = started('const all = []\nfor (;;) all.push(new Array(1000).fill({}))', null, 16)
  expect(await end).toEqual({ kind: 'memory', mib: 16 })
})

test('an error that nobody catches there is told', async () => {
  const { end } = started(`throw new Error('a bad thing')`, null)
  const told = await end
  expect(told.kind === 'error' && String(told.error)).toContain('a bad thing')
})

test('a thread that just ends is told', async () => {
  const { end } = started('process.exit(3)', null)
  const told = await end
  expect(told.kind === 'error' && String(told.error)).toContain('exit code 3')
})

test('a file that is not there is told', async () => {
  const end = new Promise<ThreadEnd>((resolve) => {
    thread = threadOf(join(folder, 'none.js'), 16)(null, { message: () => {}, ended: resolve })
  })
  expect((await end).kind).toBe('error')
})
