import { colon, harmless, limitsModem } from '@contract'
import type {
  Language,
  PowerSaving,
  PsmTimes,
  RadioItemState,
  RadioState,
  RadioUndo,
  Words,
} from '@contract'
import type { KeepAnswer } from '../keep-typed'

export function stateText(state: RadioState, all: boolean, lang: Language): string {
  const { family, items, saving, undo } = state
  const head = family
    ? `${family.name}`
    : { en: 'Not of a known family: only what 27.007 has', ja: '未登録の系列：27.007 の設定のみ' }[
        lang
      ]
  const lines = [
    head,
    ...items.flatMap((item) => itemLines(item, all, lang)),
    ...(!family && items.length === 0 ? [`  ${nothingToSet[lang]}`] : []),
    ...savingLines(saving)[lang],
  ]
  return harmless([...lines, ...(undo ? [undoText(undo)[lang]] : [])].join('\n'))
}

/** Asked against granted. */
function savingLines({ psm, edrx }: PowerSaving): { readonly [lang in Language]: string[] } {
  const times = (one: PsmTimes | null) =>
    one ? `T3324 ${one.activeTime ?? '–'}, T3412 ${one.periodicTau ?? '–'}` : '–'
  const cycles = edrx.map(({ act, asked, granted, window }) => ({
    act: { 4: 'LTE', 5: 'NB-IoT' }[act] ?? String(act),
    asked: [asked ?? '–', ...(window.asked ? [`PTW ${window.asked}`] : [])].join(' / '),
    granted: [granted ?? '–', ...(window.granted ? [`PTW ${window.granted}`] : [])].join(' / '),
  }))
  const asked = psm?.on ? times(psm.asked) : ''
  const given = psm?.on ? times(psm.granted) : ''
  return {
    en: [
      ...(psm ? [psm.on ? `  PSM: asked ${asked}; granted ${given}` : '  PSM: off'] : []),
      ...cycles.map((one) => `  eDRX ${one.act}: asked ${one.asked}; granted ${one.granted}`),
    ],
    ja: [
      ...(psm ? [psm.on ? `  PSM：要求 ${asked}、許可 ${given}` : '  PSM：オフ'] : []),
      ...cycles.map((one) => `  eDRX（${one.act}）：要求 ${one.asked}、許可 ${one.granted}`),
    ],
  }
}

function itemLines(item: RadioItemState, all: boolean, lang: Language): readonly string[] {
  const { id, title, value, answer, limits } = item
  const name = `${id}  ${title[lang]}`
  if (!value) return [`  ${name}${colon[lang]}${unread[lang]} ${answer.join(' ')}`]
  const mark = limits ? `  (${limitsModem[lang]})` : ''
  const line = `  ${name}${colon[lang]}${value[lang]}${mark}`
  const choices = choicesOf(item, all, lang)
  return choices === '' ? [line] : [line, `      ${may[lang]}${choices}`]
}
const unread: Words = {
  en: 'not understood, so that it is not written:',
  ja: '応答を解釈できないため変更できません：',
}
const may: Words = { en: 'may be: ', ja: '選択肢：' }

/** A value may hold commas of its own. */
const between = ' | '

/** Where the modem does not tell which bands it has, the list is that of the standard and long. */
function choicesOf(
  { kind, options, optionsTold }: RadioItemState,
  all: boolean,
  lang: Language,
): string {
  if (kind === 'operator') return ['auto', 'off', 'MCC+MNC'].join(between)
  if (kind === 'cell') return ['none', 'EARFCN,PCI'].join(between)
  if (kind === 'psm') return ['off', 'on', 'T3412,T3324 (1h,30s)'].join(between)
  if (kind === 'one') return options.map(({ id, name }) => oneChoice(id, name[lang])).join(between)
  const ids = options.map(({ id }) => id)
  return optionsTold || all ? ids.join(' ') : rangesOf(ids)
}
/** `B1–B5 B7`: long lists of a standard, short. */
export function rangesOf(ids: readonly string[]): string {
  const parts: { first: string; last: string; next: string }[] = []
  for (const id of ids) {
    const [, name = '', number = ''] = /^(.*?)(\d+)$/.exec(id) ?? []
    const next = number === '' ? '' : `${name}${Number(number) + 1}`
    const open = parts.at(-1)
    if (open && open.next === id) Object.assign(open, { last: id, next })
    else parts.push({ first: id, last: id, next })
  }
  return parts.map(({ first, last }) => (first === last ? first : `${first}–${last}`)).join(' ')
}
const oneChoice = (id: string, name: string) => (id === name ? id : `${id} (${name})`)

