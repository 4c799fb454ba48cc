import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { z } from 'zod'
import { jsonOf } from '@bench/settings/kept-file'
import { Fault } from '@core/fault'
import { keepBeside } from '@core/keep-beside'
import type { Store } from '@core/ports/store'
import type { Words } from '@core/words'
import { fileFault } from '../file-fault'
import { addressesOf } from './addresses'
import { fingerprintOf, selfCertificate } from './self-certificate'
import { certificateMadeAnew, certificateAndKey, selfOrCertificate } from './words'

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
  /** The one of before could not be read: what people compared no longer holds. */
  readonly madeAnew?: Words
}

const file = 'tls-self.json'

/** The certificate that was asked for; undefined: plain HTTP. Rejects with `Fault('bad-input')`. */
export async function tlsOf(options: TlsOptions, store: Store): Promise<Tls | undefined> {
  const { tls, tlsCert, tlsKey } = options
  if (tls === undefined && tlsCert === undefined && tlsKey === undefined) return undefined
  if (tls !== undefined && (tlsCert !== undefined || tlsKey !== undefined))
    throw wrong(selfOrCertificate)
  if (tls !== undefined) return selfMade(store)
  if (tlsCert === undefined || tlsKey === undefined) throw wrong(certificateAndKey)
  return { cert: await textOf('--tls-cert', tlsCert), key: await textOf('--tls-key', tlsKey) }
}

/** Made once and kept, so that whoever has compared the fingerprint need not do it again. */
async function selfMade(store: Store): Promise<Tls> {
  const kept = await store.read(file)
  const pair = kept === undefined ? undefined : pairIn(kept)
  if (pair) return { ...pair, fingerprint: fingerprintOf(pair.cert) }
  const beside = kept === undefined ? undefined : await keepBeside(store, file, kept)
  const made = selfCertificate(ownNames(), Date.now())
  await store.write(file, `${JSON.stringify(made)}\n`)
  return {
    ...made,
    fingerprint: fingerprintOf(made.cert),
    ...(beside === undefined ? {} : { madeAnew: certificateMadeAnew(file, beside) }),
  }
}

const ownNames = () => [
  ...new Set(['localhost', hostname().toLowerCase(), '127.0.0.1', ...addressesOf(4)]),
]

/** Undefined where it is no certificate with its key. */
function pairIn(kept: string): { cert: string; key: string } | undefined {
  const { data } = certificateWithKey.safeParse(jsonOf(kept))
  return data && belong(data) ? data : undefined
}

const certificateWithKey = z.object({ cert: z.string(), key: z.string() })

function belong({ cert, key }: { readonly cert: string; readonly key: string }): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  } catch {
    // What OpenSSL cannot read is none.
    return false
  }
}

function textOf(option: string, path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFault(`${option} ${path}`, error)
  })
}

const wrong = (words: Words) => new Fault('bad-input', words)
