import { readFile } from 'node:fs/promises'
import { Fault, isToken } from '@contract'
import type { Reached } from './bench-here'
import type { BenchArguments } from './bench-options'
import { fileFault } from '../file-fault'
import { RemoteSocket } from './remote-socket'
import { keptThere, noBenchAddress, noToken, wrongToken } from './words'

/** A bench that `modem-bench serve` offers, here or on another computer. */
export async function benchThere(
  host: string,
  { tokenFile, caFile, data, journal }: BenchArguments,
): Promise<Reached> {
  if (data !== undefined || !journal) throw new Fault('bad-input', keptThere)
  const url = benchUrl(host, `--host ${host}`)
  const socket = await RemoteSocket.open({
    url,
    token: await benchToken(tokenFile),
    ca: caFile === undefined ? undefined : await textOf('--ca-file', caFile),
  })
  return {
    where: url.host,
    transport: socket,
    onReturn: (back) => socket.onReturn(back),
    onGone: (gone) => socket.onGone(gone),
    end: async () => socket.end(),
  }
}

/** Where a bench is served; `label`: how the person gave it. */
export function benchUrl(text: string, label: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  // A token in the address would be in the list of processes.
  if (url && /^https?:$/.test(url.protocol) && url.search === '') return url
  throw new Fault('bad-input', noBenchAddress(label.replace(/\?.*/s, '?…')))
}

/** The token in a file, or the one of the environment. */
export async function benchToken(file: string | undefined): Promise<string> {
  const token =
    file === undefined
      ? (process.env['MODEM_BENCH_TOKEN'] ?? '')
      : (await textOf('--token-file', file)).trim()
  if (isToken(token)) return token
  throw new Fault('bad-input', file === undefined ? noToken : wrongToken(file))
}

const textOf = (option: string, file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw fileFault(`${option} ${file}`, error)
  })
