import type { Command } from 'commander'
import { Fault } from '@contract'
import type { LinkArguments } from '../online'
import { familyOf, familyOptions, netCommand, runTool, type FamilyArguments } from './run-tool'
import { tlsOptions, trusted, type TlsArguments } from './tls-options'

interface Options extends LinkArguments, TlsArguments, FamilyArguments {}

export function tlsCommand(): Command {
  return familyOptions(
    tlsOptions(
      netCommand(
        'tls',
        'Connect, make a TLS handshake over the modem, and judge the certificate; exit 1 when it is not trusted',
      ).argument('<host[:port]>', 'a name or an address; the port is 443 unless it is given'),
    ),
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
        call('net.tls', { slot, host, port, serverName, ca, family: familyOf(options) }),
      )
    })
}

/** An IPv6 address without a port needs no brackets. */
const addressIn = (where: string) =>
  /^[\da-f.]*:[\da-f:.]*:[\da-f:.]*$/i.test(where) ? where : undefined

function placeOf(where: string): { readonly host: string; readonly port: number } {
  const match = /^(?:\[([\da-f:.]+)\]|([^:/\s]+))(?::(\d{1,5}))?$/i.exec(where)
  const host = match?.[1] ?? match?.[2] ?? addressIn(where)
  const port = Number(match?.[3] ?? 443)
  if (host === undefined || port < 1 || port > 65_535)
    throw new Fault('bad-input', {
      en: `${where}: expected host or host:port, such as example.com:443 or [2001:db8::1]:443.`,
      ja: `${where}: ホストまたはホスト:ポートを指定してください（例：example.com:443、[2001:db8::1]:443）。`,
    })
  return { host, port }
}
