/** What an action of the file system gives, or nothing where it fails: for questions whose answer is then simply "no". */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
