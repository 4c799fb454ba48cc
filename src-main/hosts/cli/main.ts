import { Command } from 'commander'
import { version } from '../version'
import { atCommand } from './at'
import { connectCommand } from './connect'
import { decodeCommand } from './decode'
import { framesCommand } from './frames'
import { portsCommand } from './ports'
import { serveCommand } from './serve'
import { simCommand } from './sim'
import { exitCode, usageExit } from './exit'

const program = new Command('modem-bench')
  .description('Brings a cellular modem on a bench to life, and says why when it does not connect.')
  .version(version)
  .showHelpAfterError(
    '(modem-bench --help, or modem-bench <command> --help, lists what is expected)',
  )
  .exitOverride()

for (const command of [
  portsCommand(),
  atCommand(),
  connectCommand(),
  simCommand(),
  serveCommand(),
  decodeCommand(),
  framesCommand(),
])
  program.addCommand(command.exitOverride())

program.parseAsync().then(
  () => undefined,
  (error: unknown) => {
    process.exitCode = usageExit(error) ?? exitCode(error)
  },
)
