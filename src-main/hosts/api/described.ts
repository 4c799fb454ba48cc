import { z } from 'zod'
import { calls, roleFor, type Role } from '@contract'
import types from 'virtual:contract-types'
import type { Comments, Schema } from './contract-types'

/** A call as programs see it. */
export interface DescribedCall {
  readonly name: string
  readonly comment: string
  readonly role: Role
  /** Undefined: it takes nothing. */
  readonly input?: Schema
  /** Whether it may be left out. */
  readonly optional: boolean
  /** Undefined: it answers nothing. */
  readonly answer?: Schema
}

export interface DescribedEvent {
  readonly name: string
  readonly comment: string
  readonly value: Schema
}

/** The contract as data: inputs from the schemas that check them, the rest from the types and comments beside them. */
export const describedCalls = (): readonly DescribedCall[] =>
  Object.entries(calls).map(([name, { input }]) => {
    const { comment = '', fields, answer } = types.calls[name] ?? {}
    const nothing = input instanceof z.ZodUndefined
    return {
      ...{ name, comment, role: roleFor(name), optional: input.safeParse(undefined).success },
      ...(nothing ? {} : { input: commented(schemaOf(input), fields) }),
      ...(answer ? { answer } : {}),
    }
  })

export const describedEvents = (): readonly DescribedEvent[] =>
  Object.entries(types.events).map(([name, event]) => ({ name, ...event }))

/** The types that answers and events refer to. */
export const namedTypes = (): { readonly [name: string]: Schema } => types.named

function schemaOf(input: z.ZodType): Schema {
  // What a transform makes of it is our business; what it takes is described.
  const { $schema: _draft, ...schema } = z.toJSONSchema(input, {
    io: 'input',
    unrepresentable: 'any',
  })
  return schema
}

/** A schema with the comments on its fields, through what is around them. */
function commented(schema: Schema, comments: Comments | undefined): Schema {
  if (!comments) return schema
  const { comment, fields = {} } = comments
  const { properties, items } = schema
  return {
    ...schema,
    ...(isSchema(properties) ? { properties: commentedFields(properties, fields) } : {}),
    ...(isSchema(items) ? { items: commented(items, { fields }) } : {}),
    ...(comment === undefined ? {} : { description: comment }),
  }
}

const commentedFields = (properties: Schema, fields: Comments['fields'] = {}): Schema =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      isSchema(schema) ? commented(schema, fields[name]) : schema,
    ]),
  )

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
