import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { Fault } from '@contract'
import { fileFault } from '../../file-fault'

export interface TlsArguments {
  readonly serverName?: string
  readonly trust?: string
}

/** What a command may be told about secure connections. `--ca-file` is another's: for the bench of `--host`. */
export function tlsOptions(command: Command): Command {
  return command
    .option('--server-name <name>', 'ask for this name (SNI), and expect it in the certificate')
    .option('--trust <file>', 'certificates in PEM to trust besides the well-known authorities')
}

/** The certificates of `--trust`; absent without it. */
export const trusted = ({ trust }: TlsArguments): Promise<string | undefined> =>
  certificatesOf('--trust', trust)

/** Certificates in PEM from the file of an option. */
export async function certificatesOf(
  option: string,
  trust: string | undefined,
): Promise<string | undefined> {
  if (trust === undefined) return undefined
  const text = await readFile(trust, 'latin1').catch((error: unknown) => {
    throw fileFault(`${option} ${trust}`, error)
  })
  // Before a connection is paid for.
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new Fault('bad-input', {
      en: `${option} ${trust}: expected certificates in PEM (-----BEGIN CERTIFICATE-----).`,
      ja: `${option} ${trust}：PEM 形式の証明書（-----BEGIN CERTIFICATE-----）が必要です。`,
    })
  return text
}
