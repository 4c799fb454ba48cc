/** The Japanese of a text of the help. Rather English than nothing: a test finds what is missing. */
export const japaneseOf = (english: string): string => texts.get(english) ?? english

export const texts = new Map<string, string>()
