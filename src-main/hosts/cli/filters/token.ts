import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { roles, type Role } from '@contract'
import { renewToken, tokenOf } from '../../web/token'
import { TokenBook } from '../../web/token-book'
import { heldFor, noTokens, ownToken, shownOnce, tokenLine, withdrawn } from '../../web/token-words'
import { folderToFill, folderToRead } from '../../named-folder'
import { complain } from '../complain'
import { isPlainWord, noSuchCommand } from '../did-you-mean'
import { languageOf } from '../language'
import { print, printJson } from '../output'
import { startServeAgain } from './words'

export function tokenCommand(): Command {
  return new Command('token')
    .description(
      'Make, list and withdraw tokens for serve, or show the one that it keeps in a file',
    )
    .argument('[file]', 'the file of serve --token-file (default: token in the data folder)')
    .option('--data <folder>', 'the data folder of serve (default: yours, or MODEM_BENCH_DATA)')
    .option(
      '--renew',
      'put a new token in its place; windows with the old one are out at the next start of serve',
    )
    .option('--path', 'print where the file is instead of what it holds')
    .addHelpText('after', examples)
    .action(showToken)
    .addCommand(newCommand())
    .addCommand(listCommand())
    .addCommand(withdrawCommand())
}

const examples = `
modem-bench token new grafana --role read --expires 90d
modem-bench token withdraw grafana
modem-bench serve --token-file "$(modem-bench token --path)"
sudo -u modem-bench modem-bench token /var/lib/modem-bench/token`

interface Options extends BookOptions {
  readonly renew?: true
  readonly path?: true
}

/** A file that is missing is made: so a mistyped command must not be taken for one. Throws `Fault('bad-input')`. */
export function fileNamed(word: string): string {
  if (isPlainWord(word)) throw noSuchCommand(word, 'token', ['new', 'list', 'withdraw'])
  return word
}

async function showToken(file: string | undefined, { renew, path, data }: Options): Promise<void> {
  const place =
    file === undefined ? join(await folderToFill(data, complain), 'token') : fileNamed(file)
  const token = renew ? await renewToken(place, 'token') : await tokenOf(place, 'token')
  if (renew) complain(startServeAgain)
  await print(path ? place : token)
}

interface BookOptions {
  readonly data?: string
}

/** `--data` is an option of `token` itself, too, which takes it wherever it stands. */
const folderOf = (command: Command): string | undefined =>
  command.optsWithGlobals<BookOptions>().data

const onBook = (name: string, about: string) =>
  new Command(name)
    .description(about)
    // Before its own options are parsed: what commander refuses is a wrong call, as everywhere.
    .exitOverride()
    .option('--data <folder>', 'the data folder of serve (default: yours, or MODEM_BENCH_DATA)')

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
    .action(newToken)

interface NewOptions {
  readonly role: Role
  readonly expires?: string
}

async function newToken(
  name: string,
  { role, expires }: NewOptions,
  command: Command,
): Promise<void> {
  const data = folderOf(command)
  const forMs = expires === undefined ? null : heldFor(expires)
  const book = await TokenBook.open(await folderToFill(data, complain))
  const token = await book.make(name, role, forMs, data)
  complain(shownOnce)
  await print(token)
}

const listCommand = () =>
  onBook('list', 'List the tokens that were made: name, role, since when, until when')
    .option('--json', 'one JSON object a line')
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const data = folderOf(command)
      const folder = await folderToRead(data)
      const kept = (await TokenBook.open(folder)).list()
      for (const one of kept)
        await (json ? printJson(one) : print(tokenLine(one, Date.now())[languageOf(process.argv)]))
      if (kept.length === 0) complain(noTokens(data))
      const own = join(folder, 'token')
      if (existsSync(own)) complain(ownToken(own, data))
    })

const withdrawCommand = () =>
  onBook('withdraw', 'Make a token worthless; who is connected with it is cut off within a second')
    .argument('<name>', 'as token list shows it')
    .action(async (name: string, _options: BookOptions, command: Command) => {
      const book = await TokenBook.open(await folderToRead(folderOf(command)))
      await book.withdraw(name)
      complain(withdrawn(name))
    })
