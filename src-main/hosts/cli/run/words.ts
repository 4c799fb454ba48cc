import { durationText, type Words } from '@contract'

export const help = {
  run: {
    en: 'Run a script in JavaScript or TypeScript that works with the bench',
    ja: 'ベンチを操作する JavaScript または TypeScript のスクリプトを実行する',
  },
  script: {
    en: 'a module (.mjs) that imports openBench from "modem-bench"',
    ja: '"modem-bench" から openBench を import するモジュール（.mjs）',
  },
  args: {
    en: 'arguments of the script, behind --; it reads them from process.argv',
    ja: 'スクリプトの引数（-- の後に書く）。process.argv で読み取れる',
  },
  timeout: {
    en: 'end the script after so long: 90s, 10m, 1h30m (default: it may take as long as it likes)',
    ja: 'スクリプトの制限時間：90s、10m、1h30m など（省略時：制限なし）',
  },
  more: {
    en: `
A script is a program of yours and may do whatever you may: run none that you have not read. Ctrl-C tells it to end, ends it 3 s
later, hangs up and closes the ports that it opened. What it prints itself is not masked.
Exit code: 0 done, 1 the script threw or was stopped, 2 wrong call, 3 the bench of --host cannot be reached; process.exitCode of the script counts.
The types for an editor: modem-bench api script. Examples: resources/examples/scripts. The guide: docs/guides/scripts.md
Example: modem-bench run attach-timing.mjs --timeout 1h -- sim:sim7672 --cycles 10`,
    ja: `
スクリプトは自分で実行するプログラムと同じ権限で動きます。内容を確認していないスクリプトは実行しないでください。Ctrl-C を押すと
スクリプトに終了を通知し、3 秒後に強制終了して、スクリプトが開いた回線とポートを閉じます。スクリプト自身の出力は伏せられません。
終了コード：0 完了、1 スクリプトの例外または中止、2 呼び出しの誤り、3 --host のベンチに接続できない。スクリプトの process.exitCode も有効です。
エディター用の型：modem-bench api script。例：resources/examples/scripts。ガイド：docs/guides/scripts.md
例：modem-bench run attach-timing.mjs --timeout 1h -- sim:sim7672 --cycles 10`,
  },
} as const satisfies { readonly [name: string]: Words }

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
