import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { clientOf, dispatch } from '@contract'
import { benchServer } from '@hosts/mcp/server'
import type { benchFixture } from './bench-fixture'

/** An assistant at the tools of a bench on paper; `folder`: whose files it may read. */
export async function assistantAt(
  { bench, clock }: Awaited<ReturnType<typeof benchFixture>>,
  folder: string,
) {
  const client = clientOf({
    call: (name, input) => clock.until(dispatch(bench.handlers, name, input)),
    onEvent: (listener) => bench.onEvent(listener),
  })
  const [here, there] = InMemoryTransport.createLinkedPair()
  const server = benchServer({ bench: client, allowUse: false, language: 'en', folder })
  const assistant = new Client({ name: 'test', version: '1' })
  await Promise.all([server.connect(there), assistant.connect(here)])
  return {
    /** What a tool says. */
    async told(name: string, given: object = {}): Promise<string> {
      const { content } = await assistant.callTool({ name, arguments: { ...given } })
      return JSON.stringify(content)
    },
    async read(uri: string): Promise<string> {
      return JSON.stringify(await assistant.readResource({ uri }))
    },
    end: () => assistant.close(),
  }
}
