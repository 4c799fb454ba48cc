/** What commander says by itself, in Japanese. */
export const terms = {
  help: 'ヘルプを表示する',
  choices: '選択肢：',
  otherwise: '省略時：',
  titles: {
    'Usage:': '使い方：',
    'Arguments:': '引数：',
    'Options:': 'オプション：',
    'Commands:': 'コマンド：',
  } as { readonly [title: string]: string },
  suggestion: (words: string) => `\n（もしかして：${words}）`,
}

type Refusal = readonly [RegExp, (found: RegExpExecArray) => string]

/** The sentences of commander 14 (lib/command.js) with what stands in them. */
export const refusals: readonly Refusal[] = [
  [/^error: unknown option '(.*)'/, ([, option]) => `エラー：オプション ${option} はありません。`],
  [/^error: unknown command '(.*)'/, ([, name]) => `エラー：コマンド ${name} はありません。`],
  [
    /^error: missing required argument '(.*)'/,
    ([, name]) => `エラー：引数 <${name}> を指定してください。`,
  ],
  [
    /^error: option '(.*)' argument missing/,
    ([, flags]) => `エラー：オプション ${flags} の値を指定してください。`,
  ],
  [
    /^error: required option '(.*)' not specified/,
    ([, flags]) => `エラー：オプション ${flags} を指定してください。`,
  ],
  [
    /^error: option '(.*)' argument '([^]*)' is invalid\. Allowed choices are (.*)\./,
    ([, flags, given, choices = '']) =>
      `エラー：オプション ${flags} に「${given}」は指定できません。選択肢：${choices.replaceAll(', ', '、')}。`,
  ],
  [
    /^error: command-argument value '([^]*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./,
    ([, given, name, choices = '']) =>
      `エラー：引数 <${name}> に「${given}」は指定できません。選択肢：${choices.replaceAll(', ', '、')}。`,
  ],
  [
    /^error: option '(.*)' cannot be used with option '(.*)'/,
    ([, one, other]) => `エラー：オプション ${one} と ${other} は同時に指定できません。`,
  ],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    ([, name, expected, got]) =>
      `エラー：${name === undefined ? '' : `${name} の`}引数が多すぎます（${expected} 個までのところ ${got} 個）。`,
  ],
]
