export async function ask(address) {
  const response = await fetch(`https://intel.whimbrel.invalid/${address}`, { signal: AbortSignal.timeout(5000) })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return response.json()
}
