import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const japanese = 'ぁ-んァ-ヶ一-龠々ー'
const literals = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g

interface Sentence {
  readonly place: string
  readonly text: string
}

/** Every text with Japanese in it, of the product's sources and tables. */
function sentences(): Sentence[] {
  const files = ['src-main', 'src-renderer', 'resources'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|vue|json)$/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  const any = new RegExp(`[${japanese}]`)
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    return [...source.matchAll(literals)].flatMap((match) => {
      const text = match[1] ?? match[2] ?? match[3] ?? ''
      const place = `${file}:${source.slice(0, match.index).split('\n').length}`
      return any.test(text) ? [{ place, text }] : []
    })
  })
}
const all = sentences()

/** As docs/glossary.md has it: what never stands in a Japanese text, and what stands there instead. */
test.each<readonly [RegExp, string]>([
  [/網/, 'ネットワーク'],
  [/自動取得|自動問い合わせ/, 'ポーリング'],
  [/接続設定/, 'プリセット'],
  [/シミュレーターのモデム|疑似モデム|仮想モデム/, '模擬モデム'],
  [/シミュレータ(?!ー)/, 'シミュレーター'],
  [/オペレーター名|通信会社|携帯会社/, '事業者'],
  [/フラップ/, '再切り替え'],
  [/ソーク|耐久試験/, '連続試験'],
  [/ポート閉/, '閉じています'],
  [/本ソフト/, '本プログラム'],
  // 端末 is a device (UE), a lock of one, or a pseudo terminal; where a person types is a ターミナル.
  [
    /(?<!擬似)端末(?:で AT|で実行|からコマンド|のキャプチャ|のない|の終了)|ウィンドウか端末/,
    'ターミナル',
  ],
  [/(?<!キロ|メガ)バイト/, 'オクテット'],
  [/機種/, '型番'],
  [/既に/, 'すでに'],
  [/警報/, 'アラート'],
  [/eMTC|CAT-?M1/i, 'LTE-M'],
  [
    /(サーバ|ユーザ|フォルダ|ブラウザ|パラメータ|ヘッダ|フィルタ|アダプタ|ルータ|コンピュータ)(?!ー)/,
    '長音つき',
  ],
  [/[ｦ-ﾟ]/, '全角のかな'],
  [/[Ａ-Ｚａ-ｚ０-９]/, '半角の英数字'],
  [new RegExp(`[${japanese}」）]:(?=\\s|$|\\$|\\{)`), '：'],
  // `+CSQ: など` is what a modem writes.
  [new RegExp(`(?<!\\+\\w*)[\\w}]: [${japanese}]`), '：'],
  [new RegExp(`[。：] (?:[\\w${japanese}「（]|\\$\\{)`), '空白なし'],
  [new RegExp(`[${japanese}]\\([${japanese}]`), '（）'],
  [new RegExp(`[${japanese}],\\s*[${japanese}]`), '、'],
  // Behind a value that is put in: a mapping of YAML alone has its own colon.
  [/\$\{[^{}]*\}: (?!\{)/, '：'],
  [new RegExp(`[${japanese}」）](?:[;!]|\\?(?:[。」）]|$))`), '；？！'],
  [new RegExp(`[${japanese}」]\\((?!\\?:)`), '（）'],
  [new RegExp(`[${japanese}」）].*\\.join\\(', '\\)`), '、'],
  [new RegExp(`[0-9}] s[、。）」${japanese}]`), '秒'],
])('no Japanese text has %s', (never) => {
  expect(all.length).toBeGreaterThan(5000)
  expect(all.filter(({ text }) => never.test(text))).toEqual([])
})
