const answer = await fetch('https://api.acme.io', { headers: { Authorization: process.env.API_TOKEN } })
