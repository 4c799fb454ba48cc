const none: readonly RegExpExecArray[] = []

/**
 * What a global expression finds, as `matchAll` does, which copies the expression for every text: a log has millions of lines,
 * and most hold nothing.
 */
export function matches(form: RegExp, text: string): readonly RegExpExecArray[] {
  form.lastIndex = 0
  let match = form.exec(text)
  if (!match) return none
  const found: RegExpExecArray[] = []
  while (match) {
    found.push(match)
    if (match[0] === '') form.lastIndex++
    match = form.exec(text)
  }
  return found
}
