/** What a field of the form is called, behind its slot or the part that it stands in: `A · APN`. */
export function fieldName(field: HTMLElement): string {
  const own =
    field.getAttribute('aria-label') ??
    field.closest('label')?.querySelector('span')?.textContent ??
    ''
  const slot = field.closest('[data-slot]')?.getAttribute('data-slot')?.toUpperCase()
  const part = slot ?? field.closest('details, section')?.querySelector('h2')?.textContent ?? ''
  return [part, own]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' · ')
}
