import type { Words } from '../words'

export const notASimulator: Words = {
  en: 'expected sim:<modem>, such as sim:sim7672 or sim:sim7672#2',
  ja: 'sim:<modem> の形式で、sim:sim7672 や sim:sim7672#2 のように指定してください。',
}

export const noSuchPersona = (personas: readonly string[]): Words => ({
  en: `there is no such simulated modem; there are ${personas.join(', ')}`,
  ja: `この名前の模擬モデムはありません。使用できる名前：${personas.join('、')}。`,
})

export const countedFromOne: Words = {
  en: 'modems are counted from #1',
  ja: 'モデムの番号は #1 から始まります。',
}

export const forReplayOnly: Words = {
  en: 'file and slot are for sim:replay',
  ja: 'file と slot は sim:replay でだけ指定できます。',
}

export const badSetting = (key: string, text: string, en: string, ja: string): Words => ({
  en: `${key}=${text}: expected ${en}`,
  ja: `「${key}=${text}」には、${ja}を指定してください。`,
})

export const noOption = (key: string, optionNames: readonly string[]): Words => ({
  en: `there is no option ${key}; there are ${optionNames.join(', ')}`,
  ja: `「${key}」というオプションはありません。使用できるオプション：${optionNames.join('、')}。`,
})

export const notAPair = (pair: string): Words => ({
  en: `${pair}: expected name=value`,
  ja: `「${pair}」は 名前=値 の形式で指定してください。`,
})

export const badPercent = (pair: string): Words => ({
  en: `${pair}: % must be followed by two hex digits`,
  ja: `「${pair}」の % の後ろには 16 進数 2 桁が必要です。`,
})

export const partTitles = {
  at: { en: 'AT port', ja: 'AT ポート' },
  at2: { en: 'second AT port', ja: '2 つ目の AT ポート' },
  nmea: { en: 'NMEA port', ja: 'NMEA ポート' },
  diag: { en: 'diagnosis port', ja: '診断ポート' },
} satisfies { readonly [key: string]: Words }

export const isUnplugged = (base: string): Words => ({
  en: `${base} is unplugged`,
  ja: `${base} のケーブルが抜けています。`,
})

export const cameBackAs = (asked: undefined | string, now: string): Words => ({
  en: `${asked} came back as ${now}`,
  ja: `${asked} は ${now} として再認識されています。`,
})

export const replayNeedsLog: Words = {
  en: 'sim:replay needs a log: sim:replay?file=PATH',
  ja: 'sim:replay にはログが必要です。sim:replay?file=パス の形式で指定してください。',
}

export const noFilesHere = (path: string): Words => ({
  en: `${path}: no files here.`,
  ja: `${path}：ここではファイルを読めません。`,
})

export const noSecond = (base: string, title: string): Words => ({
  en: `${base}: the ${title} has no second AT port.`,
  ja: `「${base}」：${title} には 2 つ目の AT ポートがありません。`,
})

export const noSilent = (base: string, part: string, title: string): Words => ({
  en: `${base}: the ${title} has no ${part} port.`,
  ja: `「${base}」：${title} には ${part} ポートがありません。`,
})

export const runsOtherwise = (base: string, keys: readonly string[], instead: string): Words => ({
  en: `${base}: ${keys.join(', ')} can only be chosen before the modem is first opened; open ${instead}.`,
  ja: `${base}：${keys.join('、')} は、最初に開くときにだけ指定できます。${instead} を開いてください。`,
})

export const noFault = (id: string, ids: string[]): Words => ({
  en: `There is no fault "${id}"; there are ${ids.join(', ')}.`,
  ja: `障害「${id}」はありません。使用できる障害：${ids.join('、')}。`,
})

export const pulled: Words = {
  en: 'the simulated cable was pulled',
  ja: 'シミュレーターのケーブルが抜かれました',
}

export const inLine = (index: number, step: Words): Words => ({
  en: `line ${index}: ${step.en}`,
  ja: `${index} 行目：${step.ja}`,
})

export const notAWhen = (when: string): Words => ({
  en: `expected "at" or "every", found "${when}"`,
  ja: `行は at か every で始めてください（現在：「${when}」）。`,
})

export const notATime = (time: string): Words => ({
  en: `expected a time such as 90s, 10m or 1h30m, found "${time}"`,
  ja: `時間は 90s、10m、1h30m のように書いてください（現在：「${time}」）。`,
})

export const textBehindFault = (list: string): Words => ({
  en: `found "${list}" after the fault`,
  ja: `障害の後ろに余分な「${list}」があります。`,
})

export const scenarioLine = (line: number, name: string, failed: undefined | Words): Words => ({
  en: `Scenario, line ${line}: ${name}${failed ? `: ${failed.en}` : ''}`,
  ja: `シナリオ ${line} 行目：${name}${failed ? `：${failed.ja}` : ''}`,
})

export const bootExpected: Words = { en: 'on, off or cold', ja: 'on、off、cold のいずれか' }

export const speedExpected: Words = {
  en: 'fast or a number from 1 to 100',
  ja: 'fast、または 1～100 の数',
}

export const seedExpected: Words = { en: 'a whole number', ja: '整数' }

export const cardExpected: Words = {
  en: 'soracom, soracom-d, softbank or esim',
  ja: 'soracom、soracom-d、softbank、esim のいずれか',
}

export const yesExpected: Words = { en: '1 or 0', ja: '1 または 0' }

export const pinExpected: Words = { en: '4 to 8 digits', ja: '4～8 桁の数字' }

export const operatorsExpected: Words = {
  en: 'up to four operators such as 44020,44010',
  ja: '44020,44010 のような 4 つまでのオペレーター番号',
}

export const apnExpected: Words = { en: 'an APN without quotes', ja: '引用符を含まない APN' }

export const userExpected: Words = { en: 'a name without quotes', ja: '引用符を含まないユーザー名' }

export const passwordExpected: Words = {
  en: 'a password without quotes',
  ja: '引用符を含まないパスワード',
}

export const securityExpected: Words = { en: '0, 1, 2 or 3', ja: '0、1、2、3 のいずれか' }

export const logPathExpected: Words = { en: 'the path of a log', ja: 'ログファイルのパス' }

export const slotExpected: Words = { en: 'a or b', ja: 'a または b' }

export const scenarioPathExpected: Words = {
  en: 'the path of a scenario',
  ja: 'シナリオファイルのパス',
}
