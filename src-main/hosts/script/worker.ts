import { Console } from 'node:console'
import { register } from 'node:module'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { mostUnwritten, type FromScript, type ScriptStart, type ToScript } from './messages'
import { reachBy } from './module'
import { saidOf } from './said'

// What a script imports as "modem-bench" is the module that this one has imported before: nothing is read once more.
const hooks = `
let own
export const initialize = (url) => { own = url }
export const resolve = (name, context, next) =>
  name === 'modem-bench' ? { url: own, format: 'module', shortCircuit: true } : next(name, context)
`

const ownFolder = new URL('.', import.meta.url).href

async function run(port: MessagePort, { path, unwritten }: ScriptStart): Promise<void> {
  const post = (message: FromScript) => port.postMessage(message)
  takeOutput(post, new Int32Array(unwritten))
  process.argv.splice(1, 1, path)
  const fail = (error: unknown) => {
    post({ kind: 'failed', said: saidOf(error, ownFolder, path) })
    process.exit(1)
  }
  process.on('uncaughtException', fail)
  reachBy({
    post,
    hear: (listener) => port.on('message', (message: ToScript) => listener(message)),
    hold: (on) => (on ? port.ref() : port.unref()),
  })
  const own = new URL('script.js', import.meta.url).href
  await import(/* @vite-ignore */ own)
  register(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: own })
  await import(/* @vite-ignore */ pathToFileURL(path).href).catch(fail)
}

/**
 * What is printed leaves at once, also from a loop that never lets go of its thread, and in order with the calls. Whoever prints
 * faster than it is written waits.
 */
function takeOutput(post: (message: FromScript) => void, unwritten: Int32Array): void {
  const printing = (to: 'out' | 'err') =>
    new Writable({
      decodeStrings: false,
      write(chunk: string | Buffer, _encoding, written) {
        const text = typeof chunk === 'string' ? chunk : chunk.toString()
        const now = Atomics.add(unwritten, 0, text.length) + text.length
        post({ kind: 'print', to, text })
        if (now > mostUnwritten) Atomics.wait(unwritten, 0, now)
        written()
      },
    })
  const [stdout, stderr] = [printing('out'), printing('err')]
  Object.defineProperties(process, { stdout: { value: stdout }, stderr: { value: stderr } })
  globalThis.console = new Console({ stdout, stderr })
}

if (parentPort) await run(parentPort, workerData as ScriptStart)
