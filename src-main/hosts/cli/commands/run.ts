import { access } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { durationMs, Fault } from '@contract'
import { fileFault } from '../../file-fault'
import { benchTakes } from '../bench-options'
import { argument, command, option } from '../command'
import { onWholeBench, type WholeBench } from '../on-bench'
import { runScript } from '../run/script-run'
import { badTimeout, noModule, noTypeScript } from '../run/words'

export const runCommand = command({
  name: 'run',
  about: 'Run a script in JavaScript or TypeScript that works with the bench',
  takes: {
    script: argument('<script>', 'a module (.mjs) that imports openBench from "modem-bench"'),
    args: argument(
      '[arguments...]',
      'arguments of the script, behind --; it reads them from process.argv',
    ),
    ...benchTakes,
    timeoutMs: option(
      '--timeout <time>',
      'end the script after so long: 90s, 10m, 1h30m (default: it may take as long as it likes)',
      timeoutOf,
    ),
  },
  after: `A script is a program of yours and may do whatever you may: run none that you have not read. Ctrl-C tells it to end, ends it 3 s
later, hangs up and closes the ports that it opened. What it prints itself is not masked.
Exit code: 0 done, 1 the script threw or was stopped, 2 wrong call, 3 the bench of --host cannot be reached; process.exitCode of the script counts.
The types for an editor: modem-bench api script. Examples: resources/examples/scripts. The guide: docs/guides/scripts.md
Example: modem-bench run attach-timing.mjs --timeout 1h -- sim:sim7672 --cycles 10`,
  run: async (options) => {
    const { script, args, timeoutMs, lang } = options
    await mustBeScript(script)
    const path = resolve(script)
    process.exitCode = await onWholeBench(options, async (bench) => {
      await askNothing(bench)
      return runScript(bench, { path, args, lang, timeoutMs })
    })
  },
})

/** On a bench of its own the script alone asks the modem; one elsewhere is as those want it who use it, too. */
async function askNothing({ call, where }: WholeBench): Promise<void> {
  if (where !== undefined) return
  await call('at.poll', { slot: 'a', on: false })
  await call('at.poll', { slot: 'b', on: false })
}

/** Throws `Fault('bad-input')`. */
function timeoutOf(text: string): number {
  const ms = durationMs(text)
  // A longer one would end at once: a timer of Node counts in 31 bits.
  if (ms !== undefined && ms > 0 && ms < 2 ** 31) return ms
  throw new Fault('bad-input', badTimeout(text))
}

/** Throws `Fault('bad-input')`. */
async function mustBeScript(path: string): Promise<void> {
  await access(path).catch((error: unknown) => {
    throw fileFault(path, error)
  })
  const ending = extname(path)
  if (/^\.[mc]?ts$/.test(ending) && !readsTypeScript())
    throw new Fault('bad-input', noTypeScript(path, process.versions.node))
  if (!/^\.(m?js|m?ts)$/.test(ending)) throw new Fault('bad-input', noModule(path))
}

const readsTypeScript = () =>
  'typescript' in process.features && process.features.typescript !== false
