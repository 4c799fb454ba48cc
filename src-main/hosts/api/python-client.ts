import { version } from '../version'
import type { Schema } from './contract-types'
import { describedCalls, type DescribedCall } from './described'
import head from '@resources/clients/modem_bench.py?raw'

/** The client for Python as one file of the standard library alone. */
export function pythonClient(): string {
  const calls = describedCalls()
  const topics = [...new Set(calls.map(({ name }) => topicOf(name)))]
  const classes = topics.map((topic) =>
    [
      `class _${className(topic)}:`,
      '    def __init__(self, bench):',
      '        self._bench = bench',
      ...calls.filter(({ name }) => topicOf(name) === topic).flatMap(methodOf),
    ].join('\n'),
  )
  const members = topics.map(
    (topic) => `        self.${identifier(topic)} = _${className(topic)}(self)`,
  )
  return [
    head.replace('@VERSION@', version).replace("        'TOPICS'", members.join('\n')).trimEnd(),
    ...classes,
    '',
  ].join('\n\n\n')
}

const topicOf = (name: string) => name.split('.')[0] ?? ''
const className = (topic: string) => topic.charAt(0).toUpperCase() + topic.slice(1)

/** `from` and `try` are words of the language: they take a line behind them there. */
const identifier = (name: string) => (reserved.has(name) ? `${name}_` : name)
// keyword.kwlist of Python 3.13
const reserved = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
)

function methodOf({ name, comment, role, input }: DescribedCall): readonly string[] {
  const method = identifier(name.split('.').slice(1).join('_'))
  const fields = fieldsOf(input)
  const parameters = fields.map(({ field, needed }) =>
    needed ? identifier(field) : `${identifier(field)}=_ABSENT`,
  )
  const given = fields.map(({ field }) => `${JSON.stringify(field)}: ${identifier(field)}`)
  const signature = parameters.length === 0 ? 'self' : `self, *, ${parameters.join(', ')}`
  const values = input ? `, {${given.join(', ')}}` : ''
  return [
    '',
    `    def ${method}(${signature}):`,
    `        ${documented(`${comment} Role: ${role}.`)}`,
    `        return self._bench.call(${JSON.stringify(name)}${values})`,
  ]
}

/** What is needed comes first, as the language wants it. */
function fieldsOf(input: Schema | undefined): readonly { field: string; needed: boolean }[] {
  const { properties, required } = input ?? {}
  if (typeof properties !== 'object' || properties === null) return []
  const needed = new Set(Array.isArray(required) ? required : [])
  return Object.keys(properties)
    .map((field) => ({ field, needed: needed.has(field) }))
    .sort((a, b) => Number(b.needed) - Number(a.needed))
}

const documented = (text: string) =>
  `"""${text.replaceAll('\\', '\\\\').replaceAll('"""', "'''").replace(/"$/, '" ')}"""`
