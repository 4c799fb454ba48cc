import {
  doingKinds,
  kindsIn,
  parseMacro,
  planOf,
  testConfig,
  type BenchConfig,
  type ReadPlan,
  type TestConfig,
} from '@contract'
import { regExp } from '@core/regexp'
import { boardMistakes, targetMistakes } from './config-checks'
import { readYaml, type KnownPresets } from './config-file'
import type { Found } from './config-words'
import { holdsSecret } from './plan-secrets'

type Step = TestConfig['steps'][number]

const found = (path: Found['path'], en: string, ja: string): Found => ({ path, words: { en, ja } })

/** Reads a test plan in YAML (JSON is YAML). Every mistake is named with its place. */
export function readTestPlan(text: string, presets: KnownPresets) {
  const read = readYaml(text, testConfig, (config) => meaningMistakes(config, presets))
  return { ...read, mistakes: read.mistakes.map(withReason) }
}

/** The same for a window. */
export function toldPlan(text: string, presets: KnownPresets): ReadPlan {
  const { config, mistakes } = readTestPlan(text, presets)
  return {
    plan: config && planOf(config),
    port: config?.port ?? null,
    mistakes,
    secret: holdsSecret(text),
  }
}

/** What a plan may want and the bench cannot do yet: refused, so that nobody takes it for passed. */
const notYet: { readonly [key: string]: readonly [en: string, ja: string] } = {
  gnss: [
    'GNSS C/N0 cannot be measured here yet; take the step out, or read it by an at step',
    'GNSS C/N0 の測定にはまだ対応していません。ステップを削除するか、at ステップで読み取ってください',
  ],
  current: [
    'current by an instrument cannot be measured here yet; take the step out, or ask the person (ask)',
    '計測器による電流測定にはまだ対応していません。ステップを削除するか、ask で作業者に確認してください',
  ],
  sleep: [
    'sleep cannot be tested here yet; take the step out',
    'スリープの試験にはまだ対応していません。ステップを削除してください',
  ],
  wake: [
    'waking cannot be tested here yet; take the step out',
    'スリープ復帰の試験にはまだ対応していません。ステップを削除してください',
  ],
  matrix: [
    'a matrix cannot be carried out yet; write one plan for each case',
    'マトリックスにはまだ対応していません。条件ごとに計画を分けてください',
  ],
  slots: [
    'one plan tests one board; start it on the other slot for a second board',
    '1 つの計画で試験するボードは 1 台です。2 台目はもう一方のスロットで開始してください',
  ],
  image: [
    'pictures cannot be shown with a question yet; describe in words what is to be seen',
    '質問に画像はまだ表示できません。確認する内容を文章で書いてください',
  ],
}

function withReason(mistake: ReadPlan['mistakes'][number]): ReadPlan['mistakes'][number] {
  const key = mistake.place.split('.').at(-1) ?? ''
  const why = Object.hasOwn(notYet, key) ? notYet[key] : undefined
  if (!why || !mistake.words.en.startsWith('there is no setting')) return mistake
  return { ...mistake, words: { en: why[0], ja: why[1] } }
}

/** The checks of a slot's settings are those of failover; their places are not under a slot here. */
function slotMistakes(config: TestConfig, presets: KnownPresets): readonly Found[] {
  const slot = { ...config, label: '' }
  const slots: Pick<BenchConfig, 'slots'> = { slots: { a: slot, b: slot } }
  const connects = config.steps.some(
    ({ sim, registered, ppp, supply }) => sim ?? registered ?? ppp ?? supply?.during === 'attach',
  )
  return [
    ...(connects || config.preset !== undefined ? targetMistakes(slots, 'a', presets) : []),
    ...boardMistakes(slots, 'a'),
  ].map(({ path, words }) => ({ path: path.slice(2), words }))
}

function meaningMistakes(config: TestConfig, presets: KnownPresets): readonly Found[] {
  const { steps } = config
  return [
    ...slotMistakes(config, presets),
    ...steps.flatMap((step, index) => [
      ...kindMistakes(step, ['steps', index]),
      ...nameMistakes(steps, index),
      ...limitMistakes(step, ['steps', index]),
      ...patternMistakes(step, ['steps', index]),
      ...placeMistakes(config, step, ['steps', index]),
    ]),
  ]
}

