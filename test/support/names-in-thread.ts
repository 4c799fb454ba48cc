import { parentPort, workerData } from 'node:worker_threads'
import { NameTable } from '@core/log/redact/name-table'
import { Pseudonyms } from '@core/log/redact/pseudonyms'

/** Names all values in an order of its own, as soon as all threads are there. */
const { memory, ready, threads, count, step } = workerData as {
  memory: SharedArrayBuffer
  ready: Int32Array
  threads: number
  count: number
  step: number
}
const names = new Pseudonyms(new NameTable(memory))
const values = Array.from({ length: count }, (_, at) => `value ${(at * step) % count}`)
if (Atomics.add(ready, 0, 1) + 1 === threads) Atomics.notify(ready, 0)
else
  for (let seen = Atomics.load(ready, 0); seen < threads; seen = Atomics.load(ready, 0))
    Atomics.wait(ready, 0, seen, 10)
const given = values.map((value) => [value, names.nameOf('token', value)])
parentPort?.postMessage(Object.fromEntries(given))
