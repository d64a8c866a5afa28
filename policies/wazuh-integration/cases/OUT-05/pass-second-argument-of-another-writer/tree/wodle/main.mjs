export const masked = (text) => text.replaceAll(/[0-9]/g, (digit) => '#')
