import { nativeImage, type NativeImage } from 'electron'
import icon from '@resources/icons/32x32.png?inline'
import template from '@resources/icons/trayTemplate.png?inline'
import fineTemplate from '@resources/icons/trayTemplate@2x.png?inline'

/** The icon as it is; on macOS its shape alone, which the menu bar draws dark or light as the rest of it. */
export function trayImage(): NativeImage {
  if (process.platform !== 'darwin') return nativeImage.createFromDataURL(icon)
  const image = nativeImage.createFromDataURL(template)
  image.addRepresentation({ scaleFactor: 2, dataURL: fineTemplate })
  image.setTemplateImage(true)
  return image
}
