/** Puts text on the clipboard. A page over plain HTTP from another machine has no clipboard API, so the old way stays. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext && 'clipboard' in navigator) {
    await navigator.clipboard.writeText(text)
    return
  }
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'seen-by-readers'
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
