import type { FileFamily } from '@core/files/family'

const files = import.meta.glob<FileFamily>(['./*.ts', '!./index.ts'], {
  eager: true,
  import: 'default',
})

/** How each family of modems keeps files and certificates, by id. */
export const fileFamilies: readonly FileFamily[] = Object.values(files).sort((a, b) =>
  a.id < b.id ? -1 : 1,
)
