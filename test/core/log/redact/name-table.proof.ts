import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { NameTable } from '@core/log/redact/name-table'
import { seededChance } from '@core/ports/chance'
import { bundled } from '../../../support/bundled'
import { cases } from '../../../support/proofs'

const threads = 4
const count = 5_003
const rounds = cases(40, 5)

/** What each thread called the values; each goes through them in another order. */
async function named(file: string, memory: SharedArrayBuffer) {
  const ready = new Int32Array(new SharedArrayBuffer(4))
  const answers = Array.from({ length: threads }, (_, at) => {
    const step = [1, count - 1, 7, 1013][at]
    const worker = new Worker(file, { workerData: { memory, ready, threads, count, step } })
    return new Promise<Record<string, string>>((found, failed) => {
      worker.once('message', found).once('error', failed)
    })
  })
  return Promise.all(answers)
}

test('threads that name the same values at the same time agree on each of them', async () => {
  const file = await bundled(resolve(import.meta.dirname, '../../../support/names-in-thread.ts'))
  for (let round = 0; round < rounds; round++) {
    const all = await named(file, NameTable.memory(seededChance(round)))
    const [first] = all
    expect(Object.keys(first ?? {})).toHaveLength(count)
    for (const other of all) expect(other).toEqual(first)
    expect(new Set(Object.values(first ?? {})).size).toBe(count)
  }
})
