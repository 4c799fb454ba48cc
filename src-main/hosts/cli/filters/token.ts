import { join } from 'node:path'
import { Command, Option } from 'commander'
import { roles, type Role } from '@contract'
import { dataFolder } from '@platform/store/data-folder'
import { renewToken, tokenOf } from '../../web/token'
import { TokenBook } from '../../web/token-book'
import { heldFor, shownOnce, tokenLine, withdrawn } from '../../web/token-words'
import { complain, languageOf } from '../complain'
import { print, printJson } from '../output'

export function tokenCommand(): Command {
  return new Command('token')
    .description(
      'Make, list and withdraw tokens for serve, or show the one that it keeps in a file',
    )
    .argument('[file]', 'the file of serve --token-file (default: token in the data folder)')
    .option(
      '--renew',
      'put a new token in its place; windows with the old one are out at the next start of serve',
    )
    .addHelpText('after', examples)
    .option('--path', 'print where the file is instead of what it holds')
    .action(showToken)
    .addCommand(newCommand())
    .addCommand(listCommand())
    .addCommand(withdrawCommand())
}

const examples = `
Examples: modem-bench token new grafana --role read --expires 90d
          modem-bench token withdraw grafana
          modem-bench serve --token-file "$(modem-bench token --path)"
          sudo -u modem-bench modem-bench token /var/lib/modem-bench/token`

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

interface BookOptions {
  readonly data?: string
}

const onBook = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .option('--data <folder>', 'the data folder of serve (default: yours, or MODEM_BENCH_DATA)')
    .addOption(
      new Option('--lang <language>', 'language of the words').choices(['en', 'ja']).default('en'),
    )

const bookOf = async ({ data }: BookOptions) => TokenBook.open(await dataFolder(data))

const newCommand = () =>
  onBook('new', 'Make a token and print it, this once; a running serve takes it at once')
    .argument('<name>', 'who or what has it')
    .addOption(
      new Option(
        '--role <role>',
        'read: look; use: also use the modems; administer: also change settings, presets, macros and boards',
      )
        .choices(roles)
        .default('read'),
    )
    .option('--expires <time>', 'after so long it opens nothing: 12h, 90d (default: never)')
    .action(
      async (
        name: string,
        options: BookOptions & { readonly role: Role; readonly expires?: string },
      ) => {
        const forMs = options.expires === undefined ? null : heldFor(options.expires)
        const token = await (await bookOf(options)).make(name, options.role, forMs)
        complain(shownOnce)
        await print(token)
      },
    )

const listCommand = () =>
  onBook('list', 'List the tokens that were made: name, role, since when, until when')
    .option('--json', 'one JSON object a line')
    .action(async (options: BookOptions & { readonly json?: true }) => {
      const language = languageOf(process.argv)
      for (const kept of (await bookOf(options)).list())
        await (options.json ? printJson(kept) : print(tokenLine(kept, Date.now())[language]))
    })

const withdrawCommand = () =>
  onBook('withdraw', 'Make a token worthless; who is connected with it is cut off within a second')
    .argument('<name>', 'as token list shows it')
    .action(async (name: string, options: BookOptions) => {
      await (await bookOf(options)).withdraw(name)
      complain(withdrawn(name))
    })