function kindMistakes(step: Step, path: Found['path']): readonly Found[] {
  const kinds = kindsIn(step)
  if (kinds.length === 1) return []
  const all = doingKinds.join(', ')
  if (kinds.length === 0)
    return [
      found(
        path,
        `says nothing to do: give it one of ${all}`,
        `何をするかの指定がありません。${all} のいずれか 1 つを書いてください`,
      ),
    ]
  return [
    found(
      [...path, kinds[1] ?? ''],
      `a step does one thing; found ${kinds.join(', ')}: make steps of them`,
      `1 つのステップでできることは 1 つです（現在：${kinds.join('、')}）。ステップを分けてください`,
    ),
  ]
}

function nameMistakes(steps: readonly Step[], index: number): readonly Found[] {
  const { name = '', needs = [] } = steps[index] ?? {}
  const before = steps.slice(0, index).map((one) => one.name)
  const mistakes: Found[] = []
  if (before.includes(name))
    mistakes.push(
      found(
        ['steps', index, 'name'],
        `another step has the name "${name}"`,
        `「${name}」という名前のステップがほかにあります`,
      ),
    )
  for (const need of needs)
    if (!before.includes(need))
      mistakes.push(
        found(
          ['steps', index, 'needs'],
          `no step before this one is called "${need}"`,
          `これより前に「${need}」という名前のステップはありません`,
        ),
      )
  return mistakes
}

function limitMistakes({ at, supply }: Step, path: Found['path']): readonly Found[] {
  const mistakes: Found[] = []
  const order = (key: string, low?: number, high?: number) => {
    if (low !== undefined && high !== undefined && high < low)
      mistakes.push(
        found([...path, key, 'max'], 'must not be less than "min"', '「min」より小さくできません'),
      )
  }
  order('at', at?.min, at?.max)
  order('supply', supply?.min, supply?.max)
  if (at && at.value !== undefined && at.min === undefined && at.max === undefined)
    mistakes.push(
      found(
        [...path, 'at', 'value'],
        'a value needs a limit: give min, max or both',
        'value には min または max（両方も可）の指定が必要です',
      ),
    )
  if (at && at.value === undefined && (at.min !== undefined || at.max !== undefined))
    mistakes.push(
      found(
        [...path, 'at', at.min === undefined ? 'max' : 'min'],
        'a limit needs a value: a pattern with one group, such as value: "\\\\+CSQ: (\\\\d+)"',
        '範囲には value（グループを 1 つ持つ正規表現。例："\\\\+CSQ: (\\\\d+)"）が必要です',
      ),
    )
  return mistakes
}

function patternMistakes({ at, macro }: Step, path: Found['path']): readonly Found[] {
  const mistakes = (['expect', 'value'] as const).flatMap((key): Found[] => {
    const source = at?.[key]
    if (source === undefined) return []
    const { problem } = regExp(source)
    if (problem) return [{ path: [...path, 'at', key], words: problem }]
    if (key === 'value' && !/\((?!\?)/.test(source.replace(/\\./g, '')))
      return [
        found(
          [...path, 'at', key],
          'needs a group, in brackets, around the number',
          '数値の部分を括弧（グループ）で囲んでください',
        ),
      ]
    return []
  })
  const [problem] = macro ? parseMacro(macro.text).problems : []
  if (!problem) return mistakes
  const { line, words } = problem
  return [
    ...mistakes,
    found([...path, 'macro', 'text'], `line ${line}: ${words.en}`, `${line} 行目：${words.ja}`),
  ]
}

/** What a plan needs around it, where a step says so. */
function placeMistakes(
  { board, port, keep }: TestConfig,
  { power, status, cycles, imei }: Step,
  path: Found['path'],
): readonly Found[] {
  const kind = power ? 'power' : status ? 'status' : cycles ? 'cycles' : undefined
  const mistakes: Found[] = []
  // These ports bring a board of their own.
  if (kind !== undefined && !board && !/^(sim|micropython):/i.test(port))
    mistakes.push(
      found(
        [...path, kind],
        'needs a board that can do it: give "board", such as board: { id: microcat1 }',
        'ボードの指定が必要です。board: { id: microcat1 } のように書いてください',
      ),
    )
  if (imei?.unseen === true && keep.imei === 'masked')
    mistakes.push(
      found(
        [...path, 'imei', 'unseen'],
        'needs keep.imei: whole; with masked IMEIs nobody can tell whether one was there before',
        'keep.imei: whole が必要です。マスクした IMEI では既出かどうかを判定できません',
      ),
    )
  return mistakes
}
