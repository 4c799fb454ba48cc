import { access } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { Command } from 'commander'
import { durationMs, Fault } from '@contract'
import { fileFault } from '../../file-fault'
import { benchOptions, type BenchArguments } from '../bench-options'
import { languageOf } from '../language'
import { onWholeBench, type WholeBench } from '../on-bench'
import { runScript } from './script-run'
import { badTimeout, help, noModule, noTypeScript } from './words'

interface Options extends BenchArguments {
  readonly timeout?: string
}

export function runCommand(): Command {
  const language = languageOf(process.argv)
  const command = new Command('run')
    .description(help.run[language])
    .argument('<script>', help.script[language])
    .argument('[arguments...]', help.args[language])
  return benchOptions(command)
    .option('--timeout <time>', help.timeout[language])
    .addHelpText('after', help.more[language])
    .action(run)
}

async function run(script: string, args: string[], options: Options): Promise<void> {
  const timeoutMs = timeoutOf(options.timeout)
  await mustBeScript(script)
  const { lang } = options
  const path = resolve(script)
  process.exitCode = await onWholeBench(options, async (bench) => {
    await askNothing(bench)
    return runScript(bench, { path, args, lang, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
  })
}

/** On a bench of its own the script alone asks the modem; one elsewhere is as those want it who use it, too. */
async function askNothing({ call, where }: WholeBench): Promise<void> {
  if (where !== undefined) return
  await call('at.poll', { slot: 'a', on: false })
  await call('at.poll', { slot: 'b', on: false })
}

/** Throws `Fault('bad-input')`. */
function timeoutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
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
