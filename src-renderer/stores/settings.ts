import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { defaultSettings, type Input, type Settings } from '@contract'
import { client } from '../api/client'
import { languageFor, setLanguage } from '../text'
import { useNotices } from './notices'
import { useShell } from './shell'

/** The settings as the host keeps them; a change shows at once and is taken back when the host refuses it. */
export const useSettings = defineStore('settings', () => {
  const values = shallowRef<Settings>(defaultSettings)
  const darkSystem = matchMedia('(prefers-color-scheme: dark)')
  const systemIsDark = shallowRef(darkSystem.matches)
  darkSystem.addEventListener('change', (event) => (systemIsDark.value = event.matches))

  const theme = computed<'light' | 'dark'>(() => {
    if (values.value.theme !== 'auto') return values.value.theme
    return systemIsDark.value ? 'dark' : 'light'
  })

  function take(settings: Settings): void {
    values.value = settings
  }

  async function change(part: Input<'settings.change'>): Promise<void> {
    const before = values.value
    values.value = { ...before, ...definedOf(part) }
    // How a window looks that may change nothing for others is its own affair.
    if (useShell().keepsToItself) return
    const settled = await useNotices().watch(client().call('settings.change', part))
    values.value = settled ?? before
  }

  watch(theme, (name) => (document.documentElement.dataset['theme'] = name), { immediate: true })
  watch(
    () => values.value.language,
    (choice) => setLanguage(languageFor(choice)),
    { immediate: true },
  )
  return { values, theme, take, change }
})

/** The part of a change that says something. */
function definedOf(part: Input<'settings.change'>): Partial<Settings> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
}
