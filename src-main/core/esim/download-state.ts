/** Where the download of a profile is. */
export const downloadPhases = [
  'card',
  'server',
  'authentication',
  'confirmation',
  'package',
  'installation',
  'cancelling',
] as const
export type DownloadPhase = (typeof downloadPhases)[number]

/** A profile that is being brought to an eUICC. */
export interface EsimDownload {
  readonly phase: DownloadPhase
  /** Where it comes from (SM-DP+). */
  readonly server: string
  /** What the server says of it; null: not yet. */
  readonly profile: { readonly iccid: string; readonly title: string } | null
  /** Octets that went to the card since it began. */
  readonly sentBytes: number
}

/** The step of lpac that begins a phase; a step that is not known changes none. */
const phases: { readonly [step: string]: DownloadPhase } = {
  es10a_get_euicc_configured_addresses: 'card',
  es10b_get_euicc_challenge_and_info: 'card',
  es9p_initiate_authentication: 'server',
  es10b_authenticate_server: 'authentication',
  es9p_authenticate_client: 'authentication',
  es10b_prepare_download: 'confirmation',
  es9p_get_bound_profile_package: 'package',
  es10b_load_bound_profile_package: 'installation',
  es10b_cancel_session: 'cancelling',
  es9p_cancel_session: 'cancelling',
}
export const phaseOfStep = (step: string): DownloadPhase | undefined => phases[step]
