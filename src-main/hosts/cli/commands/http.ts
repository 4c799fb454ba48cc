import { createWriteStream, type WriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseUrl } from '@contract'
import { fileFault } from '../../file-fault'
import { argument, command, flag, option, text } from '../command'
import { familyOf, familyTakes, netTakes, runTool } from '../tool'
import { msOf, octetsOf } from '../values'
import { tlsTakes } from './tls-takes'

export const httpCommand = command({
  name: 'http',
  about: 'Connect and make one HTTP request over the modem; exit 1 from 400 on',
  takes: {
    ...netTakes,
    url: argument('<url>', 'http://… or https://…'),
    ...tlsTakes,
    ...familyTakes,
    insecure: flag(
      '--insecure',
      'go on with a certificate that is not trusted; what is wrong is said',
    ),
    method: option('-X, --method <method>', 'GET, or POST when there is a body'),
    body: option('-d, --body <text>', 'what to send; @file reads it from a file', bodyOf),
    contentType: option(
      '--type <type>',
      'content-type of the body',
      text,
      'application/octet-stream',
    ),
    output: option('-o, --output <file>', 'write the answer’s body to a file'),
    maxBytes: option(
      '--max <octets>',
      'longest body to accept: 500k, 20M',
      octetsOf('net.http', 'maxBytes'),
      '16M',
    ),
    timeoutMs: option('--timeout <seconds>', 'for all of it', msOf('net.http', 'timeoutMs'), '60'),
  },
  after:
    'Example: modem-bench http sim:sim7672 http://harvest.soracom.io/ --preset soracom -d \'{"t":21}\' --type application/json',
  run: async (options) => {
    const { url, body, output, maxBytes, timeoutMs, contentType, serverName, insecure, ca } =
      options
    // Before a connection is paid for.
    parseUrl(url)
    const file = output === undefined ? undefined : await created(output)
    try {
      await runTool(options, (bench) => {
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
          contentType,
          tls: { serverName, insecure, ca },
        })
      })
    } finally {
      await ended(file)
    }
  },
})

async function bodyOf(text: string, label: string): Promise<Buffer> {
  if (!text.startsWith('@')) return Buffer.from(text)
  return readFile(text.slice(1)).catch((error: unknown) => {
    throw fileFault(label, error)
  })
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
