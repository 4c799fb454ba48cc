import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { Fault } from '@core/fault'
import type { Store } from '@core/ports/store'
import { fileFault } from '../file-fault'
import { addressesOf } from './addresses'
import { fingerprintOf, selfCertificate } from './self-certificate'

export interface TlsOptions {
  readonly tls?: string
  readonly tlsCert?: string
  readonly tlsKey?: string
}

export interface Tls {
  readonly cert: string
  readonly key: string
  /** Of a certificate that nobody has signed: what people compare. */
  readonly fingerprint?: string
}

const file = 'tls-self.json'

/** The certificate that was asked for; undefined: plain HTTP. Rejects with `Fault('bad-input')`. */
export async function tlsOf(options: TlsOptions, store: Store): Promise<Tls | undefined> {
  const { tls, tlsCert, tlsKey } = options
  if (tls === undefined && tlsCert === undefined && tlsKey === undefined) return undefined
  if (tls !== undefined && (tlsCert !== undefined || tlsKey !== undefined))
    throw wrong(
      '--tls self, or --tls-cert and --tls-key: give one of them.',
      '--tls self か、--tls-cert と --tls-key のどちらかを指定してください。',
    )
  if (tls !== undefined) return selfMade(store)
  if (tlsCert === undefined || tlsKey === undefined)
    throw wrong(
      '--tls-cert and --tls-key go together.',
      '--tls-cert と --tls-key は両方を指定してください。',
    )
  return { cert: await textOf('--tls-cert', tlsCert), key: await textOf('--tls-key', tlsKey) }
}

/** Made once and kept, so that whoever has compared the fingerprint need not do it again. */
async function selfMade(store: Store): Promise<Tls> {
  const kept = await store.read(file)
  const pair = kept === undefined ? undefined : pairIn(kept)
  const { cert, key } = pair ?? selfCertificate(ownNames(), Date.now())
  if (!pair) await store.write(file, `${JSON.stringify({ cert, key })}\n`)
  return { cert, key, fingerprint: fingerprintOf(cert) }
}

const ownNames = () => [
  ...new Set(['localhost', hostname().toLowerCase(), '127.0.0.1', ...addressesOf(4)]),
]

function pairIn(kept: string): { cert: string; key: string } | undefined {
  try {
    const pair: unknown = JSON.parse(kept)
    if (typeof pair !== 'object' || pair === null || !('cert' in pair) || !('key' in pair))
      return undefined
    const { cert, key } = pair
    return typeof cert === 'string' && typeof key === 'string' ? { cert, key } : undefined
  } catch (error) {
    // Another one is made in its place; browsers then ask once more.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function textOf(option: string, path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFault(`${option} ${path}`, error)
  })
}

const wrong = (en: string, ja: string) => new Fault('bad-input', { en, ja })
