import type { Clock } from '../../ports/clock'
import { Fault } from '../../fault'
import { quoted, type SeenLine, type Words } from '../../words'
import type { IpHost } from '../host'
import {
  compareResolvers,
  type NameAnswers,
  type ResolverAnswer,
  type ResolverRow,
  type ResolversOptions,
  type ResolversResult,
} from '../resolvers'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'

export interface ResolversTool extends ToolOptions, Omit<ResolversOptions, 'signal' | 'onAnswer'> {}

/** The name servers of the link against others, explained. Rejects like `compareResolvers`. */
export async function resolversTool(
  clock: Clock,
  host: IpHost,
  options: ResolversTool,
): Promise<ToolAnswer<ResolversResult>> {
  const { onProgress, ...rest } = options
  let index = 0
  const result = await compareResolvers(clock, host, {
    ...rest,
    onAnswer: (answer) =>
      onProgress?.({ index: ++index, value: answer.ms, line: answerLine(answer) }),
  })
  return explainResolvers(result)
}

function answerLine({ server, name, ms, said, code }: ResolverAnswer): SeenLine {
  const line = (text: string) => `${server}  ${name}  ${msText(ms)}  ${text}`
  if (code === null) return quoted(line(said.join(' ')))
  const { en, ja } = code === 'dns-no-answer' ? noAnswer : new Fault(code).row.meaning
  return { en: line(en), ja: line(ja) }
}

/** Of one server: the fault speaks of all. */
const noAnswer: Words = { en: 'no answer', ja: '応答なし' }

export function explainResolvers(facts: ResolversResult): ToolAnswer<ResolversResult> {
  return {
    ok: facts.rows.some(({ ours, answered }) => ours && answered > 0),
    words: resolverWords(facts),
    lines: [...facts.rows.map(rowLine), ...facts.names.flatMap(differenceLines)],
    facts,
  }
}

function rowLine({ server, ours, asked, answered, firstMs, medianMs }: ResolverRow): SeenLine {
  const [en, ja] = ours ? [' (of the network)', '（ネットワーク提供）'] : ['', '']
  return {
    en: `${server}${en}: first ${msText(firstMs)}, then ${msText(medianMs)}, ${answered} of ${asked} answered`,
    ja: `${server}${ja}：初回 ${msText(firstMs)}、2 回目以降の中央値 ${msText(medianMs)}、応答 ${answered}/${asked}`,
  }
}

/** What is said of a name, where not all say the same. */
function differenceLines({ name, answers }: NameAnswers): SeenLine[] {
  if (answers.length < 2) return []
  return answers.map(({ said, code, servers }) => {
    const no = code === null ? null : new Fault(code).row.meaning
    const list = said.join(' ')
    const none = { en: 'nothing', ja: 'なし' }
    const shown = no ?? (list === '' ? none : { en: list, ja: list })
    return {
      en: `${name}: ${shown.en} (${servers.join(', ')})`,
      ja: `${name}：${shown.ja}（${servers.join('、')}）`,
    }
  })
}

function resolverWords({ rows, names }: ResolversResult): Words {
  const [first] = rows
  const ours = rows.find((row) => row.ours)
  if (!first || first.answered === 0)
    return {
      en: 'No name server answers. Ping an address to see whether the link carries packets at all.',
      ja: 'どの DNS サーバーも応答しません。アドレスに ping して、回線自体が通じているか確認してください。',
    }
  const pace = ({ medianMs, firstMs }: ResolverRow) => msText(medianMs ?? firstMs)
  const differing = names.filter(({ answers }) => answers.length > 1)
  const same: Words =
    differing.length === 0
      ? {
          en: ' All that answer say the same.',
          ja: '応答したサーバーの回答はすべて一致しています。',
        }
      : {
          en: ` They differ about ${differing.map(({ name }) => name).join(', ')}: content networks answer by place, but a refusal or a private address is a filter.`,
          ja: `${differing.map(({ name }) => name).join('、')} の回答が一致しません。CDN では場所により異なる回答が普通ですが、拒否やプライベートアドレスはフィルターによるものです。`,
        }
  const own: Words = !ours
    ? {
        en: 'The network gave no name server.',
        ja: 'ネットワークから DNS サーバーが通知されていません。',
      }
    : ours.answered === 0
      ? {
          en: `The network’s ${ours.server} does not answer.`,
          ja: `ネットワークの ${ours.server} は応答しません。`,
        }
      : {
          en: `The network’s ${ours.server}: ${pace(ours)}.`,
          ja: `ネットワークの ${ours.server}：${pace(ours)}。`,
        }
  const none = silentWords(rows.filter((row) => row !== ours && row.answered === 0))
  return {
    en: `Fastest: ${first.server}, ${pace(first)}. ${own.en}${none.en}${same.en}`,
    ja: `最速は ${first.server}（${pace(first)}）。${own.ja}${none.ja}${same.ja}`,
  }
}

/** Those beside the network's first that never answered. */
function silentWords(rows: readonly ResolverRow[]): Words {
  if (rows.length === 0) return { en: '', ja: '' }
  const names = rows.map(({ server }) => server)
  return {
    en: ` No answer from ${names.join(', ')}.`,
    ja: `${names.join('、')} は応答しません。`,
  }
}
