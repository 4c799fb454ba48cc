import type { UsbFamily } from '@core/usb/composition'

const files = import.meta.glob<UsbFamily>(['./*.ts', '!./index.ts', '!./*-parts.ts'], {
  eager: true,
  import: 'default',
})

/** What each family can be on USB, by id; no identity is of two of them. */
export const usbFamilies: readonly UsbFamily[] = Object.values(files).sort((a, b) =>
  a.id < b.id ? -1 : 1,
)
