import type { HidRequest } from './hid-message'

type Release = Extract<HidRequest, { do: 'when lost' }>['releases'][number]

/** What lets the lines of a device go, kept where it survives the program that drives them. */
export class HidReleases {
  readonly #send: (release: Release) => Promise<void>
  #releases: readonly Release[] = []
  #late: NodeJS.Timeout | undefined

  constructor(send: (release: Release) => Promise<void>) {
    this.#send = send
  }

  /** Replaces what was kept; without another word it is sent after `withinMs`. */
  set(releases: readonly Release[], withinMs: number): void {
    clearTimeout(this.#late)
    this.#releases = releases
    if (releases.length > 0) this.#late = setTimeout(() => void this.now(), withinMs)
  }

  /** Each line is let go on its own: one that refuses holds no other one back. */
  async now(): Promise<void> {
    for (const release of this.#releases)
      await this.#send(release).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        process.stderr.write(`modem-bench: a line could not be released: ${why}\n`)
      })
  }
}
