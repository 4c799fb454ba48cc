import type { SlotState } from '@contract'

/**
 * What the modem of a slot is called. The family that it is treated as has the shorter name where the model begins with it
 * (`SIM7672` for `SIM7672JP-MNGV`); a family of many (`Quectel`, `3GPP TS 27.007`) would name none of them, so that the model does, as it does where no family is known.
 */
export function modemName({
  modem,
  facts,
}: Pick<SlotState, 'modem' | 'facts'>): string | undefined {
  const model = modelOf({ facts })
  return model === undefined || (modem && model.includes(modem.name)) ? modem?.name : model
}

/** As it names itself. */
export function modelOf({ facts }: Pick<SlotState, 'facts'>): string | undefined {
  return facts.find(({ key }) => key === 'model')?.value
}
