import type { ReadPlan } from '@contract'
import { readYaml, type KnownPresets } from '@bench/config/config-file'
import { holdsSecret } from './plan-secrets'
import { partlyRead, planMistakes } from './test-plan-checks'
import { planOf, testConfig } from './test-plan-config'

/** Reads a test plan in YAML (JSON is YAML). Every mistake is named with its place. */
export function readTestPlan(text: string, presets: KnownPresets) {
  const read = readYaml(
    text,
    testConfig,
    (config) => planMistakes(config, presets),
    (values) => planMistakes(partlyRead(values), presets),
  )
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
