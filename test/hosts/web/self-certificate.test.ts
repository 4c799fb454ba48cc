import { createPrivateKey, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { fingerprintOf, selfCertificate } from '@hosts/web/self-certificate'

test('is a certificate that browsers can read, for its names and addresses', () => {
  const nowMs = Date.UTC(2026, 10, 28)
  for (let i = 0; i < 20; i++) {
    const { cert, key } = selfCertificate(['localhost', '192.0.2.7'], nowMs)
    const read = new X509Certificate(cert)
    expect(read.subjectAltName).toBe('DNS:localhost, IP Address:192.0.2.7')
    expect(read.checkHost('localhost')).toBe('localhost')
    expect(read.checkIP('192.0.2.7')).toBe('192.0.2.7')
    expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true)
    expect(read.verify(read.publicKey)).toBe(true)
    expect(Date.parse(read.validFrom)).toBeLessThan(nowMs)
    expect(Date.parse(read.validTo)).toBeGreaterThan(nowMs + 3000 * 86_400_000)
    expect(fingerprintOf(cert)).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  }
})

test('two of them are not the same', () => {
  const [a, b] = [selfCertificate(['localhost'], 0), selfCertificate(['localhost'], 0)]
  expect(new X509Certificate(a.cert).serialNumber).not.toBe(
    new X509Certificate(b.cert).serialNumber,
  )
})
