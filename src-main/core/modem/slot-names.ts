export const slotNames = ['a', 'b'] as const
export type SlotName = (typeof slotNames)[number]
