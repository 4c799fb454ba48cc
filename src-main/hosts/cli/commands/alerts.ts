import { type AlertNews, type AlertsState, type Language, type Words } from '@contract'
import { benchTakes } from '../bench-options'
import { argument, choice, command, flag, group, option, type Spoken } from '../command'
import { complain } from '../complain'
import { exits } from '../exits'
import { mistakesFault } from '../mistakes'
import { onWholeBench } from '../on-bench'
import { print, printJson } from '../output'
import { textOf } from '../text-file'
import { mustBeThere } from '../../named-folder'

const json = flag('--json', 'print JSON')
const name = argument('<name>', 'name of the rule, as the list shows it')
const place = {
  ...benchTakes,
  data: option(
    '--data <folder>',
    'the folder whose rules are meant, instead of the user’s data folder',
  ),
}

const list = command({
  name: 'list',
  about: 'Print the rules, and on a bench of --host what is raised there now',
  takes: { ...place, json },
  run: async (options) =>
    onWholeBench(keptThere(options), async ({ call }) => {
      const state = await call('alerts.list')
      if (options.json) return printJson(state)
      await printState(state, options)
    }),
})

const add = command({
  name: 'add',
  about: 'Add the rules of a file; one of the same name is replaced',
  takes: {
    path: argument('<file>', 'YAML or JSON; resources/examples/alerts.yaml is one'),
    ...place,
    dryRun: flag('--dry-run', 'read the file, say what is wrong with it, and keep nothing'),
    json,
  },
  run: async (options) => {
    const text = await textOf(options.path)
    await onWholeBench(kept(options), async ({ call }) => {
      const { rules, mistakes } = await call('alerts.read', { text })
      if (!rules) throw mistakesFault(mistakes, options.path)
      if (!options.dryRun) await call('alerts.add', { text })
      if (options.json) return printJson(rules)
      complain(options.dryRun ? wouldBeAdded(rules.length) : added(rules.length, options.host))
    })
  },
})

const remove = command({
  name: 'remove',
  about: 'Remove a rule',
  takes: { name, ...place },
  run: async (options) =>
    onWholeBench(keptThere(options), async ({ call }) => {
      await call('alerts.remove', { name: options.name })
      complain(removed(options.name))
    }),
})

const tryOne = command({
  name: 'try',
  about: 'Do once what a rule does when it is raised',
  takes: {
    name,
    slot: choice<'a' | 'b'>('--slot <slot>', 'of which slot', ['a', 'b'], 'a'),
    ...place,
    json,
  },
  run: async (options) =>
    onWholeBench(keptThere(options), async ({ call }) => {
      const news = await call('alerts.try', { name: options.name, slot: options.slot })
      for (const one of news) await (options.json ? printJson(one) : print(one.words[options.lang]))
      if (options.host === undefined) complain(nobodyShows)
      if (news.some(({ kind }: AlertNews) => kind === 'failed')) process.exitCode = exits.refused
    }),
})

export const alertsCommand = group({
  name: 'alerts',
  about: 'Watch for a pattern, a threshold or a state while nobody looks: list, add, remove, try',
  commands: [list, add, remove, tryOne],
  usual: list,
  after:
    'The desktop app, serve, failover and soak watch by these rules; one that runs already is told with --host, or reads them at its next start.\nExit code: 0 done, 1 an action failed, 2 the call or the file was wrong.\nExample: modem-bench alerts add resources/examples/alerts.yaml',
})

/** Without a journal nothing at all would be kept. */
const kept = <T extends object>(options: T) => ({ ...options, journal: true })
/** For what only looks at rules that are there. */
function keptThere<T extends { readonly data?: string | undefined }>(options: T) {
  mustBeThere(options.data)
  return kept(options)
}

async function printState({ rules, raised }: AlertsState, { lang }: Spoken): Promise<void> {
  if (rules.length === 0) return complain(noRules)
  for (const rule of rules) {
    const now = raised.filter((one) => one.name === rule.name).map(({ slot }) => slot.toUpperCase())
    const state = rule.on ? (now.length === 0 ? ' ' : '!') : '-'
    const slot = rule.slot === 'either' ? 'A+B' : rule.slot.toUpperCase()
    const does = doing(rule.do, lang)
    await print(`${state} ${rule.name}  ${slot}  ${rule.words[lang]}  ${does}`.trimEnd())
  }
  if (raised.length > 0 || rules.some(({ on }) => !on)) complain(marks)
}

const marks: Words = {
  en: 'The marks before a name: ! raised now, - switched off (on: false).',
  ja: '名前の前の記号：! は発生中、- は無効（on: false）です。',
}

function doing(
  { notice, sound, webhook, macro }: AlertsState['rules'][number]['do'],
  lang: Language,
) {
  const parts: readonly Words[] = [
    ...(notice ? [{ en: 'notice', ja: '通知' }] : []),
    ...(sound ? [{ en: 'sound', ja: '音' }] : []),
    ...(webhook === undefined ? [] : [{ en: `webhook ${webhook}`, ja: `Webhook ${webhook}` }]),
    ...(macro === undefined ? [] : [{ en: `macro ${macro}`, ja: `マクロ ${macro}` }]),
  ]
  return parts.length === 0
    ? ''
    : `→ ${parts.map((one) => one[lang]).join(lang === 'ja' ? '、' : ', ')}`
}

const nobodyShows: Words = {
  en: 'notices and sounds are given by the desktop app and by browsers of serve; here there is none. --host tries the rule where they are.',
  ja: '通知と音は、デスクトップアプリと、serve を開いているブラウザーが出します。ここでは出ません。--host を付けると接続先で試せます。',
}
const noRules: Words = {
  en: 'there are no alerts yet. resources/examples/alerts.yaml shows some: modem-bench alerts add FILE.',
  ja: 'アラートはまだありません。例は resources/examples/alerts.yaml にあります：modem-bench alerts add FILE',
}
const removed = (rule: string): Words => ({
  en: `${rule} is removed.`,
  ja: `「${rule}」を削除しました。`,
})
const rulesText = (count: number) => (count === 1 ? '1 rule' : `${count} rules`)
const wouldBeAdded = (count: number): Words => ({
  en: `the file is in order: ${rulesText(count)}. Nothing was kept (--dry-run).`,
  ja: `ファイルに問題はありません（${count} 件）。保存はしていません（--dry-run）。`,
})
const added = (count: number, host: string | undefined): Words =>
  host === undefined
    ? {
        en: `${rulesText(count)} added. A desktop app or serve that runs already reads them at its next start; with --host it is told at once.`,
        ja: `${count} 件追加しました。実行中のデスクトップアプリや serve には次の起動時に反映されます。--host を使うとすぐに反映されます。`,
      }
    : { en: `${rulesText(count)} added there.`, ja: `接続先に ${count} 件追加しました。` }
