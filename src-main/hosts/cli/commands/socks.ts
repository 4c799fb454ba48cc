import { bytesText, Fault, type ProxyState } from '@contract'
import { command, option } from '../command'
import { lostOf, withLink } from '../online'
import { print, printJson } from '../output'
import { netTakes } from '../tool'
import { numberOf, octetsOf } from '../values'

export const socksCommand = command({
  name: 'socks',
  about: 'Connect and offer the modem as a SOCKS5 proxy on 127.0.0.1',
  takes: {
    ...netTakes,
    listen: option(
      '--listen <port>',
      'TCP port on loopback; 0 takes a free one',
      numberOf('net.socks', 'port'),
      '1080',
    ),
    budgetBytes: option(
      '--budget <octets>',
      'refuse everything after so much data: 500k, 20M',
      octetsOf('net.socks', 'budgetBytes'),
    ),
    login: option('--login <user:password>', 'ask for these', credentialsOf),
  },
  after:
    'Example: modem-bench socks sim:sim7672 --preset soracom --budget 20M\n         curl --proxy socks5h://127.0.0.1:1080 http://example.com/\nEnds at Ctrl-C, when the link ends, or when the budget is used up.',
  run: async (options) => {
    const { listen: port, budgetBytes = null, login, json } = options
    await withLink(options, async ({ call, slot, signal, state }) => {
      const on = await call('net.socks', { slot, on: true, port, budgetBytes, login })
      const proxy = `socks5h://127.0.0.1:${on.port ?? 0}`
      await (json ? printJson({ proxy }) : print(proxy))
      const lost = await state
        .until((now) => lostOf(now) ?? (now.net.proxy.spent || undefined), signal)
        .catch((error: unknown) => {
          // Ctrl-C is how one ends it; a link that ended by itself is a failure.
          if (!signal.aborted) throw error
        })
      await report(await call('net.socks', { slot, on: false }), json)
      if (lost instanceof Fault) throw lost
    })
  },
})

function credentialsOf(text: string, label: string) {
  const [, user, password] = /^([^:]{1,255}):(.{1,255})$/.exec(text) ?? []
  if (user === undefined || password === undefined)
    throw new Fault('bad-input', {
      en: `${label}: expected user:password.`,
      ja: `${label}：user:password の形式で指定してください。`,
    })
  return { user, password }
}

async function report(
  { total, refused, rxBytes, txBytes, spent }: ProxyState,
  json: boolean,
): Promise<void> {
  if (json) return printJson({ total, refused, rxBytes, txBytes, spent })
  const counts = `${total} connections, ${refused} refused, ${bytesText(rxBytes)} in, ${bytesText(txBytes)} out`
  await print(spent ? `${counts}; the budget is used up` : counts)
}
