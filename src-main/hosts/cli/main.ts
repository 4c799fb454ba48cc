#!/usr/bin/env node
import type { Command } from 'commander'
import { commands } from './commands'
import { exitCode, usageExit } from './exit'
import { commandNamed, inEitherLanguage } from './language'
import { endWithReader } from './output'
import { inItsLanguage, newProgram } from './program'

const program = newProgram()

/** The command that is called is loaded alone: a filter in a pipe does not wait for the modules of the web server. */
async function called(): Promise<Command[]> {
  const name = commandNamed(process.argv.slice(2)) ?? ''
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load) return [await load()]
  if (name === '--version' || name === '-V') return []
  return Promise.all(Object.values(commands).map((each) => each()))
}

async function run(): Promise<void> {
  for (const command of await called()) program.addCommand(inEitherLanguage(command).exitOverride())
  // Said outright: commander takes Electron, on which the packaged command runs, for a packaged window.
  await inItsLanguage(program).parseAsync(process.argv, { from: 'node' })
}

endWithReader()
/** Resolves when the command has ended, whatever came of it. */
export const done: Promise<void> = run().then(
  () => undefined,
  (error: unknown) => {
    process.exitCode = usageExit(error) ?? exitCode(error)
  },
)
