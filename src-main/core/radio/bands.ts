import { quoted, wordsOf } from '../words'
import type { RadioOption } from './item'

/** LTE bands by number with the frequency they are called by in MHz (3GPP TS 36.101, table 5.5-1). */
const lteMhz: Readonly<Record<number, string>> = {
  1: '2100',
  2: '1900',
  3: '1800',
  4: '1700/2100',
  5: '850',
  7: '2600',
  8: '900',
  9: '1800',
  10: '1700/2100',
  11: '1500',
  12: '700',
  13: '700',
  14: '700',
  17: '700',
  18: '850',
  19: '850',
  20: '800',
  21: '1500',
  22: '3500',
  23: '2000',
  24: '1600',
  25: '1900',
  26: '850',
  27: '850',
  28: '700',
  29: '700 SDL',
  30: '2300',
  31: '450',
  32: '1500 SDL',
  33: '1900 TDD',
  34: '2000 TDD',
  35: '1900 TDD',
  36: '1900 TDD',
  37: '1900 TDD',
  38: '2600 TDD',
  39: '1900 TDD',
  40: '2300 TDD',
  41: '2500 TDD',
  42: '3500 TDD',
  43: '3700 TDD',
  44: '700 TDD',
  45: '1500 TDD',
  46: '5200 TDD',
  47: '5900 TDD',
  48: '3500 TDD',
  65: '2100',
  66: '1700/2100',
  67: '700 SDL',
  68: '700',
  69: '2600 SDL',
  70: '1700/2000',
  71: '600',
  72: '450',
  73: '450',
  74: '1500',
  75: '1500 SDL',
  76: '1500 SDL',
  85: '700',
  87: '410',
  88: '410',
}

/** `B3` or `n78` with what it is called by; a number of no such table is shown bare. */
export function bandOption(number: number, letter: 'B' | 'n' = 'B'): RadioOption {
  const mhz = letter === 'B' ? lteMhz[number] : undefined
  const id = `${letter}${number}`
  return { id, name: wordsOf(quoted(mhz === undefined ? id : `${id} (${mhz})`)) }
}
/** The number behind `B3` or `n78`. */
export const bandNumber = (id: string): number => Number(id.slice(1))
/** All LTE bands of the table up to a number. */
export function lteBandsTo(most: number): readonly number[] {
  return Object.keys(lteMhz)
    .map(Number)
    .filter((number) => number <= most)
}
export const isLteBand = (number: number): boolean => lteMhz[number] !== undefined
