import { createWriteStream, type WriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { parseUrl } from '@contract'
import { fileFault } from '../../file-fault'
import type { LinkArguments } from '../online'
import {
  bytesOption,
  familyOf,
  familyOptions,
  netCommand,
  numberOf,
  runTool,
  type FamilyArguments,
} from './run-tool'
import { tlsOptions, trusted, type TlsArguments } from './tls-options'

interface Options extends LinkArguments, TlsArguments, FamilyArguments {
  readonly insecure?: boolean
  readonly method?: string
  readonly body?: string
  readonly type?: string
  readonly output?: string
  readonly max: string
  readonly timeout: string
}

export function httpCommand(): Command {
  return familyOptions(
    tlsOptions(
      netCommand(
        'http',
        'Connect and make one HTTP request over the modem; exit 1 from 400 on',
      ).argument('<url>', 'http://… or https://…'),
    ),
  )
    .option('--insecure', 'go on with a certificate that is not trusted; what is wrong is said')
    .option('-X, --method <method>', 'GET, or POST when there is a body')
    .option('-d, --body <text>', 'what to send; @file reads it from a file')
    .option('--type <type>', 'content-type of the body', 'application/octet-stream')
    .option('-o, --output <file>', 'write the answer’s body to a file')
    .option('--max <octets>', 'longest body to accept: 500k, 20M', '16M')
    .option('--timeout <seconds>', 'for all of it', '60')
    .addHelpText(
      'after',
      '\nExample: modem-bench http sim:sim7672 http://harvest.soracom.io/ --apn soracom.io -d \'{"t":21}\' --type application/json',
    )
    .action(async (port: string, url: string, options: Options) => {
      // Before a connection is paid for.
      parseUrl(url)
      const body = await bodyOf(options.body)
      const ca = await trusted(options)
      const maxBytes = bytesOption('--max', options.max, 1)
      const timeoutMs = numberOf('--timeout', options.timeout, 1, 86_400) * 1000
      const file = options.output === undefined ? undefined : await created(options.output)
      try {
        await runTool(port, options, (bench) => {
          bench.on('body', ({ base64 }) => file?.write(Buffer.from(base64, 'base64')))
          return bench.call('net.http', {
            slot: bench.slot,
            url,
            timeoutMs,
            maxBytes,
            save: file !== undefined,
            family: familyOf(options),
            method: options.method?.toUpperCase(),
            bodyBase64: body?.toString('base64'),
            contentType: options.type,
            tls: { serverName: options.serverName, insecure: options.insecure, ca },
          })
        })
      } finally {
        await ended(file)
      }
    })
}

async function bodyOf(text: string | undefined): Promise<Buffer | undefined> {
  if (text === undefined) return undefined
  if (!text.startsWith('@')) return Buffer.from(text)
  try {
    return await readFile(text.slice(1))
  } catch (error) {
    throw fileFault(`--body ${text}`, error)
  }
}

function created(path: string): Promise<WriteStream> {
  return new Promise((resolve, reject) => {
    const file = createWriteStream(path)
    file.once('open', () => resolve(file))
    file.once('error', (error) => reject(fileFault(`--output ${path}`, error)))
  })
}

function ended(file: WriteStream | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!file) return resolve()
    file.once('error', reject)
    file.end(() => resolve())
  })
}
