import type { RadioFamily } from '@core/radio/item'

const files = import.meta.glob<RadioFamily>(
  ['./*.ts', '!./index.ts', '!./simcom-parts.ts', '!./quectel-parts.ts'],
  {
    eager: true,
    import: 'default',
  },
)

/** What can be set in the radio of each family of modems, by id. */
export const radioFamilies: readonly RadioFamily[] = Object.values(files).sort((a, b) =>
  a.id < b.id ? -1 : 1,
)
