import { z } from 'zod'
import type { Handlers, KnownRemote } from '@contract'
import type { remoteCalls } from '@contract/remote'
import { Fault } from '@core/fault'
import type { Keyring } from '@core/ports/keyring'
import type { RemoteBench, RemoteWindows } from '@core/ports/remote-windows'
import type { Store } from '@core/ports/store'
import { remoteAddress, remoteToken } from './remote-address'
import { InTurn } from '@bench/in-turn'
import { jsonOf, keptBeside, rowsOf } from './kept-file'
import { desktopAppOnly, tokenSealedElsewhere, entriesNotRead } from './words'

const file = 'remotes.json'
/** The oldest goes when one more is opened. */
const mostKept = 32

const remote = z.looseObject({
  url: z.url({ protocol: /^https?$/ }),
  /** In clear where there is no keyring; the file is its owner's alone. */
  token: z.string().optional(),
  sealedToken: z.string().optional(),
  /** Of the certificate that a person has compared. */
  fingerprint: z.string().optional(),
})
type Remote = z.infer<typeof remote>

export interface RemotesOptions {
  readonly store: Store
  readonly keyring?: Keyring | undefined
  readonly windows?: RemoteWindows | undefined
}

/** The benches of other computers that were opened, newest first, with the tokens that people wanted kept. */
export class Remotes {
  readonly #options: RemotesOptions
  #known: readonly Remote[] = []
  readonly #turns = new InTurn()
  constructor(options: RemotesOptions) {
    this.#options = options
  }
  /** Reads the file; one that cannot be read is kept beside, and said. */
  async load(): Promise<void> {
    const text = await this.#options.store.read(file)
    if (text === undefined) return
    const { read, unread } = rowsOf(jsonOf(text), remote)
    this.#known = read
    if (unread > 0) throw await keptBeside(this.#options.store, file, text, entriesNotRead(unread))
  }
  get urls(): readonly string[] {
    return this.#known.map(({ url }) => url)
  }
  /** What lets us in without a person; undefined where its token is not kept. Rejects with keyring-closed. */
  async wayTo(url: string): Promise<RemoteBench | undefined> {
    const known = this.#known.find((one) => one.url === url)
    const token = await this.#tokenOf(known)
    return token === undefined ? undefined : { url, token, fingerprint: known?.fingerprint }
  }
  get handlers(): Pick<Handlers, keyof typeof remoteCalls> {
    return {
      'remote.list': async () => this.#list(),
      'remote.open': async ({ address, token, keep, fingerprint }) => {
        const windows = this.#windows()
        const { url, token: brought } = remoteAddress(address)
        const known = this.#known.find((one) => one.url === url)
        const chosen = remoteToken(token || brought || ((await this.#tokenOf(known)) ?? ''))
        const trusted = fingerprint ?? known?.fingerprint
        const answer = await windows.open({ url, token: chosen, fingerprint: trusted })
        if (answer.kind === 'untrusted' && known?.fingerprint !== undefined)
          return { ...answer, changed: true }
        if (answer.kind === 'opened')
          await this.#keep({
            ...known,
            url,
            token: undefined,
            sealedToken: undefined,
            ...(keep ? await this.#kept(chosen) : {}),
            ...(trusted === undefined ? {} : { fingerprint: trusted }),
          })
        return answer
      },
      'remote.forget': async ({ url }) => {
        await this.#write((known) => known.filter((one) => one.url !== url))
        return this.#list()
      },
    }
  }

  #windows(): RemoteWindows {
    const { windows } = this.#options
    if (windows) return windows
    throw new Fault('bad-input', desktopAppOnly)
  }
  #list(): readonly KnownRemote[] {
    const { keyring } = this.#options
    return this.#known.map(({ url, token, sealedToken }) => ({
      url,
      opens: token !== undefined || (sealedToken !== undefined && keyring !== undefined),
    }))
  }
  async #tokenOf(known: Remote | undefined): Promise<string | undefined> {
    if (known?.sealedToken === undefined) return known?.token
    const token = await this.#options.keyring?.open(known.sealedToken)
    if (token !== undefined) return token
    throw new Fault('keyring-closed', tokenSealedElsewhere(known.url))
  }
  async #kept(token: string): Promise<Pick<Remote, 'token' | 'sealedToken'>> {
    const { keyring } = this.#options
    return keyring ? { sealedToken: await keyring.seal(token) } : { token }
  }
  async #keep(one: Remote): Promise<void> {
    await this.#write((known) =>
      [one, ...known.filter(({ url }) => url !== one.url)].slice(0, mostKept),
    )
  }
  /** What could not be written does not apply. */
  #write(change: (known: readonly Remote[]) => readonly Remote[]): Promise<void> {
    return this.#turns.run(async () => {
      const known = change(this.#known)
      await this.#options.store.write(file, `${JSON.stringify(known, null, 2)}\n`)
      this.#known = known
    })
  }
}
