// One process for many commands of the command line, each with a terminal, arguments and environment of its own: what a command
// needs of its process is put in the place of the process's own. Started by support/command.ts, which says what it is good for.
import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'

const [, , cli, leftOpen] = process.argv
const leftOpenMs = Number(leftOpen)
const current = new AsyncLocalStorage()
const real = process
/** Commands that run. What an add-on calls comes without a context on Node 24: it is of the one command that runs, if it is one. */
const running = new Set()
const ofCommand = () => current.getStore() ?? (running.size === 1 ? [...running][0] : undefined)
const its = {
  argv: real.argv,
  env: real.env,
  stdout: real.stdout,
  stderr: real.stderr,
  stdin: real.stdin,
}
for (const name of Object.keys(its))
  Object.defineProperty(real, name, {
    configurable: true,
    get: () => (ofCommand() ?? its)[name],
  })
// Node lets nobody define this one anew.
globalThis.process = new Proxy(real, {
  get: (target, name) =>
    name === 'exitCode' ? (ofCommand() ?? real).exitCode : Reflect.get(target, name),
  set(target, name, value) {
    if (name === 'exitCode') (ofCommand() ?? real).exitCode = value
    else target[name] = value
    return true
  },
})

const collecting = (take) =>
  new Writable({
    write(chunk, _encoding, done) {
      take(Buffer.from(chunk))
      done()
    },
  })

let number = 0
async function run({ id, args, env, input }) {
  const out = []
  const err = []
  const command = {
    argv: [its.argv[0], cli, ...args],
    env: { ...its.env, ...env },
    stdout: collecting((chunk) => out.push(chunk)),
    stderr: collecting((chunk) => err.push(chunk)),
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)], { objectMode: false }),
    exitCode: undefined,
  }
  running.add(command)
  await current
    .run(command, async () => {
      // The table of commands alone is read anew; what it loads is there already.
      const { done } = await import(`${pathToFileURL(cli).href}?${++number}`)
      await done
    })
    .finally(() => running.delete(command))
  real.send({
    id,
    code: command.exitCode ?? 0,
    out: Buffer.concat(out).toString(),
    err: Buffer.concat(err).toString(),
  })
}

// When the tests are over nothing may hold this process up: what a command left open would have held its own up, too.
real.on('disconnect', () => setTimeout(() => real.exit(3), leftOpenMs).unref())
real.on('message', (message) => {
  run(message).catch((error) => real.send({ id: message.id, error: String(error?.stack ?? error) }))
})
await current.run(
  {
    ...its,
    argv: [its.argv[0], cli, '--version'],
    stdout: collecting(() => undefined),
    exitCode: undefined,
  },
  async () => (await import(pathToFileURL(cli).href)).done,
)
real.send({ ready: true })
