import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** Whether the window fits a media query now. */
export function useMedia(query: string): Readonly<ShallowRef<boolean>> {
  const list = matchMedia(query)
  const fits = shallowRef(list.matches)
  const take = (event: MediaQueryListEvent) => (fits.value = event.matches)
  list.addEventListener('change', take)
  onScopeDispose(() => list.removeEventListener('change', take))
  return fits
}
