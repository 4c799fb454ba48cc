/** The text of UCS2 hex (`002B003800310039…`), or undefined when it is not that. */
export function ucs2Text(hex: string): string | undefined {
  if (hex.length < 16 || hex.length % 4 !== 0) return undefined
  let text = ''
  for (let i = 0; i < hex.length; i += 4)
    text += String.fromCharCode(parseInt(hex.slice(i, i + 4), 16))
  // Telling text from any other hex: all of it must be letters, digits or kana and kanji people write.
  return /^[\t\r\n\x20-\x7e\u00a0-\u024f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+$/.test(text)
    ? text
    : undefined
}

export function ucs2Hex(text: string): string {
  let hex = ''
  for (let i = 0; i < text.length; i++)
    hex += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')
  return hex
}
