import type { Words } from '@core/words'

export const tooMuchMemory = (mib: number): Words => ({
  en: `It needed more than ${mib} MiB.`,
  ja: `必要なメモリーが ${mib} MiB を超えました。`,
})
