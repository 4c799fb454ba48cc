import type { GnssFamily } from '@core/gnss/family'

const files = import.meta.glob<GnssFamily>(
  ['./*.ts', '!./index.ts', '!./fields.ts', '!./*-parts.ts'],
  {
    eager: true,
    import: 'default',
  },
)

/** How the receivers of each family of modems are used, by id. */
export const gnssFamilies: readonly GnssFamily[] = Object.values(files).sort((a, b) =>
  a.id < b.id ? -1 : 1,
)
