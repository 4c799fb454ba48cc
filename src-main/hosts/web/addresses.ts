import { networkInterfaces } from 'node:os'

/** The addresses under which other computers may reach this one. */
export function addressesOf(family?: 4 | 6): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
    .filter((one) => family === undefined || one.family === `IPv${family}`)
    .map(({ address }) => address)
}

/** What people open: the address that is listened on, and with a wildcard each that this computer has. */
export function openableHosts(host: string): readonly string[] {
  const family = host === '0.0.0.0' ? 4 : undefined
  const any = host === '0.0.0.0' || host === '::'
  const hosts = any ? ['127.0.0.1', ...addressesOf(family)] : [host]
  return hosts.map((one) => (one.includes(':') ? `[${one}]` : one))
}
