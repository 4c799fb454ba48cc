#!/usr/bin/env node
import { Command } from 'commander'
import { version } from '../version'
import { commands } from './commands'
import { exitCode, usageExit } from './exit'
import { inEitherLanguage } from './language'
import { endWithReader } from './output'

<<<<<<< HEAD
/** In the order of the help. */
const commands: { readonly [name: string]: () => Promise<Command> } = {
  ports: async () => (await import('./filters/ports')).portsCommand(),
  probe: async () => (await import('./probe')).probeCommand(),
  leftovers: async () => (await import('./leftovers')).leftoversCommand(),
  at: async () => (await import('./at')).atCommand(),
  back: async () => (await import('./back')).backCommand(),
  connect: async () => (await import('./connect')).connectCommand(),
  'sim-card': async () => (await import('./card/card')).cardCommand(),
  contexts: async () => (await import('./contexts/contexts')).contextsCommand(),
  ussd: async () => (await import('./ussd')).ussdCommand(),
  phonebook: async () => (await import('./phonebook')).phonebookCommand(),
  position: async () => (await import('./position/position')).positionCommand(),
  sockets: async () => (await import('./sockets/sockets')).socketsCommand(),
  radio: async () => (await import('./radio/radio')).radioCommand(),
  files: async () => (await import('./files/files')).filesCommand(),
  sms: async () => (await import('./sms/sms')).smsCommand(),
  ping: async () => (await import('./net/ping')).pingCommand(),
  dns: async () => (await import('./net/dns')).dnsCommand(),
  http: async () => (await import('./net/http')).httpCommand(),
  tls: async () => (await import('./net/tls')).tlsCommand(),
  mqtt: async () => (await import('./net/mqtt')).mqttCommand(),
  throughput: async () => (await import('./net/throughput')).throughputCommand(),
  bufferbloat: async () => (await import('./net/bufferbloat')).bufferbloatCommand(),
  socks: async () => (await import('./net/socks')).socksCommand(),
  traceroute: async () => (await import('./net/traceroute')).tracerouteCommand(),
  mtu: async () => (await import('./net/mtu')).mtuCommand(),
  ntp: async () => (await import('./net/ntp')).ntpCommand(),
  soracom: async () => (await import('./soracom/soracom')).soracomCommand(),
  power: async () => (await import('./power')).powerCommand(),
  gpio: async () => (await import('./filters/gpio')).gpioCommand(),
  sim: async () => (await import('./filters/sim')).simCommand(),
  share: async () => (await import('./filters/share')).shareCommand(),
  serve: async () => (await import('./serve')).serveCommand(),
  token: async () => (await import('./filters/token')).tokenCommand(),
  api: async () => (await import('./filters/api')).apiCommand(),
  mcp: async () => (await import('./mcp')).mcpCommand(),
  open: async () => (await import('./open-window')).openCommand(),
  decode: async () => (await import('./filters/decode')).decodeCommand(),
  frames: async () => (await import('./filters/frames')).framesCommand(),
  idle: async () => (await import('./idle')).idleCommand(),
  failover: async () => (await import('./failover/failover')).failoverCommand(),
  soak: async () => (await import('./failover/soak')).soakCommand(),
  test: async () => (await import('./test')).testCommand(),
  run: async () => (await import('./run/run')).runCommand(),
  pcap: async () => (await import('./filters/pcap')).pcapCommand(),
  journals: async () => (await import('./filters/journals')).journalsCommand(),
  explain: async () => (await import('./filters/explain')).explainCommand(),
  diff: async () => (await import('./filters/diff')).diffCommand(),
}

=======
>>>>>>> 944e0e31 (Describe each command of the command line as data, read its options once, and open nothing before)
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
