import { Argument, Command, Option } from 'commander'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands } from '@hosts/cli/commands'
import { inJapanese, refusalIn } from '@hosts/cli/help/japanese'
import { texts } from '@hosts/cli/help/texts'
import { hint, newProgram } from '@hosts/cli/program'
import { widthOf, wrapped } from '@hosts/cli/help/wide-text'

beforeEach(() => vi.stubEnv('LANG', 'C'))
afterEach(() => vi.unstubAllEnvs())

/** What stands below the help of a command: commander gives it to whoever prints. */
function belowOf(command: Command): string {
  let printed = ''
  command.configureOutput({ writeOut: (text) => void (printed += text) })
  command.outputHelp()
  return printed.slice(command.helpInformation().length).trim()
}

function textsOf(command: Command): string[] {
  return [
    command.description(),
    ...command.options.map(({ description }) => description),
    ...command.registeredArguments.map(({ description }) => description),
    belowOf(command),
    ...command.commands.flatMap(textsOf),
  ]
}

const hasJapanese = /[\u3041-\u30ff\u4e00-\u9fff]/

/** Lines to copy are the same in every language. */
const isOnlyExamples = (text: string) => /^((sudo -u \S+ )?modem-bench .*(\n|$))+$/.test(text)

test('every text of the help has its Japanese, and none stands there for nothing', async () => {
  const built = await Promise.all(Object.values(commands).map((load) => load()))
  const all = [newProgram(), ...built].flatMap(textsOf)
  const used = new Set([...all, hint, 'language of the words'])
  const sentences = [...used].filter((text) => /[a-z]{3} |^[a-z]+$/.test(text))
  const missing = sentences.filter((text) => !texts.has(text) && !isOnlyExamples(text))
  expect(missing).toEqual([])
  expect([...texts.keys()].filter((text) => !used.has(text))).toEqual([])
  expect([...texts.values()].filter((text) => !hasJapanese.test(text))).toEqual([])
})

test('the help of a command is in Japanese with the words that commander adds', () => {
  const made = new Command('try')
    .description('List the ports of this computer and the simulated modems')
    .addArgument(new Argument('<way>', 'what is tried').choices(['one', 'two']))
    .addOption(new Option('--baud <rate>', 'speed').default('115200'))
    .addOption(new Option('--type <type>', 'PDP type').choices(['IP', 'IPV6']).default('IP'))
  const said = inJapanese(made).helpInformation()
  expect(said).toMatch(/^使い方：/)
  expect(said).toMatch(/引数：\n +way .*（選択肢："one"、"two"）/)
  expect(said).toMatch(/オプション：\n +--baud <rate> .*（省略時："115200"）/)
  expect(said).toMatch(/（選択肢："IP"、"IPV6"、省略時："IP"）/)
  expect(said).toMatch(/-h, --help +ヘルプを表示する/)
  expect(said).not.toMatch(/Usage|Options|default|choices/)
})

/** Each refusal as commander itself words it. */
const refused: readonly [string, readonly string[], RegExp][] = [
  [
    'an option that there is not',
    ['p', '--to', 'x', '--nonsense'],
    /^エラー：オプション --nonsense はありません/,
  ],
  [
    'one that is nearly right',
    ['p', '--to', 'x', '--jsom'],
    /はありません。\n（もしかして：--json）/,
  ],
  ['no argument', ['--to', 'x'], /^エラー：引数 <port> を指定/],
  ['an option without its value', ['p', '--baud'], /オプション --baud <rate> の値を指定/],
  ['an option that must be there', ['p', '--json'], /オプション --to <file> を指定/],
  [
    'no choice',
    ['p', '--to', 'x', '--way', 'up'],
    /--way <way> に「up」は指定できません。選択肢：one、two/,
  ],
  [
    'no choice of an argument',
    ['p', 'up', '--to', 'x'],
    /<side> に「up」は指定できません。選択肢：left/,
  ],
  [
    'two that exclude each other',
    ['p', '--to', 'x', '-4', '-6'],
    /-4, --ipv4 と -6, --ipv6 は同時に/,
  ],
  ['too much', ['p', 'left', 'more', '--to', 'x'], /引数が多すぎます（2 個までのところ 3 個）/],
]
test.each(refused)('%s is refused in Japanese', (_, words, says) => {
  let said = ''
  const made = new Command('try')
    .exitOverride()
    .argument('<port>')
    .addArgument(new Argument('[side]').choices(['left']))
    .option('--json')
    .option('--baud <rate>')
    .requiredOption('--to <file>')
    .addOption(new Option('--way <way>').choices(['one', 'two']))
    .addOption(new Option('-4, --ipv4').conflicts('ipv6'))
    .option('-6, --ipv6')
    .action(() => undefined)
  inJapanese(made).configureOutput({ writeErr: (text) => void (said += text) })
  expect(() => made.parse(words, { from: 'user' })).toThrow()
  expect(said).toMatch(says)
})

test('a command that there is not is refused in Japanese, what is unknown stays as it is', () => {
  expect(refusalIn("error: unknown command 'conect'\n(Did you mean connect?)\n")).toBe(
    'エラー：コマンド conect はありません。\n（もしかして：connect）\n',
  )
  expect(refusalIn('error: something new\n')).toBe('error: something new\n')
})

test('Japanese is wrapped between characters, by columns, and no line begins with what closes', () => {
  const text = 'モデムを（段階的に）接続し、PPP リンクを確かめて、どこで止まったかを示します。'
  const lines = wrapped(text, 24).split('\n')
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
  for (const line of lines) {
    expect(widthOf(line)).toBeLessThanOrEqual(24)
    expect(line).not.toMatch(/^[、。）ー]|（$/)
  }
  expect(wrapped('one two three four five six seven', 20)).toBe(
    'one two three four\nfive six seven',
  )
  expect(widthOf('AT コマンド')).toBe(11)
})
