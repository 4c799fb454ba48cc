import { generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'

const days = 3650
const dayMs = 86_400_000

/** X.690: a tag, the length, and what it holds. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const size = [...lengthBytes(body.length)]
  const length = body.length < 128 ? [body.length] : [0x80 + size.length, ...size]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
function lengthBytes(length: number): number[] {
  return length < 256 ? [length] : [...lengthBytes(length >> 8), length & 0xff]
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')
const oid = (text: string) => der(0x06, hex(text))
const text = (value: string) => der(0x0c, Buffer.from(value))
const time = (ms: number) =>
  der(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '')}`))

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const name = sequence(der(0x31, sequence(oid('550403'), text('Modem Bench'))))

/** RFC 5280, 4.2.1.6: names are [2], addresses [7]. */
function alternative(host: string): Buffer {
  if (isIP(host) === 4) return der(0x87, Buffer.from(host.split('.').map(Number)))
  return der(0x82, Buffer.from(host, 'latin1'))
}

/** A certificate of our own for these names and IPv4 addresses, and its key; both in PEM. */
export function selfCertificate(
  hosts: readonly string[],
  nowMs: number,
): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const serial = randomBytes(15)
  // A number above zero: its first bit is its sign.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const names = sequence(oid('551d11'), der(0x04, sequence(...hosts.map(alternative))))
  const body = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(time(nowMs - dayMs), time(nowMs + days * dayMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(names)),
  )
  const signature = sign('sha256', body, privateKey)
  const whole = sequence(body, ecdsaWithSha256, der(0x03, hex('00'), signature))
  return {
    cert: new X509Certificate(whole).toString(),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** `AB:CD:…`, as browsers show it. */
export const fingerprintOf = (cert: string): string => new X509Certificate(cert).fingerprint256
