import type { KnownFact, Preset } from '@contract'

/** Presets under a heading; `why` says which number of the SIM begins so. */
export interface PresetGroup {
  readonly kind: 'sim' | 'own' | 'others'
  readonly presets: readonly Preset[]
  readonly why?: { readonly number: 'imsi' | 'iccid'; readonly begins: string }
}

interface Fit {
  readonly number: 'imsi' | 'iccid'
  readonly begins: string
}

/** By which number of the SIM a preset fits, and how much of it: the more, the surer. */
function fitOf({ sims }: Preset, facts: readonly KnownFact[]): Fit | undefined {
  const numbers = (['imsi', 'iccid'] as const).flatMap((number) => {
    const value = facts.find(({ key, stale }) => key === number && !stale)?.value ?? ''
    return (sims ?? []).flatMap((begins) => (value.startsWith(begins) ? [{ number, begins }] : []))
  })
  return numbers.sort((one, other) => other.begins.length - one.begins.length)[0]
}

/** First those for the SIM in the slot, the surest on top, then the person's own, then all others. */
export function presetGroups(
  presets: readonly Preset[],
  facts: readonly KnownFact[],
): readonly PresetGroup[] {
  const fits = presets
    .flatMap((preset) => {
      const fit = fitOf(preset, facts)
      return fit ? [{ preset, fit }] : []
    })
    .sort((one, other) => other.fit.begins.length - one.fit.begins.length)
  const fitting = new Set(fits.map(({ preset }) => preset))
  const rest = presets.filter((preset) => !fitting.has(preset))
  const [surest] = fits
  const groups: readonly PresetGroup[] = [
    { kind: 'sim', presets: [...fitting], ...(surest && { why: surest.fit }) },
    { kind: 'own', presets: rest.filter(({ own }) => own) },
    { kind: 'others', presets: rest.filter(({ own }) => !own) },
  ]
  return groups.filter((group) => group.presets.length > 0)
}
