import { z } from 'zod'
import { mostCodeCharacters } from '@core/esim/activation-code'
import type { EsimProfile } from '@core/esim/euicc'
import type { Words } from '@core/words'
import { call } from './call'
import { slotName } from './schema'
import { freeMemory, operatorNotices } from './words'

export { activationCode } from '@core/esim/activation-code'
export { downloadPhaseWords } from '@core/esim/words'
export type { DownloadPhase, EsimDownload } from '@core/esim/download-state'
export { nicknameProblem } from '@core/esim/euicc'
export type { EsimProfile }

/** An eUICC as it was read last. */
export interface EsimContents {
  /** 32 digits. */
  readonly eid: string
  /** Of GSMA SGP.22 that it follows, `2.3.0`; null: it does not tell. */
  readonly version: string | null
  /** Octets of its memory that are free; null: it does not tell. */
  readonly freeBytes: number | null
  /** Where profiles come from unless another server is named (SM-DP+); null: none is set. */
  readonly server: string | null
  /** Notices to operators that wait on it until somebody delivers them; null: it does not tell. */
  readonly waiting: number | null
  readonly profiles: readonly EsimProfile[]
  readonly readMs: number
}

const ofProfile = z.object({ slot: slotName, iccid: z.string().regex(/^\d{18,20}$/) })

export const esimCalls = {
  /** Reads an eUICC and its profiles; changes nothing. Rejects with esim-none where there is none. */
  'esim.read': call<EsimContents>()(z.object({ slot: slotName })),
  /** Enables a profile, and disables by it the one that was. The modem reads its card anew: connections end. */
  'esim.enable': call<EsimContents>()(ofProfile),
  /** Disables a profile: the modem has no SIM until one is enabled. */
  'esim.disable': call<EsimContents>()(ofProfile),
  /** Gives a profile a name of the person’s own: 64 octets of UTF-8 at most; empty takes it away. */
  'esim.rename': call<EsimContents>()(ofProfile.extend({ nickname: z.string().max(64) })),
  /** Deletes a disabled profile for good. */
  'esim.remove': call<EsimContents>()(ofProfile),
  /**
   * Downloads a profile by its activation code, `LPA:1$SERVER$ID`, by this computer’s own network; where it is, is in `esimDownload` of the
   * slot, and `at.cancel` ends it. Rejects with esim-lpac-missing where lpac is not installed.
   */
  'esim.download': call<EsimContents>()(
    z.object({
      slot: slotName,
      code: z.string().min(1).max(mostCodeCharacters),
      confirmation: z.string().min(1).max(64).optional(),
    }),
  ),
  /** Delivers the notices that wait on the eUICC to the operators, by lpac and this computer’s own network. */
  'esim.deliver': call<EsimContents>()(z.object({ slot: slotName })),
} as const

const grouped = (count: number) => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')

/** What is said of the eUICC itself, row by row. */
export function esimRows(esim: EsimContents): readonly { title: Words; words: Words }[] {
  const { eid, version, freeBytes, server, waiting } = esim
  const same = (text: string): Words => ({ en: text, ja: text })
  const rows: readonly (readonly [Words, string | number | null])[] = [
    [same('EID'), eid],
    [same('SGP.22'), version],
    [freeMemory, freeBytes === null ? null : `${grouped(freeBytes)} B`],
    [same('SM-DP+'), server],
    [operatorNotices, waiting],
  ]
  return rows.flatMap(([title, value]) =>
    value === null ? [] : [{ title, words: same(String(value)) }],
  )
}
