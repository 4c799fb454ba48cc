/** One chart of the picture: its canvas as it stands on the page, and its name. */
export interface Panel {
  readonly title: string
  readonly canvas: HTMLCanvasElement
}
interface Look {
  readonly title: string
  readonly background: string
  readonly text: string
  readonly legends: readonly { readonly text: string; readonly colour: string }[]
}

const titleHeight = 40
const nameWidth = 120

/** All charts under each other as one PNG (base64), with title and legend. */
export function pictureOf(panels: readonly Panel[], look: Look): string {
  const scale = window.devicePixelRatio
  const sizes = panels.map(({ canvas }) => ({
    width: canvas.width / scale,
    height: canvas.height / scale,
  }))
  const width = nameWidth + Math.max(0, ...sizes.map((size) => size.width)) + 8
  const height = titleHeight + sizes.reduce((sum, size) => sum + size.height + 8, 0)
  const sheet = document.createElement('canvas')
  sheet.width = width * scale
  sheet.height = height * scale
  const pen = sheet.getContext('2d')
  if (!pen) return ''
  pen.scale(scale, scale)
  pen.fillStyle = look.background
  pen.fillRect(0, 0, width, height)
  pen.font = '13px system-ui, sans-serif'
  pen.textBaseline = 'middle'
  drawLegend(pen, look)
  let top = titleHeight
  panels.forEach((panel, n) => {
    const size = sizes[n]
    if (!size) return
    pen.fillStyle = look.text
    pen.fillText(panel.title, 12, top + 16)
    pen.drawImage(panel.canvas, nameWidth, top, size.width, size.height)
    top += size.height + 8
  })
  return sheet.toDataURL('image/png').split(',')[1] ?? ''
}

function drawLegend(pen: CanvasRenderingContext2D, look: Look): void {
  pen.fillStyle = look.text
  pen.fillText(look.title, 12, titleHeight / 2)
  let x = 24 + pen.measureText(look.title).width
  for (const { text, colour } of look.legends) {
    pen.fillStyle = colour
    pen.fillText(text, x, titleHeight / 2)
    x += pen.measureText(text).width + 20
  }
}
