import type { Command } from 'commander'
import { bytesText, Fault, type ProxyState } from '@contract'
import { lostOf, withLink, type LinkArguments } from '../online'
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
      const login = credentialsOf(options.login)
      await withLink(port, options, async ({ call, slot, signal, state }) => {
        const on = await call('net.socks', { slot, on: true, port: listen, budgetBytes, login })
        await announce(on, options)
        const lost = await state
          .until((now) => lostOf(now) ?? (now.net.proxy.spent || undefined), signal)
          .catch((error: unknown) => {
            // Ctrl-C is how one ends it; a link that ended by itself is a failure.
            if (!signal.aborted) throw error
          })
        await report(await call('net.socks', { slot, on: false }), options)
        if (lost instanceof Fault) throw lost
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

async function announce({ port }: ProxyState, { json }: Options): Promise<void> {
  const url = `socks5h://127.0.0.1:${port ?? 0}`
  await (json ? printJson({ proxy: url }) : print(url))
}

async function report(
  { total, refused, rxBytes, txBytes, spent }: ProxyState,
  { json }: Options,
): Promise<void> {
  if (json) return printJson({ total, refused, rxBytes, txBytes, spent })
  const counts = `${total} connections, ${refused} refused, ${bytesText(rxBytes)} in, ${bytesText(txBytes)} out`
  await print(spent ? `${counts}; the budget is used up` : counts)
}
