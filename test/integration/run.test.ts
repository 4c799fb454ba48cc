import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli, startCli, type CommandEnded } from '../support/cli'
import { root } from '../support/needs'

const examples = join(root, 'resources/examples/scripts')
const quick = 'sim:sim7672?speed=100'

let folder: string
beforeAll(() => {
  // Without any node_modules around it, as a script of a person lies.
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'modem-bench-run-')))
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

function script(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const run = (path: string, ...args: readonly string[]): Promise<CommandEnded> =>
  runCli(['run', path, '--no-journal', ...args], { cwd: folder })

describe('the examples', () => {
  const examplesOf = async (name: string, ...args: string[]) =>
    run(join(examples, name), '--', quick, ...args)

  test.concurrent('attach timing has a line a cycle and the table', async () => {
    const { code, out, err } = await examplesOf(
      'attach-timing.mjs',
      ...['--cycles', '3', '--every', '10'],
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^(\d\t\d+\.\d\d s\n){3}registered\t3 of 3\nmin\t\S+ s\nmedian\t\S+ s\nmax\t\S+ s\n$/,
    )
  })
  test.concurrent('a reconnect storm counts what became of each connection', async () => {
    const { code, out, err } = await examplesOf('reconnect-storm.mjs', '--times', '2')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^(\d\tconnected\t\S+ s\n){2}2 of 2\tconnected\n$/)
  })
  test.concurrent('a band walk tells which band has a network', async () => {
    const { code, out, err } = await examplesOf(
      'band-walk.mjs',
      ...['--bands', '1,B28', '--every', '10', '--limit', '1'],
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^B1\t44\d{3}\t-\d+ dBm\nB28\t(44\d{3}\t-\d+ dBm|no network)\n$/)
  })
})

test.concurrent('an error tells file and line, and the exit code says that it failed', async () => {
  const thrown = await run(
    script('thrown.mjs', "const wrong = () => {\n  throw new Error('no signal')\n}\nwrong()\n"),
  )
  expect(thrown).toMatchObject({ code: 1, out: '' })
  expect(thrown.err).toBe(
    `modem-bench: ${join(folder, 'thrown.mjs')}:2:9: Error: no signal\n    at ${join(folder, 'thrown.mjs')}:4:1\n`,
  )
  const unread = await run(script('unread.mjs', 'const a = 1\nconst b = = 2\n'))
  expect(unread).toMatchObject({ code: 1 })
  expect(unread.err).toContain(`${join(folder, 'unread.mjs')}:2: SyntaxError: `)
})

test.concurrent('what a script says is its exit code; one that waits in vain is told', async () => {
  expect(await run(script('said.mjs', 'process.exitCode = 5\n'))).toMatchObject({
    code: 5,
    err: '',
  })
  const vain = await run(script('vain.mjs', 'await new Promise(() => {})\n'))
  expect(vain).toMatchObject({ code: 1, err: expect.stringContaining('"await"') })
})

test.concurrent('a wrong call is told before anything is opened', async () => {
  const typed = script('typed.txt', '')
  for (const [args, said] of [
    [[typed], 'ends in .mjs'],
    [[join(folder, 'nothing.mjs')], 'there is no such file'],
    [[script('fine.mjs', ''), '--timeout', 'soon'], 'such as 90s'],
  ] as const)
    expect(await runCli(['run', ...args])).toMatchObject({
      code: 2,
      err: expect.stringContaining(said),
    })
  const ts = script('typed.ts', "const said: string = 'typed'\nconsole.log(said)\n")
  const ended = await run(ts)
  // Node 22.18 and newer read it.
  if ('typescript' in process.features && process.features.typescript !== false)
    expect(ended).toMatchObject({ code: 0, out: 'typed\n' })
  else expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('npx esbuild') })
})

const endless = `
import { openBench } from 'modem-bench'
const bench = await openBench()
const slot = bench.slot('a')
await slot.open('${quick}')
const { result } = await slot.connect({ preset: 'soracom', pingHost: '' })
console.log(result)
console.log('now it hangs')
for (;;);
`

test.concurrent('an endless loop is ended by Ctrl-C: hung up, port closed, journal whole', async () => {
  const data = join(folder, 'data')
  const running = startCli(['run', script('endless.mjs', endless), '--data', data])
  await running.said(/now it hangs/)
  const { code, err, journals } = await running.stop()
  expect(code).toBe(1)
  expect(err).toContain('the script was stopped')
  const { out } = await runCli(['explain', journals[0] ?? '', '--lang', 'en'])
  const hungUp = out.indexOf('LCP TermReq')
  expect(out.slice(0, hungUp)).toContain('CONNECT')
  expect(out.slice(hungUp)).toContain('sim:sim7672 closed')
})

test.concurrent('the time limit ends it, too, after it was told; what it does then counts', async () => {
  const path = script(
    'told.mjs',
    `
import { openBench, sleep } from 'modem-bench'
const { signal } = await openBench()
const told = () => console.log('told')
if (signal.aborted) told()
else signal.addEventListener('abort', told)
await sleep(3_600_000)
`,
  )
  const { code, out, err } = await run(path, '--timeout', '200ms')
  expect({ code, out }).toEqual({ code: 1, out: 'told\n' })
  expect(err).toContain('longer than 200 ms')
  expect(err).not.toContain('AbortError')
})

test.concurrent('the types of "api script" hold the examples and what is wrong', async () => {
  await runCli(['api', 'script', '--to', folder])
  script(
    'checked.mts',
    `
import { openBench, sleep, BenchFault } from 'modem-bench'
const bench = await openBench()
const slot = bench.slot('a')
await slot.open('sim:sim7672', { baudRate: 9600 })
const lines: readonly string[] = (await slot.at('AT+CSQ', { timeoutMs: 500 })).lines
const { result } = await slot.connect({ preset: 'soracom' })
bench.on('rows', ({ rows }) => rows.map(({ text }) => text.length + lines.length))
const rssi: number | undefined = (await slot.fact('rsrp'))?.number
const registered = await slot.until(({ ip }) => ip?.address ?? undefined, { timeoutMs: 1 })
// @ts-expect-error there is no slot c
bench.slot('c')
// @ts-expect-error there is no such call
await bench.call('at.nothing')
// @ts-expect-error milliseconds are a number
await sleep('1s')
try {
  await bench.call('port.close', { slot: 'a' })
} catch (error) {
  if (error instanceof BenchFault) console.log(error.code, error.tries, result, rssi, registered)
}
`,
  )
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      compiler,
      ...'--noEmit --strict --noImplicitAny false --allowJs --checkJs --target es2023'.split(' '),
      ...'--module nodenext --lib es2023,dom --types node --skipLibCheck --typeRoots'.split(' '),
      ...[join(root, 'node_modules/@types'), 'checked.mts', 'modem-bench.d.ts'],
      ...readdirSync(examples).map((name) => join(examples, name)),
    ],
    { cwd: folder },
  ).catch((error: unknown) => error as { stdout: string })
  expect(stdout).toBe('')
})
