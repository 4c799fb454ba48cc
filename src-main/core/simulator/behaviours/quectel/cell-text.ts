import type { Cell } from '../../operators'

export const hex = (value: number): string => value.toString(16).toUpperCase()
export const placeOf = ({ plmn }: Cell): string => `${plmn.slice(0, 3)},${plmn.slice(3)}`
export const bandOf = ({ band }: Cell): string => /\d+$/.exec(band)?.[0] ?? ''
