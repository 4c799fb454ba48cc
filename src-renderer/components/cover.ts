import { computed, ref } from 'vue'
import { useSettings } from '../stores/settings'

/** Numbers and names of a page or dialog are covered as the settings say, until somebody asks for them there. */
export function useCover() {
  const settings = useSettings()
  const revealed = ref(false)
  return { revealed, masking: computed(() => settings.values.maskSecrets && !revealed.value) }
}
