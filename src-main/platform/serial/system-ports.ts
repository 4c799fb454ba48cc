/**
 * The library that reaches the system's serial ports, read when one is first asked for: it is a tenth of what a command reads,
 * and brings the add-ons of each system.
 */
const library = async () => (await import('serialport')).SerialPort

export const listSerial = async () => (await library()).list()
export const serialBinding = async () => (await library()).binding
