/**
 * Text from outside as a terminal may have it: control characters, which could move its cursor or colour what follows, as their
 * pictures (␛). Tabs stay, and line ends where the text may have several lines.
 */
export const shown = (text: string, lines: 'one' | 'many' = 'one'): string =>
  text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, (one) => {
    if (one === '\n' && lines === 'many') return one
    const code = one.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '␡' : '\ufffd'
  })
