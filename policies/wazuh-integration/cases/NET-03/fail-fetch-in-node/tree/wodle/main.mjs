const answer = await fetch('https://api.acme.io')
