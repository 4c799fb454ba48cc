import { activationCode, type ActivationCode } from '@core/esim/activation-code'
import { phaseOfStep, type DownloadPhase, type EsimDownload } from '@core/esim/download-state'
import { Fault } from '@core/fault'
import type { Words } from '@core/words'
import { lpacFault } from './lpac-faults'
import { LpacSession, type LpacOptions } from './lpac-session'
import { downloadedWords, downloadingWords, noConfirmationWords } from './words'

export interface DownloadOptions extends LpacOptions {
  /** It goes on; null: it has ended. */
  readonly onDownload: (download: EsimDownload | null) => void
  readonly note: (words: Words) => void
}
export interface DownloadWishes {
  /** `LPA:1$SERVER$ID` */
  readonly code: string
  /** What the operator gave beside the code. */
  readonly confirmation?: string | undefined
}

/** One profile on its way from its server to the eUICC in a slot, by lpac. */
export class ProfileDownload {
  readonly #o: DownloadOptions
  readonly #code: ActivationCode
  readonly #confirmation: string | undefined
  #told: EsimDownload

  /** Throws esim-code or esim-confirmation before anything is begun. */
  constructor(options: DownloadOptions, { code, confirmation }: DownloadWishes) {
    this.#o = options
    const parsed = activationCode(code)
    if (!parsed) throw new Fault('esim-code')
    if (parsed.wantsConfirmation && !confirmation)
      throw new Fault('esim-confirmation', noConfirmationWords)
    this.#code = parsed
    this.#confirmation = confirmation
    this.#told = { phase: 'card', server: parsed.server, profile: null, sentBytes: 0 }
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { note, onDownload } = this.#o
    const cancelling = () => this.#tell({ phase: 'cancelling' })
    signal?.addEventListener('abort', cancelling)
    note(downloadingWords(this.#code.server))
    onDownload(this.#told)
    try {
      const result = await new LpacSession(this.#o, {
        onStep: (step, data) => this.#step(phaseOfStep(step), data),
        onSent: (octets) => this.#tell({ sentBytes: this.#told.sentBytes + octets }),
        signal,
      }).run(this.#arguments())
      if (result.code === 0) return note(downloadedWords(this.#told.profile?.title ?? ''))
      throw signal?.aborted ? new Fault('esim-cancelled') : lpacFault(result)
    } finally {
      signal?.removeEventListener('abort', cancelling)
      onDownload(null)
    }
  }

  #arguments(): readonly string[] {
    const { server, matchingId } = this.#code
    return [
      ...['profile', 'download', '-s', server],
      ...(matchingId ? ['-m', matchingId] : []),
      ...(this.#confirmation ? ['-c', this.#confirmation] : []),
    ]
  }
  #step(phase: DownloadPhase | undefined, data: unknown): void {
    const profile = titleIn(data)
    this.#tell({ ...(phase && { phase }), ...(profile && { profile }) })
  }
  #tell(change: Partial<EsimDownload>): void {
    this.#told = { ...this.#told, ...change }
    this.#o.onDownload(this.#told)
  }
}

/** What the server says of the profile (es8p). It comes from outside: no control characters. */
function titleIn(data: unknown): EsimDownload['profile'] {
  if (typeof data !== 'object' || data === null || !('iccid' in data)) return null
  const { iccid, serviceProviderName, profileName } = data as { readonly [name: string]: unknown }
  if (typeof iccid !== 'string' || !/^\d{18,20}$/.test(iccid)) return null
  const names = [serviceProviderName, profileName].filter((one) => typeof one === 'string')
  return { iccid, title: names.join(' · ').replaceAll(/\p{Cc}/gu, '\uFFFD') }
}

/** Delivers the notices to the operators that wait on the eUICC; each is taken off it. */
export async function deliverNotices(options: LpacOptions, signal?: AbortSignal): Promise<void> {
  const session = new LpacSession(options, { signal })
  const result = await session.run(['notification', 'process', '-a', '-r'])
  if (result.code !== 0) throw lpacFault(result)
}
