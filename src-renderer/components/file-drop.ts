import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Files dropped anywhere in the window; true while some are held over it. A drop never leaves the page. */
export function useFileDrop(dropped: (files: readonly File[]) => void): Ref<boolean> {
  const over = ref(false)
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

  function drag(event: DragEvent): void {
    if (!holdsFiles(event)) return
    event.preventDefault()
    over.value = true
  }
  function leave(event: DragEvent): void {
    // Between two elements of the page there is a next one; out of the window there is none.
    if (event.relatedTarget === null) over.value = false
  }
  function drop(event: DragEvent): void {
    over.value = false
    if (!holdsFiles(event)) return
    event.preventDefault()
    dropped([...(event.dataTransfer?.files ?? [])])
  }
  onMounted(() => {
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('dragover', drag)
    window.removeEventListener('dragleave', leave)
    window.removeEventListener('drop', drop)
  })
  return over
}
