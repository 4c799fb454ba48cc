/** The page's own files that its HTML names. */
const named = /(?:src|href)="\.(\/[^"]+)"/g

/** Should a page never ask for all it names, nothing waits for it longer. */
const netMs = 3000

/**
 * The first time that the page is read. The files are handed over by the thread that the bench is started in, and reading
 * the bench holds that thread up for longer than the page needs to get them: so the page comes first.
 */
export class PageReading {
  /** Resolves when the page has been given all that its HTML names. */
  readonly done: Promise<void>
  /** Undefined before the HTML has been given. */
  #missing: Set<string> | undefined
  #end: () => void = () => undefined

  constructor() {
    this.done = new Promise((resolve) => {
      this.#end = resolve
      setTimeout(resolve, netMs).unref()
    })
  }

  /** `path`: as the page asks for it, from the root. */
  gave(path: string, body: Buffer): void {
    if (path.endsWith('.html'))
      this.#missing = new Set(Array.from(body.toString().matchAll(named), ([, file]) => file ?? ''))
    this.#missing?.delete(path)
    if (this.#missing?.size === 0) this.#end()
  }
}

/** The body of an answer, and `taken` when whoever reads it has taken it. */
export function bodyOf(body: Buffer, taken: () => void): ReadableStream<Uint8Array> {
  let given = false
  return new ReadableStream(
    {
      pull(reader) {
        if (!given) reader.enqueue(body)
        else {
          reader.close()
          taken()
        }
        given = true
      },
    },
    // Asks for nothing ahead of its reader: that it is asked again says that the first was taken.
    { highWaterMark: 0 },
  )
}
