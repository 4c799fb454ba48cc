import type { Schema } from './contract-types'

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const schemasIn = (value: unknown): readonly Schema[] =>
  Array.isArray(value) ? value.filter(isSchema) : []

/** A JSON Schema as a type of TypeScript. What the language cannot say (lengths, patterns) is left to the bench. */
export function typescriptOf(schema: Schema, indent = ''): string {
  const { $ref, enum: choices, anyOf, oneOf, type } = schema
  if (typeof $ref === 'string') return $ref.replace(/^.*\//, '')
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(choices)) return choices.map((one) => JSON.stringify(one)).join(' | ')
  const any = [...schemasIn(anyOf), ...schemasIn(oneOf)]
  if (any.length > 0) return [...new Set(any.map((one) => typescriptOf(one, indent)))].join(' | ')
  switch (type) {
    case 'string':
    case 'boolean':
    case 'number':
    case 'null':
      return type
    case 'integer':
      return 'number'
    case 'array':
      return arrayOf(schema, indent)
    case 'object':
      return objectOf(schema, indent)
    default:
      return 'unknown'
  }
}

function arrayOf({ items, prefixItems }: Schema, indent: string): string {
  if (Array.isArray(prefixItems))
    return `[${schemasIn(prefixItems)
      .map((item) => typescriptOf(item, indent))
      .join(', ')}]`
  return isSchema(items) ? `Array<${typescriptOf(items, indent)}>` : 'unknown[]'
}

function objectOf(schema: Schema, indent: string): string {
  const { properties, required, additionalProperties } = schema
  const needed = new Set(Array.isArray(required) ? required : [])
  const deeper = `${indent}  `
  const fields = Object.entries(isSchema(properties) ? properties : {}).flatMap(([name, field]) => {
    if (!isSchema(field)) return []
    const mark = needed.has(name) ? '' : '?'
    return [
      ...commentOf(field, deeper),
      `${deeper}${keyOf(name)}${mark}: ${typescriptOf(field, deeper)}`,
    ]
  })
  if (isSchema(additionalProperties)) {
    const value = typescriptOf(additionalProperties, deeper)
    // Beside named fields an index would have to hold their types, too.
    if (fields.length === 0) return `{ [name: string]: ${value} }`
  }
  return fields.length === 0 ? '{ [name: string]: unknown }' : `{\n${fields.join('\n')}\n${indent}}`
}

const keyOf = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name))

/** What a field says of itself, as a comment in front of it. */
export const commentOf = ({ description }: Schema, indent: string): readonly string[] =>
  typeof description === 'string' && description !== ''
    ? [`${indent}/** ${description.replaceAll('*/', '* /')} */`]
    : []