export function undoText({ untilMs, differences, failed }: RadioUndo): Words {
  const list = (lang: Language) => differences.map((one) => one[lang]).join('; ')
  const why = (lang: Language) => (failed ? ` (${failed[lang]})` : '')
  if (untilMs !== null)
    return {
      en: `Not kept yet, goes back by itself: ${list('en')}`,
      ja: `未確定（自動で元に戻ります）：${list('ja')}`,
    }
  return {
    en: `An earlier change was neither kept nor taken back${why('en')}: ${list('en')} — modem-bench radio keep PORT or modem-bench radio undo PORT`,
    ja: `前回の変更が維持も取り消しもされていません${why('ja')}：${list('ja')} — modem-bench radio keep ポート または modem-bench radio undo ポート`,
  }
}

export const keptNow: Words = { en: 'Kept.', ja: '維持しました。' }
export const takenBack: Words = { en: 'Back to what it was:', ja: '元に戻しました：' }
export const takenBackAfter: Words = {
  en: 'what was written before is taken back.',
  ja: '書き込み済みの分は元に戻しました。',
}
export const askKeep = (seconds: number): Words => ({
  en: `type keep (in any case) and Enter to keep it; otherwise it goes back in ${seconds} s`,
  ja: `維持するには keep（大文字・小文字は問いません）と入力して Enter を押してください。入力がなければ ${seconds} 秒後に元に戻ります。`,
})
export const noSuchSetting = (text: string): Words => ({
  en: `${text}: expected SETTING=VALUE, such as lte-bands=1,3.`,
  ja: `${text}：設定=値（lte-bands=1,3 など）の形式で指定してください。`,
})
export const givenTwice = (name: string): Words => ({
  en: `${name} is given twice: give it once, with all values, such as lte-bands=1,3.`,
  ja: `${name} が 2 回指定されています。lte-bands=1,3 のように 1 回にまとめてください。`,
})
export const notRecorded: Words = {
  en: 'The modem has the new settings and nothing goes back by itself; only the record of the old ones could not be removed. Make room in the data folder, then: modem-bench radio keep PORT, or radio undo PORT to go back.',
  ja: 'モデムには新しい設定が書き込まれており、自動では元に戻りません。元の値の記録だけが削除できていません。データフォルダーの空きを確保してから、維持するには modem-bench radio keep ポート、元に戻すには radio undo ポート を実行してください。',
}
export const nothingToSet: Words = {
  en: 'It answered none of them either. Its manual names its commands: send them with modem-bench at PORT COMMAND.',
  ja: 'その設定にも応答しませんでした。マニュアルでコマンドを確認し、modem-bench at ポート コマンド で送信してください。',
}
export const unknownSetting = (name: string, known: readonly string[]): Words => ({
  en: `${name}: this modem has ${known.join(', ')}.`,
  ja: `${name}：このモデムで変更できるのは ${known.join('、')} です。`,
})
export const notAll = (name: string): Words => ({
  en: `${name}=all: the modem does not tell which it has; name them.`,
  ja: `${name}=all：モデムが対応バンドを通知しません。個別に指定してください。`,
})

/** Why what was written goes back. */
export const notKept: { readonly [why in Exclude<KeepAnswer, 'keep'>]: Words } = {
  other: {
    en: 'Something else than keep was typed: the change goes back.',
    ja: 'keep 以外が入力されたため、変更を元に戻します。',
  },
  ended: {
    en: 'Standard input has ended, so that nobody can type keep: the change goes back. In a script use --keep, or: echo keep | modem-bench radio set …',
    ja: '標準入力が終わっていて keep を入力できないため、変更を元に戻します。スクリプトでは --keep を付けるか、echo keep | modem-bench radio set … としてください。',
  },
  late: {
    en: 'Nobody typed keep in the time: the change goes back.',
    ja: '時間内に keep が入力されなかったため、変更を元に戻します。',
  },
  stopped: {
    en: 'The command was stopped before keep was typed: the change goes back.',
    ja: 'keep の入力前に中止されたため、変更を元に戻します。',
  },
}
