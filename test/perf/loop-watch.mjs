import { readFileSync, writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const everyMs = 5
const file = process.env['MODEM_BENCH_LOOP_FILE']

/** Of the first thread: ms that it ran, and ms that it was ready to run and had no processor (Linux, schedstat). */
function had() {
  const [ran = 0, waited = 0] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8')
    .split(' ')
    .map((ns) => Number(ns) / 1e6)
  return { at: performance.now(), ran, waited }
}

if (isMainThread && file && process.platform === 'linux') {
  const turns = []
  let last = had()
  setInterval(() => {
    const now = had()
    turns.push([now.at - last.at - everyMs, now.ran - last.ran, now.waited - last.waited])
    last = now
  }, everyMs).unref()
  process.once('exit', () => writeFileSync(file, JSON.stringify(turns)))
}
