import { Fault, type Language, type Phonebook } from '@contract'
import { argument, option } from '../command'
import { asJson, modemCommand, modemTakes } from '../on-modem'

/** Own numbers and the phone book, read alone. */
export const phonebookCommand = modemCommand({
  name: 'phonebook',
  about: 'Print the own numbers of the SIM and its phone book; changes nothing',
  takes: {
    port: argument('<port>'),
    store: option(
      '--store <name>',
      'SM (SIM), ME (modem), ON (own numbers), FD (fixed): as the modem has them',
      storeName,
    ),
    json: asJson,
    ...modemTakes,
  },
  after: 'Exit code: 0 done, 1 refused, 2 the call was wrong, 3 no port.',
  ask: ({ call, slot }, { store }) => call('phonebook.read', { slot, store }),
  text: (book, { lang }) => bookText(book, lang),
})

function storeName(text: string, label: string): string {
  const store = text.toUpperCase()
  if (/^[A-Z]{2}$/.test(store)) return store
  throw new Fault('bad-input', {
    en: `${label}: expected two letters such as SM.`,
    ja: `${label}：SM のような 2 文字を指定してください。`,
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
