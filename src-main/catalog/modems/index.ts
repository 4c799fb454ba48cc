import type { ModemProfile } from '@core/modem/profile'

const files = import.meta.glob<ModemProfile>(['./*.ts', '!./index.ts'], {
  eager: true,
  import: 'default',
})

/** Every modem profile, by id, with the one that takes all of them last. */
export const modemProfiles: readonly ModemProfile[] = Object.values(files).sort((a, b) =>
  a.id === 'generic' ? 1 : b.id === 'generic' ? -1 : a.id < b.id ? -1 : 1,
)
