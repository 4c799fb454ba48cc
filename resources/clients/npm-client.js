/** What a call fails with (RFC 9457). */
export class BenchFault extends Error {
  constructor({ status, code, title, detail = '', tries = [] }) {
    super(detail === '' ? title : `${title} ${detail}`)
    this.name = 'BenchFault'
    Object.assign(this, { status, code, title, detail, tries })
  }
}

const againMs = 2000

export class ModemBench {
  #url
  #options

  constructor(url, options) {
    this.#url = new URL(url)
    this.#options = options
  }

  async call(name, input) {
    const body = input === undefined ? {} : { body: JSON.stringify(input) }
    const response = await this.#ask(`/api/calls/${name}`, {
      method: 'POST',
      ...body,
      headers: input === undefined ? {} : { 'Content-Type': 'application/json' },
    })
    return response.status === 204 ? undefined : response.json()
  }

  async *events(names = [], { signal } = {}) {
    let last
    for (;;) {
      try {
        const query = names.length > 0 ? `?names=${names.join(',')}` : ''
        const headers = last === undefined ? {} : { 'Last-Event-ID': last }
        const response = await this.#ask(`/api/events${query}`, { headers, signal })
        for await (const event of eventsIn(response.body)) {
          last = event.id ?? last
          yield event
        }
      } catch (error) {
        if (signal?.aborted) return
        // The bench itself said no: asking again changes nothing.
        if (error instanceof BenchFault) throw error
      }
      if (signal?.aborted) return
      await new Promise((resolve) => setTimeout(resolve, againMs))
    }
  }

  async #ask(path, { headers, ...init }) {
    const { token, language = 'en', fetch = globalThis.fetch } = this.#options
    const response = await fetch(new URL(path, this.#url), {
      ...init,
      headers: { ...headers, Authorization: `Bearer ${token}`, 'Accept-Language': language },
    })
    if (response.ok) return response
    throw new BenchFault(await problemIn(response))
  }
}

async function problemIn(response) {
  const isProblem = (response.headers.get('content-type') ?? '').includes('problem+json')
  if (isProblem) return response.json()
  const title = `HTTP ${response.status} ${response.statusText}`.trim()
  return { status: response.status, code: 'http', title, detail: await response.text() }
}

/** Server-sent events; a message ends with an empty line. */
async function* eventsIn(body) {
  let rest = ''
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const messages = (rest + value).split('\n\n')
      rest = messages.pop()
      for (const message of messages) {
        const event = eventOf(message)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function eventOf(message) {
  const fields = new Map(
    message.split('\n').map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at), line.slice(at + 1).trimStart()]
    }),
  )
  const name = fields.get('event')
  if (name === undefined) return undefined
  return { name, value: JSON.parse(fields.get('data') ?? 'null'), id: fields.get('id') }
}
