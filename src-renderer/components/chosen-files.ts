/** What was chosen in a field for files; the field is empty again, so that the same file can be chosen once more. */
export function chosenFiles({ target }: Event): readonly File[] {
  if (!(target instanceof HTMLInputElement)) return []
  const files = [...(target.files ?? [])]
  target.value = ''
  return files
}
