import { readFile } from 'node:fs/promises'
import { Fault } from '@contract'
import { fileFault } from '../../file-fault'
import { option } from '../command'

/** What a command may be told about secure connections. `--ca-file` is another's: for the bench of `--host`. */
export const tlsTakes = {
  serverName: option(
    '--server-name <name>',
    'ask for this name (SNI), and expect it in the certificate',
  ),
  ca: option(
    '--trust <file>',
    'certificates in PEM to trust besides the well-known authorities',
    certificates,
  ),
}

/** Certificates in PEM from the file of an option; `label` is both. */
export async function certificates(file: string, label: string): Promise<string> {
  const text = await readFile(file, 'latin1').catch((error: unknown) => {
    throw fileFault(label, error)
  })
  // Before a connection is paid for.
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  throw new Fault('bad-input', {
    en: `${label}: expected certificates in PEM (-----BEGIN CERTIFICATE-----).`,
    ja: `${label}：PEM 形式の証明書（-----BEGIN CERTIFICATE-----）が必要です。`,
  })
}
