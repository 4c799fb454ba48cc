import type { Words } from '@core/words'

export const macroStarted = (name: string): Words => ({
  en: `Macro "${name}" started.`,
  ja: `マクロ「${name}」を開始しました。`,
})

export const macroStopped = (name: string): Words => ({
  en: `Macro "${name}" stopped.`,
  ja: `マクロ「${name}」を中止しました。`,
})

export const macroDone = (name: string): Words => ({
  en: `Macro "${name}" done.`,
  ja: `マクロ「${name}」が完了しました。`,
})

export const noOwnMacro = (id: string): Words => ({
  en: `There is no macro of your own named "${id}".`,
  ja: `「${id}」というユーザー定義のマクロはありません。`,
})

export const noMacroNamed = (id: string): Words => ({
  en: `There is no macro named "${id}".`,
  ja: `「${id}」というマクロはありません。`,
})

export const macrosNamed = (names: readonly string[]): Words => ({
  en: `The macros ${names.join(', ')}`,
  ja: `マクロ ${names.join('、')} `,
})

/** The macros of the product by their ids. */
export const macroTitles: { readonly [id: string]: Words } = {
  information: { en: 'Information list', ja: '情報一覧' },
  'wait-for-network': { en: 'Wait for the network', ja: 'ネットワーク登録を待つ' },
}
/** What the first comment of each says, for readers of Japanese. */
export const macroAbouts: { readonly [id: string]: string } = {
  information: 'モデム本体、SIM、ネットワーク、電源の情報をまとめて取得します',
  'wait-for-network': '無線をオンにし、ネットワークに登録されるまで待ちます',
}

export const macroFailed = (name: string, why?: Words): Words => ({
  en: `Macro "${name}" failed${why ? `: ${why.en}` : '.'}`,
  ja: `マクロ「${name}」は失敗しました${why ? `：${why.ja}` : '。'}`,
})
