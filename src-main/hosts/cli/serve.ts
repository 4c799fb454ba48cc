import { Command } from 'commander'
import { Bench } from '@bench/bench'
import { Fault } from '@core/fault'
import { diagnostics } from '../diagnostics'
import { nodeEnvironment } from '../environment'
import { goOn } from '../go-on'
import { sayTroubles } from '../say-troubles'
import { serve } from '../web/server'
import { newToken, tokenOf } from '../web/token'
import { print } from './output'
import { onStopSignal } from './stop-signals'

export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the console to a browser, for a computer without a screen')
    .option('--port <number>', 'TCP port; 0 takes a free one', '8470')
    .option(
      '--host <address>',
      'address to listen on; anything but loopback is reachable by others',
      '127.0.0.1',
    )
    .option(
      '--token-file <file>',
      'keep the token of the address in this file, the same at every start, and print the address without it; made when missing',
    )
    .action(async (options: { port: string; host: string; tokenFile?: string }) => {
      const port = Number(options.port)
      if (!Number.isInteger(port) || port < 0 || port > 65535)
        throw new Fault('bad-input', {
          en: `--port ${options.port}: expected a number from 0 to 65535.`,
          ja: `--port ${options.port}: 0～65535 の数値を指定してください。`,
        })
      const { tokenFile } = options
      const token = tokenFile === undefined ? newToken() : await tokenOf(tokenFile)
      const log = diagnostics('web')
      const bench = new Bench(
        await nodeEnvironment('web', (error, where) => log.error({ error, where })),
      )
      sayTroubles(bench, (words) => process.stderr.write(`modem-bench: ${words.en}\n`))
      await bench.start()
      const host = await serve({ bench, port, host: options.host, token }).catch(
        async (error: unknown) => {
          await bench.stop()
          throw error
        },
      )
      // Before a soak run that goes on has a port, and before the address is out: whoever reads it may end us at once.
      const end = ended()
      await goOn(bench, (words) => process.stderr.write(`modem-bench: ${words.en}\n`))
      await print(tokenFile === undefined ? `${host.url}?token=${token}` : host.url)
      // What a service prints goes to the journal of the system, which more people may read than the file.
      if (tokenFile !== undefined)
        process.stderr.write(
          `modem-bench: open it as ${host.url}?token=…, with the token that ${tokenFile} holds.\n`,
        )
      if (!/^(127\.|::1$|localhost$)/.test(options.host))
        process.stderr.write(
          'modem-bench: anyone who can reach this address and has the token has the modem.\n',
        )
      await end
      await host.close()
      await bench.stop()
    })
}

/** Resolves at Ctrl-C or when the system ends the program. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    onStopSignal(() => resolve())
  })
}
