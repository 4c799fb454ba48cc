import { Command } from 'commander'
import { Fault, harmless, harmlessJson } from '@contract'
import type { Language, Phonebook } from '@contract'
import { modemOptions, onModem, type ModemArguments } from './on-modem'
import { print } from './output'

interface Options extends ModemArguments {
  readonly store?: string
  readonly json?: boolean
}

/** Own numbers and the phone book, read alone, as a client of the bench. */
export function phonebookCommand(): Command {
  const command = new Command('phonebook')
    .argument('<port>')
    .description('Print the own numbers of the SIM and its phone book; changes nothing')
    .option(
      '--store <name>',
      'SM (SIM), ME (modem), ON (own numbers), FD (fixed): as the modem has them',
    )
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.')
    .exitOverride()
    .action(run)
  return modemOptions(command)
}

async function run(port: string, options: Options): Promise<void> {
  const store = options.store?.toUpperCase()
  if (store !== undefined && !/^[A-Z]{2}$/.test(store))
    throw new Fault('bad-input', {
      en: `--store ${store}: expected two letters such as SM.`,
      ja: `--store ${store}：SM のような 2 文字を指定してください。`,
    })
  await onModem(port, options, async (bench) => {
    const { call, slot } = bench
    const book = await call('phonebook.read', { slot, ...(store === undefined ? {} : { store }) })
    await print(options.json ? harmlessJson(book) : harmless(bookText(book, options.lang)))
  })
}

function bookText({ own, stores, store, used, total, entries }: Phonebook, lang: Language): string {
  const words = said[lang]
  const numbers = own.map(({ number, name }) => (name === '' ? number : `${number} ${name}`))
  const head = `${store} ${used ?? '?'}/${total ?? '?'}${stores.length > 0 ? ` (${stores.join(', ')})` : ''}`
  return [
    `${words.own}${numbers.length > 0 ? numbers.join(', ') : words.none}`,
    ...(store === '' ? [] : [`${words.book}${head}`]),
    ...entries.map(({ index, number, name }) =>
      `${String(index).padStart(4)}  ${number}  ${name}`.trimEnd(),
    ),
  ].join('\n')
}
const said = {
  en: { own: 'own number: ', none: 'not stored', book: 'phone book: ' },
  ja: { own: '自局番号：', none: '未登録', book: '電話帳：' },
} as const
