import type { Words } from '../words'
import { linePattern } from './pattern'
import { noCondition, noJoinedConditions } from './words'

const operators = ['<=', '>=', '!=', '=', '<', '>'] as const
export type Operator = (typeof operators)[number]

/** What a macro can ask before it goes on. Texts still hold their `{variables}`. */
export type Condition =
  /** `rsrp < -110`, `{count} = 3`. */
  | {
      readonly kind: 'compare'
      readonly left: Operand
      readonly operator: Operator
      readonly right: string
    }
  /** A line that came since the last command fits. */
  | { readonly kind: 'answer'; readonly pattern: string }
  /** The last command was answered with OK. */
  | { readonly kind: 'ok' }
  /** The modem has told a fact since it started. */
  | { readonly kind: 'known'; readonly fact: string }
  | { readonly kind: 'not'; readonly of: Condition }

export type Operand =
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'text'; readonly text: string }

const comparison = /^(\{[a-z][a-z0-9_]*\}|[a-z][a-z0-9_.-]*)\s*(<=|>=|!=|==?|<|>)\s*(.+)$/i

/** The condition, or what was expected instead. */
export function conditionIn(
  text: string,
): { readonly condition: Condition; readonly problem?: undefined } | { readonly problem: Words } {
  const negated = /^not\s+(.+)$/is.exec(text)?.[1]
  if (negated !== undefined) {
    const inner = conditionIn(negated)
    return inner.problem ? inner : { condition: { kind: 'not', of: inner.condition } }
  }
  if (/^ok$/i.test(text)) return { condition: { kind: 'ok' } }
  const fact = /^known\s+([a-z][a-z0-9_.-]*)$/i.exec(text)?.[1]
  if (fact !== undefined) return { condition: { kind: 'known', fact } }
  const pattern = /^answer\s+(.+)$/is.exec(text)?.[1]
  if (pattern !== undefined) {
    const { problem } = linePattern(pattern)
    return problem ? { problem } : { condition: { kind: 'answer', pattern } }
  }
  const [, left = '', operator = '', right = ''] = comparison.exec(text) ?? []
  if (/\s(?:and|or|&&|\|\|)\s/i.test(right)) return { problem: noJoinedConditions(text) }
  const known = operators.find((one) => one === (operator === '==' ? '=' : operator))
  if (known === undefined)
    return {
      problem: noCondition(text),
    }
  const operand: Operand = left.startsWith('{')
    ? { kind: 'text', text: left }
    : { kind: 'fact', fact: left }
  return { condition: { kind: 'compare', left: operand, operator: known, right: right.trim() } }
}

/** The texts of a condition that may hold variables. */
export function conditionTexts(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'compare':
      return [condition.left.kind === 'text' ? condition.left.text : '', condition.right]
    case 'answer':
      return [condition.pattern]
    case 'not':
      return conditionTexts(condition.of)
    case 'ok':
    case 'known':
      return []
  }
}

/** Numbers as numbers, else texts as they are; undefined: an order was asked for of what is no number. */
export function compared(left: string, operator: Operator, right: string): boolean | undefined {
  const [a, b] = [numberIn(left), numberIn(right)]
  const both = a !== undefined && b !== undefined
  switch (operator) {
    case '=':
      return both ? a === b : left === right
    case '!=':
      return both ? a !== b : left !== right
    case '<':
      return both ? a < b : undefined
    case '>':
      return both ? a > b : undefined
    case '<=':
      return both ? a <= b : undefined
    case '>=':
      return both ? a >= b : undefined
  }
}
function numberIn(text: string): number | undefined {
  const trimmed = text.trim()
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined
}
