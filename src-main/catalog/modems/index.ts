import type { ModemProfile } from '@core/modem/profile'
import { membersOf } from '../members'

const files = import.meta.glob<unknown>('./profiles/*.ts', { eager: true, import: 'default' })

/** Every modem profile, by id, with the one that takes all of them last. */
export const modemProfiles: readonly ModemProfile[] = membersOf<ModemProfile>(files, 'profile', [
  'id',
  'matches',
  'registration',
]).sort((a, b) => (a.id === 'generic' ? 1 : b.id === 'generic' ? -1 : a.id < b.id ? -1 : 1))
