import type { Command } from 'commander'
import { bytesText } from '@core/ip/budget'
import { dialOver } from '@core/ip/socks-dial'
import { Fault } from '@core/fault'
import type { SocksProxy } from '@core/ports/socks-proxy'
import { openSocksServer } from '@platform/network/socks-server'
import { withLink, type LinkArguments } from '../online'
import { print, printJson } from '../output'
import { bytesOption, netCommand, wholeOf } from './run-tool'

interface Options extends LinkArguments {
  readonly listen: string
  readonly budget?: string
  readonly login?: string
}

export function socksCommand(): Command {
  return netCommand('socks', 'Connect and offer the modem as a SOCKS5 proxy on 127.0.0.1')
    .option('--listen <port>', 'TCP port on loopback; 0 takes a free one', '1080')
    .option('--budget <octets>', 'refuse everything after so much data: 500k, 20M')
    .option('--login <user:password>', 'ask for these')
    .addHelpText(
      'after',
      '\nExample: modem-bench socks sim:sim7672 --apn soracom.io --budget 20M\n         curl --proxy socks5h://127.0.0.1:1080 http://example.com/\nEnds at Ctrl-C, when the link ends, or when the budget is used up.',
    )
    .action(async (port: string, options: Options) => {
      const listen = wholeOf('--listen', options.listen, 0, 65_535)
      const budgetBytes =
        options.budget === undefined ? null : bytesOption('--budget', options.budget, 1000)
      const credentials = credentialsOf(options.login)
      await withLink(port, options, async ({ host, signal }) => {
        const spent = new AbortController()
        const proxy = await openSocksServer({
          dial: dialOver(() => host),
          port: listen,
          budgetBytes,
          credentials,
          onChange: () => {
            if (proxy.state.spent) spent.abort()
          },
        })
        try {
          await announce(proxy, options)
          await aborted(AbortSignal.any([signal, spent.signal]))
          await report(proxy, options, spent.signal.aborted)
        } finally {
          await proxy.close()
        }
        // Ctrl-C is how one ends it; a link that ended by itself is a failure.
        const { reason } = signal
        if (reason instanceof Fault && reason.code !== 'connect-cancelled') throw reason
      })
    })
}

function credentialsOf(login: string | undefined) {
  if (login === undefined) return undefined
  const [, user, password] = /^([^:]{1,255}):(.{1,255})$/.exec(login) ?? []
  if (user === undefined || password === undefined)
    throw new Fault('bad-input', {
      en: `--login ${login}: expected user:password.`,
      ja: `--login ${login}: user:password の形式で指定してください。`,
    })
  return { user, password }
}

async function announce(proxy: SocksProxy, { json }: Options): Promise<void> {
  const url = `socks5h://127.0.0.1:${proxy.state.port ?? 0}`
  await (json ? printJson({ proxy: url }) : print(url))
}

async function report(proxy: SocksProxy, { json }: Options, spent: boolean): Promise<void> {
  const { total, refused, rxBytes, txBytes } = proxy.state
  if (json) return printJson({ total, refused, rxBytes, txBytes, spent })
  const counts = `${total} connections, ${refused} refused, ${bytesText(rxBytes)} in, ${bytesText(txBytes)} out`
  await print(spent ? `${counts}; the budget is used up` : counts)
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
