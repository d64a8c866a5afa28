export const typesCodes = {} as const
