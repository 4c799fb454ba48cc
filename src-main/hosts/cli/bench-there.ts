import { readFile } from 'node:fs/promises'
import { Fault, isToken, type Words } from '@contract'
import type { Reached } from './bench-here'
import type { BenchArguments } from './bench-options'
import { fileFault } from '../file-fault'
import { RemoteSocket } from './remote-socket'

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

const keptThere: Words = {
  en: '--data and --no-journal are for a bench of this computer; the one of --host keeps its own journal.',
  ja: '--data と --no-journal はこのコンピューターで実行する場合の指定です。--host の接続先は独自のジャーナルを保存します。',
}
const noBenchAddress = (label: string): Words => ({
  en: `${label}: expected the address of modem-bench serve without its token, such as http://pi.local:8080/.`,
  ja: `${label}：modem-bench serve のアドレスをトークンなしで指定してください（例：http://pi.local:8080/）。`,
})
const noToken: Words = {
  en: '--token-file is missing: the file with the token of that bench. Else MODEM_BENCH_TOKEN counts.',
  ja: '--token-file で接続先のトークンのファイルを指定してください（または MODEM_BENCH_TOKEN）。',
}
const wrongToken = (file: string): Words => ({
  en: `--token-file ${file}: it holds no token, which is one line of letters, digits and - . _ ~.`,
  ja: `--token-file ${file}：トークン（英数字と - . _ ~ の 1 行）がありません。`,
})
