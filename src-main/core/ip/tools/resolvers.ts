import type { Clock } from '../../ports/clock'
import { Fault } from '../../fault'
import { quoted, wordsOf, type SeenLine, type Words } from '../../words'
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
import {
  allSaySame,
  fastestResolver,
  noAnswer,
  noDifference,
  noResolverAnswers,
  noneGiven,
  ownPace,
  ownSilent,
  resolverRow,
  differsAbout,
  ofTheNetwork,
  silentResolvers,
} from './path-words'

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

export function explainResolvers(facts: ResolversResult): ToolAnswer<ResolversResult> {
  return {
    ok: facts.rows.some(({ ours, answered }) => ours && answered > 0),
    words: resolverWords(facts),
    lines: [...facts.rows.map(rowLine), ...facts.names.flatMap(differenceLines)],
    facts,
  }
}

function rowLine({ server, ours, asked, answered, firstMs, medianMs }: ResolverRow): SeenLine {
  return resolverRow(
    ours ? ofTheNetwork(server) : wordsOf(quoted(server)),
    msText(firstMs),
    msText(medianMs),
    answered,
    asked,
  )
}

/** What is said of a name, where not all say the same. */
function differenceLines({ name, answers }: NameAnswers): SeenLine[] {
  if (answers.length < 2) return []
  return answers.map(({ said, code, servers }) => {
    const no = code === null ? null : new Fault(code).row.meaning
    const list = said.join(' ')
    const none = noDifference
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
  if (!first || first.answered === 0) return noResolverAnswers
  const pace = ({ medianMs, firstMs }: ResolverRow) => msText(medianMs ?? firstMs)
  const differing = names.filter(({ answers }) => answers.length > 1)
  const same: Words =
    differing.length === 0 ? allSaySame : differsAbout(differing.map(({ name }) => name))
  const own: Words = !ours
    ? noneGiven
    : ours.answered === 0
      ? ownSilent(ours.server)
      : ownPace(ours.server, pace(ours))
  const none = silentWords(rows.filter((row) => row !== ours && row.answered === 0))
  return fastestResolver(first.server, pace(first), own, none, same)
}

/** Those beside the network's first that never answered. */
function silentWords(rows: readonly ResolverRow[]): Words {
  if (rows.length === 0) return { en: '', ja: '' }
  const names = rows.map(({ server }) => server)
  return silentResolvers(names)
}
