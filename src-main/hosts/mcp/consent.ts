import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Role } from '@contract'
import type { Language } from '@core/words'
import { allowIt, mayI } from './words'

/** What an assistant wants to do. */
export interface Wish {
  readonly name: string
  readonly input: unknown
  readonly role: Role
  readonly language: Language
}

// More would hide what matters from the person who reads it.
const longestInput = 2_000

/** Asks the person by the client (elicitation); `cannot-ask`: the client has no way to. */
export async function askPerson(
  { server }: McpServer,
  { name, input, role, language }: Wish,
): Promise<'allowed' | 'refused' | 'cannot-ask'> {
  const written = input === undefined ? '' : JSON.stringify(input, undefined, 2)
  // What is not shown whole is not allowed.
  if (!server.getClientCapabilities()?.elicitation || written.length > longestInput)
    return 'cannot-ask'
  const { action, content } = await server.elicitInput({
    message: mayI({ name, written, role })[language],
    requestedSchema: {
      type: 'object',
      properties: { allow: { type: 'boolean', title: allowIt[language], default: false } },
      required: ['allow'],
    },
  })
  return action === 'accept' && content?.['allow'] === true ? 'allowed' : 'refused'
}
