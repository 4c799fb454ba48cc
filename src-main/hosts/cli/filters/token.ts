import { join } from 'node:path'
import { Command } from 'commander'
import { dataFolder } from '@platform/store/data-folder'
import { renewToken, tokenOf } from '../../web/token'
import { complain } from '../complain'
import { print } from '../output'

export function tokenCommand(): Command {
  return new Command('token')
    .description('Show the token that serve keeps in a file; it is made when missing')
    .argument('[file]', 'the file of serve --token-file (default: token in the data folder)')
    .option(
      '--renew',
      'put a new token in its place; windows with the old one are out at the next start of serve',
    )
    .addHelpText(
      'after',
      '\nExamples: modem-bench serve --token-file "$(modem-bench token --path)"\n          sudo -u modem-bench modem-bench token /var/lib/modem-bench/token',
    )
    .option('--path', 'print where the file is instead of what it holds')
    .action(showToken)
}

interface Options {
  readonly renew?: true
  readonly path?: true
}

async function showToken(file: string | undefined, { renew, path }: Options): Promise<void> {
  const place = file ?? join(await dataFolder(), 'token')
  const token = renew ? await renewToken(place, 'token') : await tokenOf(place, 'token')
  if (renew) complain('serve reads its token at its start: start it again.')
  await print(path ? place : token)
}
