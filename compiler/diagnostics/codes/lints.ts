export const lintsCodes = {} as const
