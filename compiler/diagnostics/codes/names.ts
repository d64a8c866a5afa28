export const namesCodes = {} as const
