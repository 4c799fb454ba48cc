import { access } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { durationMs, Fault } from '@contract'
import { fileFault } from '../../file-fault'
import { benchTakes } from '../bench-options'
import { argument, command, option, type Build } from '../command'
import { languageOf } from '../language'
import { onWholeBench, type WholeBench } from '../on-bench'
import { runScript } from '../run/script-run'
import { badTimeout, help, noModule, noTypeScript } from '../run/words'

/** Made when it is called for: its help is in the language of the call. */
export const runCommand: Build = () => {
  const language = languageOf(process.argv)
  const described = command({
    name: 'run',
    about: help.run[language],
    takes: {
      script: argument('<script>', help.script[language]),
      args: argument('[arguments...]', help.args[language]),
      ...benchTakes,
      timeoutMs: option('--timeout <time>', help.timeout[language], timeoutOf),
    },
    after: help.more[language].trimStart(),
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
  return described()
}

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
