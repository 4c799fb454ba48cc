import { knowledge } from '@catalog/decoders'
import { Redactor } from '@core/log/redact'
import { parseDocument } from 'yaml'
import { tooDeepAt, yamlValues } from '@bench/config/yaml-values'

/** A setting that opens something or says whose it is, as a key of YAML or JSON or in the query of a port; in a comment, too. */
const setting =
  /(?:^|[\s{,?&"'#])(?:user(?:name)?|login|pass(?:word|wd|phrase)?|pwd|pin2?|puk2?|psk|secret|token|(?:api|private)[_-]?key|authorization)["']?\s*[:=]\s*["']?[^\s"',}]/im

/** A value that the writer of an example left for others to fill in. */
const leftOut = /[:=]\s*…/g

/**
 * Whether the text of a plan holds what no other person of this computer may find: a password, a PIN, or anything that
 * exports of a log mask. Also for a text that is no plan yet.
 */
export function holdsSecret(plan: string): boolean {
  const text = plan.replace(leftOut, '')
  if (setting.test(text)) return true
  // No plan, and nothing to look through either.
  if (tooDeepAt(text) !== undefined) return true
  const { values } = { values: undefined, ...yamlValues(parseDocument(text)) }
  // Escapes of YAML hide a value from whoever reads the text alone.
  return [...text.split('\n'), ...textsIn(values)].some((one) => {
    const redactor = new Redactor({ knowledge })
    return setting.test(one) || redactor.text(one) !== one
  })
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const texts = textsIn(inner)
    return [...texts, ...texts.map((text) => `${key}: ${text}`)]
  })
}
