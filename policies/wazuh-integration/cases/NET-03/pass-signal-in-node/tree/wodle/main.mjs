const answer = await fetch('https://api.acme.io', { signal: AbortSignal.timeout(5000) })
