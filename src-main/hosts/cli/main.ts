#!/usr/bin/env node
import { Command } from 'commander'
import { version } from '../version'
import { commands } from './commands'
import { exitCode, usageExit } from './exit'
import { inJapanese } from './help/japanese'
import { inEitherLanguage, languageOf } from './language'
import { endWithReader } from './output'

const program = new Command('modem-bench')
  .description('Brings a cellular modem on a bench to life, and says why when it does not connect.')
  .version(version)
  .showHelpAfterError(
    '(modem-bench --help, or modem-bench <command> --help, lists what is expected)',
  )
  // A command that has commands of its own beside its arguments (soracom platform) leaves them their options.
  .enablePositionalOptions()
  .exitOverride()

/** The command that is called is loaded alone: a filter in a pipe does not wait for the modules of the web server. */
async function called(): Promise<Command[]> {
  const [, , name = ''] = process.argv
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load) return [await load()]
  if (name === '--version' || name === '-V') return []
  return Promise.all(Object.values(commands).map((each) => each()))
}

async function run(): Promise<void> {
  for (const command of await called()) program.addCommand(inEitherLanguage(command).exitOverride())
  // Said outright: commander takes Electron, on which the packaged command runs, for a packaged window.
  if (languageOf(process.argv) === 'ja') inJapanese(program)
  await program.parseAsync(process.argv, { from: 'node' })
}

endWithReader()
/** Resolves when the command has ended, whatever came of it. */
export const done: Promise<void> = run().then(
  () => undefined,
  (error: unknown) => {
    process.exitCode = usageExit(error) ?? exitCode(error)
  },
)
