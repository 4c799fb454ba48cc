import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { roles, type Language, type Role, type Words } from '@contract'
import { dataFolder } from '@platform/store/data-folder'
import { help } from '../../api/help-words'
import { renewToken, tokenOf } from '../../web/token'
import { TokenBook } from '../../web/token-book'
import { heldFor, noTokens, ownToken, shownOnce, tokenLine, withdrawn } from '../../web/token-words'
import { complain } from '../complain'
import { isPlainWord, noSuchCommand } from '../did-you-mean'
import { languageOf } from '../language'
import { print, printJson } from '../output'

export function tokenCommand(): Command {
  const language = languageOf(process.argv)
  return new Command('token')
    .description(help.token[language])
    .argument('[file]', help.tokenFile[language])
    .option('--data <folder>', help.tokenData[language])
    .option('--renew', help.tokenRenew[language])
    .option('--path', help.tokenPath[language])
    .addHelpText('after', examples)
    .action(showToken)
    .addCommand(newCommand(language))
    .addCommand(listCommand(language))
    .addCommand(withdrawCommand(language))
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
  const place = file === undefined ? join(await dataFolder(data), 'token') : fileNamed(file)
  const token = renew ? await renewToken(place, 'token') : await tokenOf(place, 'token')
  if (renew) complain('serve reads its token at its start: start it again.')
  await print(path ? place : token)
}

interface BookOptions {
  readonly data?: string
}

/** `--data` is an option of `token` itself, too, which takes it wherever it stands. */
const folderOf = (command: Command): string | undefined =>
  command.optsWithGlobals<BookOptions>().data

const onBook = (name: string, description: Words, language: Language) =>
  new Command(name)
    .description(description[language])
    // Before its own options are parsed: what commander refuses is a wrong call, as everywhere.
    .exitOverride()
    .option('--data <folder>', help.tokenData[language])

const newCommand = (language: Language) =>
  onBook('new', help.tokenNew, language)
    .argument('<name>', help.tokenName[language])
    .addOption(new Option('--role <role>', help.tokenRole[language]).choices(roles).default('read'))
    .option('--expires <time>', help.tokenExpires[language])
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
  const book = await TokenBook.open(await dataFolder(data))
  const token = await book.make(name, role, forMs, data)
  complain(shownOnce)
  await print(token)
}

const listCommand = (language: Language) =>
  onBook('list', help.tokenList, language)
    .option('--json', help.tokenJson[language])
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const data = folderOf(command)
      const folder = await dataFolder(data)
      const kept = (await TokenBook.open(folder)).list()
      for (const one of kept)
        await (json ? printJson(one) : print(tokenLine(one, Date.now())[language]))
      if (kept.length === 0) complain(noTokens(data))
      const own = join(folder, 'token')
      if (existsSync(own)) complain(ownToken(own, data))
    })

const withdrawCommand = (language: Language) =>
  onBook('withdraw', help.tokenWithdraw, language)
    .argument('<name>', help.tokenShown[language])
    .action(async (name: string, _options: BookOptions, command: Command) => {
      const book = await TokenBook.open(await dataFolder(folderOf(command)))
      await book.withdraw(name)
      complain(withdrawn(name))
    })
