import { Command } from 'commander'
import { version } from '../version'
import { atCommand } from './at'
import { connectCommand } from './connect'
import { decodeCommand } from './decode'
import { explainCommand } from './explain'
import { failoverCommand } from './failover'
import { framesCommand } from './frames'
import { gpioCommand } from './gpio'
import { idleCommand } from './idle'
import { leftoversCommand } from './leftovers'
import { dnsCommand } from './net/dns'
import { httpCommand } from './net/http'
import { ntpCommand } from './net/ntp'
import { pingCommand } from './net/ping'
import { socksCommand } from './net/socks'
import { soracomCommand } from './net/soracom'
import { throughputCommand } from './net/throughput'
import { tracerouteCommand } from './net/traceroute'
import { pcapCommand } from './pcap'
import { portsCommand } from './ports'
import { powerCommand } from './power'
import { probeCommand } from './probe'
import { serveCommand } from './serve'
import { simCommand } from './sim'
import { soakCommand } from './soak'
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
  probeCommand(),
  leftoversCommand(),
  atCommand(),
  connectCommand(),
  pingCommand(),
  dnsCommand(),
  httpCommand(),
  throughputCommand(),
  socksCommand(),
  tracerouteCommand(),
  ntpCommand(),
  soracomCommand(),
  powerCommand(),
  gpioCommand(),
  simCommand(),
  serveCommand(),
  decodeCommand(),
  framesCommand(),
  idleCommand(),
  failoverCommand(),
  soakCommand(),
  pcapCommand(),
  explainCommand(),
])
  program.addCommand(command.exitOverride())

program.parseAsync().then(
  () => undefined,
  (error: unknown) => {
    process.exitCode = usageExit(error) ?? exitCode(error)
  },
)
