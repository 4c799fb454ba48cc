import { durationText, type Words } from '@contract'

export const stopped: Words = {
  en: 'the script was stopped; what it had begun is ended.',
  ja: 'スクリプトを中止しました。スクリプトが開始した処理は終了しています。',
}

export const timeOver = (ms: number): Words => ({
  en: `the script was ended: it took longer than ${durationText(ms)} (--timeout).`,
  ja: `スクリプトを終了しました。制限時間 ${durationText(ms, 'ja')}（--timeout）を超えました。`,
})

export const lostBench = ({ en, ja }: Words): Words => ({
  en: `the script was ended: its bench cannot be reached any more. ${en}`,
  ja: `スクリプトを終了しました。ベンチに接続できなくなりました。${ja}`,
})

export const neverSettled: Words = {
  en: 'the script ended while an "await" of its own still waited: nothing is left that could answer it.',
  ja: 'スクリプトは await の待機中に終了しました。応答する処理が残っていません。',
}

export const outOfMemory = (megabytes: number): Words => ({
  en: `the script was ended: it needed more than ${megabytes} MB of memory. Keep less of what it reads, or write it to a file.`,
  ja: `スクリプトを終了しました。メモリーの使用量が ${megabytes} MB を超えました。読み取った内容の保持を減らすか、ファイルに書き出してください。`,
})

export const badTimeout = (text: string): Words => ({
  en: `--timeout ${text}: expected a time such as 90s, 10m or 1h30m.`,
  ja: `--timeout ${text}：90s、10m、1h30m のような時間を指定してください。`,
})

export const noTypeScript = (path: string, node: string): Words => ({
  en: `${path}: Node ${node} does not read TypeScript. Run it with Node 22.18 or newer, or make JavaScript of it first: npx esbuild ${path} --format=esm --outfile=script.mjs, and run script.mjs. With "modem-bench api script" an editor checks types in a .mjs file, too.`,
  ja: `${path}：Node ${node} は TypeScript を読み込めません。Node 22.18 以降を使うか、先に npx esbuild ${path} --format=esm --outfile=script.mjs で JavaScript に変換し、script.mjs を実行してください。modem-bench api script の型を使えば、.mjs ファイルでもエディターが型を検査します。`,
})

export const noModule = (path: string): Words => ({
  en: `${path}: a script is a module whose name ends in .mjs (or .js, .ts, .mts).`,
  ja: `${path}：スクリプトはモジュールです。ファイル名の末尾は .mjs（または .js、.ts、.mts）にしてください。`,
})
