import { coverages, type Language } from '@contract'
import { choice, option } from '../command'
import type { CommandBench } from '../on-bench'
import { soracomKey } from '../secrets'

/** What signs in to SORACOM’s platform on a command line; the environment may, too. */
export const signInTakes = {
  profile: option('--profile <name>', 'sign in by this profile of the soracom command'),
  authKeyId: option('--auth-key-id <id>', 'sign in by this authentication key'),
  authKeyFile: option(
    '--auth-key-file <file>',
    'its secret, from this file; - is standard input, asked for on a terminal. Else MODEM_BENCH_SORACOM_AUTH_KEY counts',
  ),
  coverage: choice('--coverage <type>', 'of the account: Japan or global', coverages, 'jp'),
}

interface Given {
  readonly profile?: string | undefined
  readonly authKeyId?: string | undefined
  readonly authKeyFile?: string | undefined
  readonly coverage: (typeof coverages)[number]
  readonly lang: Language
}

/** By what the command was given; without any of it the bench’s own account is asked. */
export async function signIn({ call }: CommandBench, given: Given): Promise<void> {
  const { profile, authKeyId, authKeyFile, coverage, lang } = given
  const keep = false
  if (profile !== undefined) await call('soracom.signIn', { way: 'cli', coverage, profile, keep })
  else if (authKeyId !== undefined) {
    const authKey = await soracomKey(authKeyFile, lang)
    await call('soracom.signIn', { way: 'key', coverage, authKeyId, authKey, keep })
  }
}
