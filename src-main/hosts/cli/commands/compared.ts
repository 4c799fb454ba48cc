import { harmless, type Language, type Words } from '@contract'
import { complain } from '../complain'
import { print } from '../output'

/** What a change of settings comes to. */
interface Compared {
  readonly differences: readonly Words[]
  readonly warnings: readonly Words[]
}

/** Prints what differs; whether there is anything to write, and it is to be written. */
export async function toWrite(
  { differences, warnings }: Compared,
  {
    lang,
    dryRun,
    quiet = false,
  }: { readonly lang: Language; readonly dryRun: boolean; readonly quiet?: boolean },
): Promise<boolean> {
  const told = quiet ? () => Promise.resolve() : print
  if (differences.length === 0) await told(nothing[lang])
  for (const words of differences) await told(harmless(words[lang]))
  for (const words of warnings) complain(words)
  return differences.length > 0 && !dryRun
}

const nothing: Words = {
  en: 'Nothing differs; nothing was written.',
  ja: '差分はありません。何も書き込んでいません。',
}
export const written: Words = { en: 'Written and read back:', ja: '書き込み、読み戻しました：' }
