import type { Command } from 'commander'
import { Fault } from '@contract'
import type { LinkArguments } from '../online'
import { netCommand, runTool } from './run-tool'
import { tlsOptions, trusted, type TlsArguments } from './tls-options'

interface Options extends LinkArguments, TlsArguments {}

export function tlsCommand(): Command {
  return tlsOptions(
    netCommand(
      'tls',
      'Connect, make a TLS handshake over the modem, and judge the certificate; exit 1 when it is not trusted',
    ).argument('<host[:port]>', 'a name or an IPv4 address; the port is 443 unless it is given'),
  )
    .addHelpText(
      'after',
      '\nExample: modem-bench tls sim:sim7672 mqtt.example.com:8883 --apn soracom.io',
    )
    .action(async (path: string, where: string, options: Options) => {
      const { host, port } = placeOf(where)
      const ca = await trusted(options)
      const { serverName } = options
      await runTool(path, options, ({ call, slot }) =>
        call('net.tls', { slot, host, port, serverName, ca }),
      )
    })
}

function placeOf(where: string): { readonly host: string; readonly port: number } {
  const match = /^([^:/\s]+)(?::(\d{1,5}))?$/.exec(where)
  const host = match?.[1]
  const port = Number(match?.[2] ?? 443)
  if (host === undefined || port < 1 || port > 65_535)
    throw new Fault('bad-input', {
      en: `${where}: expected host or host:port, such as example.com:443.`,
      ja: `${where}: ホストまたはホスト:ポートを指定してください（例：example.com:443）。`,
    })
  return { host, port }
}
