/** A cell of a table that says who speaks: such a table may stand among other lines. */
export const directionCell = /\|\s*(?:送信|受信|TX|RX|sent|send|received?|recv)\s*\|/i
