const number = /(?<![\d.,])\+?\d(?:[- ]?\d){6,14}(?![\d.,]*\d)/g

/** Numbers that the network names in its own words (27.007, 7.15), in any form, with where they stand. */
export const namedNumbers = (text: string): RegExpExecArray[] => [...text.matchAll(number)]

/** A text of the network whose quotes are still open: a menu has lines of its own. */
export const opensUssd = (text: string): boolean => /^\s{0,8}\+CUSD: \d,\s*"[^"]*$/.test(text)
export const closesUssd = (text: string): boolean => /"(?:, *\d{1,3})?\s*$/.test(text)
